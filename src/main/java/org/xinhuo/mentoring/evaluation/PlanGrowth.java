package org.xinhuo.mentoring.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.plan.PlanLevels;
import org.xinhuo.mentoring.plan.Plans;
import org.xinhuo.people.Competencies;

/** The way of a mentee over the competencies of the plan that holds or held last. */
@Component
class PlanGrowth {

    private final Mentorships mentorships;
    private final Plans plans;
    private final PlanLevels planLevels;
    private final Competencies competencies;

    PlanGrowth(Mentorships mentorships, Plans plans, PlanLevels planLevels, Competencies competencies) {
        this.mentorships = mentorships;
        this.plans = plans;
        this.planLevels = planLevels;
        this.competencies = competencies;
    }

    /** With the latest assessments, up to the end of the mentorship, as "after"; without competencies where no plan was ever confirmed. */
    Growth now(String mentorshipId) {
        return plans.confirmed(mentorshipId)
                .map(plan -> {
                    Instant endedAt = mentorships.get(mentorshipId).endedAt();
                    Map<String, BigDecimal> levels = endedAt == null
                            ? competencies.levelsOf(plan.menteeId())
                            : competencies.levelsKnownAt(plan.menteeId(), endedAt);
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
