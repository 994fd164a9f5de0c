package org.xinhuo.mentoring.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinhuo.base.Refusal;

/**
 * The rules that every version of a plan keeps.
 *
 * @param levels the present level of each competency of the mentee's job model, 0 where never assessed
 */
record PlanRules(Map<String, BigDecimal> levels, LocalDate today) {

    /** How far ahead a plan may end, in years. */
    static final int LONGEST_YEARS = 2;

    /** @throws Refusal naming the field of the first rule that is broken */
    void check(PlanDraft draft) {
        if (!draft.endOn().isAfter(today)) {
            throw Refusal.invalid("endOn", "mentoring.plan.endNotAhead", "endOn", draft.endOn());
        }
        if (draft.endOn().isAfter(today.plusYears(LONGEST_YEARS))) {
            throw Refusal.invalid("endOn", "mentoring.plan.endTooFar", "endOn", draft.endOn(), LONGEST_YEARS);
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
            check(goal.actions(), draft.endOn(), path);
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
        if (goal.targetLevel().compareTo(level) < 0) {
            throw Refusal.invalid(
                    path + "targetLevel",
                    "mentoring.plan.targetBelowLevel",
                    path + "targetLevel",
                    goal.targetLevel(),
                    level);
        }
    }

    private void check(List<PlanDraft.Action> actions, LocalDate endOn, String path) {
        if (actions.isEmpty()) {
            throw Refusal.invalid(path + "actions", "form.required", path + "actions");
        }
        for (int index = 0; index < actions.size(); index++) {
            LocalDate dueOn = actions.get(index).dueOn();
            // A day of grace: west of the company's zone today is still the company's yesterday.
            if (dueOn.isBefore(today.minusDays(1)) || dueOn.isAfter(endOn)) {
                String field = path + "actions[" + (index + 1) + "].dueOn";
                throw Refusal.invalid(field, "mentoring.plan.actionOutsidePlan", field, dueOn, today, endOn);
            }
        }
    }
}
