package org.xinhuo.mentoring.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.plan.PlanLevels;
import org.xinhuo.mentoring.plan.Plans;
import org.xinhuo.people.Competencies;

/** The way of a mentee over the competencies of the plan that holds or held last. */
@Component
class PlanGrowth {

    private final Plans plans;
    private final PlanLevels planLevels;
    private final Competencies competencies;

    PlanGrowth(Plans plans, PlanLevels planLevels, Competencies competencies) {
        this.plans = plans;
        this.planLevels = planLevels;
        this.competencies = competencies;
    }

    /** With the latest assessments as "after"; without competencies where no plan was ever confirmed. */
    Growth now(String mentorshipId) {
        return plans.confirmed(mentorshipId)
                .map(plan -> {
                    Map<String, BigDecimal> levels = competencies.levelsOf(plan.menteeId());
                    return new Growth(planLevels.of(plan).stream()
                            .map(level -> new Growth.Way(
                                    level.competency(),
                                    level.before(),
                                    levels.getOrDefault(level.competency(), BigDecimal.ZERO),
                                    level.target()))
                            .toList());
                })
                .orElse(new Growth(List.of()));
    }
}
