package org.xinhuo.mentoring.process.plan;

import static org.xinhuo.engine.FormField.choice;
import static org.xinhuo.engine.FormField.date;
import static org.xinhuo.engine.FormField.flag;
import static org.xinhuo.engine.FormField.integer;
import static org.xinhuo.engine.FormField.list;
import static org.xinhuo.engine.FormField.number;
import static org.xinhuo.engine.FormField.text;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.TaskForm;
import org.xinhuo.engine.TaskForms;

/** What the tasks of plan-negotiation take in. */
@Component
class PlanNegotiationForms implements TaskForms {

    private static final FormField[] PLAN = {
        list(
                "goals",
                1,
                20,
                text("competency", 200),
                number("targetLevel", 0, 5),
                list("actions", 1, 50, text("title", 200), date("dueOn"))),
        integer("sessionsPerMonth", 1, 31),
        date("endOn")
    };

    /** The number of the version that the form showed; who answers over REST may leave it out. */
    private static final FormField VERSION =
            integer("version", 1, Integer.MAX_VALUE).optional();

    /** What the version that the form showed says, as a hash; may be left out as well. */
    private static final FormField CONTENT_HASH = text("contentHash", 64).optional();

    @Override
    public List<TaskForm> taskForms() {
        return List.of(
                TaskForm.of(PlanNegotiationModel.KEY, PlanNegotiationModel.STATE_NEEDS, text("needs", 4000)),
                TaskForm.of(PlanNegotiationModel.KEY, PlanNegotiationModel.DRAFT_PLAN, PLAN),
                TaskForm.of(PlanNegotiationModel.KEY, PlanNegotiationModel.REVISE_PLAN, PLAN),
                TaskForm.of(
                        PlanNegotiationModel.KEY,
                        PlanNegotiationModel.REVIEW_PLAN,
                        VERSION,
                        CONTENT_HASH,
                        flag("agreed").keptInProcess(),
                        text("changeRequest", 2000).optional()),
                TaskForm.of(
                        PlanNegotiationModel.KEY,
                        PlanNegotiationModel.CONFIRM_PLAN,
                        VERSION,
                        CONTENT_HASH,
                        flag("confirmed").keptInProcess(),
                        text("changeRequest", 2000).optional()),
                TaskForm.of(
                        PlanNegotiationModel.KEY,
                        PlanNegotiationModel.MEDIATE_PLAN,
                        choice("outcome", "continue", "stop").keptInProcess()));
    }
}
