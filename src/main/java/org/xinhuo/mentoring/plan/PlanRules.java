package org.xinhuo.mentoring.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;

/**
 * The rules that every version of a plan keeps.
 *
 * @param levels the present level of each competency of the mentee's job model, and of each that the plan in force names,
 *     0 where never assessed
 * @param longestMonths how far ahead a plan may end, by the table plan-limits
 * @param inForce the plan that is being changed: what stays as it was may lie in the past, or below a level that was
 *     reached meanwhile; null where nothing is changed
 */
record PlanRules(
        Map<String, BigDecimal> levels,
        LocalDate today,
        int longestMonths,
        @Nullable PlanDraft inForce) {

    /** @throws Refusal naming the field of the first rule that is broken */
    void check(PlanDraft draft) {
        if (!draft.endOn().isAfter(today)) {
            throw Refusal.invalid("endOn", "mentoring.plan.endNotAhead", "endOn", draft.endOn());
        }
        if (draft.endOn().isAfter(today.plusMonths(longestMonths))) {
            throw Refusal.invalid("endOn", "mentoring.plan.endTooFar", "endOn", draft.endOn(), longestMonths);
        }
        if (draft.goals().isEmpty()) {
            throw Refusal.invalid("goals", "form.required", "goals");
        }
        Set<String> seen = new HashSet<>();
        for (int index = 0; index < draft.goals().size(); index++) {
            String path = "goals[" + (index + 1) + "].";
            PlanDraft.Goal goal = draft.goals().get(index);
            if (!seen.add(goal.competency())) {
                throw Refusal.invalid(
                        path + "competency", "mentoring.level.competencyTwice", path + "competency", goal.competency());
            }
            check(goal, path);
            checkActions(goal, draft.endOn(), path);
        }
    }

    private void check(PlanDraft.Goal goal, String path) {
        BigDecimal level = levels.get(goal.competency());
        if (level == null) {
            throw Refusal.invalid(
                    path + "competency", "mentoring.level.foreignCompetency", path + "competency", goal.competency());
        }
        if (goal.targetLevel().stripTrailingZeros().scale() > 2) {
            throw Refusal.invalid(path + "targetLevel", "mentoring.level.tooFine", path + "targetLevel");
        }
        Optional<PlanDraft.Goal> before = Optional.ofNullable(inForce).flatMap(plan -> plan.goal(goal.competency()));
        boolean stays = before.filter(old -> old.targetLevel().compareTo(goal.targetLevel()) == 0)
                .isPresent();
        if (!stays && goal.targetLevel().compareTo(level) < 0) {
            throw Refusal.invalid(
                    path + "targetLevel",
                    "mentoring.plan.targetBelowLevel",
                    path + "targetLevel",
                    goal.targetLevel(),
                    level);
        }
    }

    private void checkActions(PlanDraft.Goal goal, LocalDate endOn, String path) {
        List<PlanDraft.Action> actions = goal.actions();
        List<PlanDraft.Action> before = Optional.ofNullable(inForce)
                .flatMap(plan -> plan.goal(goal.competency()))
                .map(PlanDraft.Goal::actions)
                .orElse(List.of());
        if (actions.isEmpty()) {
            throw Refusal.invalid(path + "actions", "form.required", path + "actions");
        }
        for (int index = 0; index < actions.size(); index++) {
            LocalDate dueOn = actions.get(index).dueOn();
            // A day of grace: west of the company's zone today is still the company's yesterday.
            boolean past = dueOn.isBefore(today.minusDays(1)) && !before.contains(actions.get(index));
            if (past || dueOn.isAfter(endOn)) {
                String field = path + "actions[" + (index + 1) + "].dueOn";
                throw Refusal.invalid(field, "mentoring.plan.actionOutsidePlan", field, dueOn, today, endOn);
            }
        }
    }
}
