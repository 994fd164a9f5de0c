package org.xinhuo.mentoring.process.plan;

import org.xinhuo.engine.FormInput;
import org.xinhuo.mentoring.plan.AnswerPlan;
import org.xinhuo.mentoring.plan.PlanDraft;

/** Reads a plan, or what somebody answers to one, from its form. */
final class SubmittedPlan {

    private SubmittedPlan() {}

    static PlanDraft of(FormInput input) {
        return new PlanDraft(
                input.list("goals").stream().map(SubmittedPlan::goal).toList(),
                input.integer("sessionsPerMonth"),
                input.date("endOn"));
    }

    /** @param field which one says whether the person agrees */
    static AnswerPlan.Given answer(FormInput input, String field) {
        return new AnswerPlan.Given(
                input.has("version") ? input.integer("version") : null,
                input.textOrNull("contentHash"),
                input.flag(field),
                input.textOrNull("changeRequest"));
    }

    private static PlanDraft.Goal goal(FormInput goal) {
        return new PlanDraft.Goal(
                goal.text("competency"),
                goal.number("targetLevel"),
                goal.list("actions").stream()
                        .map(action -> new PlanDraft.Action(action.text("title"), action.date("dueOn")))
                        .toList());
    }
}
