package org.xinhuo.mentoring.evaluation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.coaching.LevelRules;
import org.xinhuo.mentoring.plan.PlanLevels;
import org.xinhuo.mentoring.plan.Plans;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employees;

/** Which competencies an evaluation may judge: those of the mentee's job and of the plan. */
@Component
class JudgeLevels {

    private final Employees employees;
    private final Competencies competencies;
    private final Plans plans;
    private final PlanLevels planLevels;

    JudgeLevels(Employees employees, Competencies competencies, Plans plans, PlanLevels planLevels) {
        this.employees = employees;
        this.competencies = competencies;
        this.plans = plans;
        this.planLevels = planLevels;
    }

    Map<String, BigDecimal> check(Evaluation evaluation, List<LevelRules.Judged> judged) {
        Set<String> allowed = new HashSet<>();
        competencies
                .modelOf(employees.get(evaluation.menteeId()).job())
                .forEach(required -> allowed.add(required.competency()));
        plans.confirmed(evaluation.mentorshipId())
                .ifPresent(plan -> planLevels.of(plan).forEach(level -> allowed.add(level.competency())));
        return LevelRules.check(judged, allowed);
    }
}
