package org.xinhuo.mentoring.process.plan;

import static org.xinhuo.mentoring.process.stage.PairFacts.written;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xinhuo.base.Texts;
import org.xinhuo.engine.TaskView;
import org.xinhuo.mentoring.plan.Plan;
import org.xinhuo.mentoring.plan.PlanVersion;
import org.xinhuo.mentoring.plan.PlanVersions;
import org.xinhuo.mentoring.plan.Plans;
import org.xinhuo.mentoring.process.stage.PairFacts;
import org.xinhuo.mentoring.process.stage.StageView;
import org.xinhuo.people.Competencies;

/** What the forms of plan-negotiation show beside their fields. */
@Configuration(proxyBeanMethods = false)
class PlanViews {

    private final PairFacts pair;
    private final Plans plans;
    private final PlanVersions versions;
    private final Competencies competencies;
    private final Texts texts;

    PlanViews(PairFacts pair, Plans plans, PlanVersions versions, Competencies competencies, Texts texts) {
        this.pair = pair;
        this.plans = plans;
        this.versions = versions;
        this.competencies = competencies;
        this.texts = texts;
    }

    @Bean
    TaskView stateNeedsView() {
        return new StageView(
                PlanNegotiationModel.KEY, PlanNegotiationModel.STATE_NEEDS, (id, values) -> pair.addTo(values, id));
    }

    @Bean
    TaskView draftPlanView() {
        return new StageView(PlanNegotiationModel.KEY, PlanNegotiationModel.DRAFT_PLAN, this::addNeeds);
    }

    @Bean
    TaskView revisePlanView() {
        return new StageView(PlanNegotiationModel.KEY, PlanNegotiationModel.REVISE_PLAN, (id, values) -> {
            addNeeds(id, values);
            addNewestAsStart(id, values);
        });
    }

    @Bean
    TaskView reviewPlanView() {
        return new StageView(PlanNegotiationModel.KEY, PlanNegotiationModel.REVIEW_PLAN, this::addPlan);
    }

    @Bean
    TaskView confirmPlanView() {
        return new StageView(PlanNegotiationModel.KEY, PlanNegotiationModel.CONFIRM_PLAN, this::addPlan);
    }

    @Bean
    TaskView mediatePlanView() {
        return new StageView(PlanNegotiationModel.KEY, PlanNegotiationModel.MEDIATE_PLAN, (id, values) -> {
            addPlan(id, values);
            addAnswers(id, values);
        });
    }

    private void addNeeds(String id, Map<String, Object> values) {
        pair.addTo(values, id);
        values.put("needs", Objects.requireNonNullElse(plans.newest(id).needs(), ""));
    }

    /** The form's own fields, filled with the last version; and why it has to change. */
    private void addNewestAsStart(String id, Map<String, Object> values) {
        PlanVersion newest = versions.newestOf(plans.newest(id)).orElseThrow();
        values.put(
                "goals",
                newest.goals().stream()
                        .map(goal -> Map.of(
                                "competency", goal.competency(),
                                "targetLevel", goal.targetLevel().stripTrailingZeros(),
                                "actions",
                                        goal.actions().stream()
                                                .map(action -> Map.of(
                                                        "title",
                                                        action.title(),
                                                        "dueOn",
                                                        action.dueOn().toString()))
                                                .toList()))
                        .toList());
        values.put("sessionsPerMonth", newest.sessionsPerMonth());
        values.put("endOn", newest.endOn().toString());
        PlanVersion.Answer request = newest.changeRequest();
        values.put("request", request == null ? "" : Objects.requireNonNullElse(request.changeRequest(), ""));
        values.put("requestedBy", request == null ? "" : side(request.side()));
    }

    private void addPlan(String id, Map<String, Object> values) {
        pair.addTo(values, id);
        Plan plan = plans.newest(id);
        List<PlanVersion> all = versions.allOf(plan);
        PlanVersion newest = all.get(0);
        values.put(
                "plan",
                Map.of(
                        "version", newest.version(),
                        "sessionsPerMonth", newest.sessionsPerMonth(),
                        "endOn", newest.endOn().toString()));
        var levels = competencies.levelsOf(plan.menteeId());
        List<Map<String, Object>> rows = new ArrayList<>();
        newest.goals()
                .forEach(goal -> goal.actions()
                        .forEach(action -> rows.add(Map.of(
                                "competency", goal.competency(),
                                "level",
                                        levels.containsKey(goal.competency())
                                                ? written(levels.get(goal.competency()))
                                                : "0",
                                "target", written(goal.targetLevel()),
                                "title", action.title(),
                                "dueOn", action.dueOn().toString()))));
        values.put("planActions", rows);
        values.put(
                "planChanges",
                all.size() < 2
                        ? List.of()
                        : PlanChange.between(all.get(1), newest).stream()
                                .map(change -> Map.of(
                                        "what",
                                        change.label().isEmpty()
                                                ? texts.text("mentoring.plan.change." + change.kind())
                                                : change.label(),
                                        "before",
                                        change.before(),
                                        "after",
                                        change.after()))
                                .toList());
    }

    private void addAnswers(String id, Map<String, Object> values) {
        List<Map<String, Object>> rows = new ArrayList<>();
        versions.allOf(plans.newest(id))
                .forEach(version -> version.answers()
                        .forEach(answer -> rows.add(Map.of(
                                "version", version.version(),
                                "who", side(answer.side()),
                                "agreed", texts.text(answer.agreed() ? "mentoring.yes" : "mentoring.no"),
                                "request", Objects.requireNonNullElse(answer.changeRequest(), "")))));
        values.put("answers", rows);
    }

    private String side(PlanVersion.Side side) {
        return texts.text("mentoring.side." + side.name().toLowerCase(java.util.Locale.ROOT));
    }
}
