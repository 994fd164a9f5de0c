package org.xinhuo.mentoring.evaluation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.mentoring.coaching.CoachingCase;
import org.xinhuo.mentoring.coaching.CoachingCases;
import org.xinhuo.mentoring.plan.Plan;
import org.xinhuo.mentoring.plan.PlanLevels;
import org.xinhuo.mentoring.plan.Plans;
import org.xinhuo.people.Competencies;

/** How the mentee's work metrics moved over the plan that holds or held last. */
@Component
@Transactional(readOnly = true)
class PlanMetrics {

    /** How far back a figure may lie to be the state before the coaching. */
    private static final int MONTHS_BEFORE = 12;

    private final Plans plans;
    private final PlanLevels planLevels;
    private final CoachingCases cases;
    private final MeasureEffort effort;
    private final Competencies competencies;

    PlanMetrics(
            Plans plans, PlanLevels planLevels, CoachingCases cases, MeasureEffort effort, Competencies competencies) {
        this.plans = plans;
        this.planLevels = planLevels;
        this.cases = cases;
        this.effort = effort;
        this.competencies = competencies;
    }

    /** Up to now, or up to the end of the coaching; null where there is nothing to compare. */
    @Nullable
    BigDecimal change(String mentorshipId) {
        return plans.confirmed(mentorshipId)
                .flatMap(plan -> cases.ofPlan(plan.id()).map(coaching -> change(plan, coaching)))
                .orElse(null);
    }

    private @Nullable BigDecimal change(Plan plan, CoachingCase coaching) {
        Set<String> ofThePlan =
                planLevels.of(plan).stream().map(level -> level.competency()).collect(Collectors.toSet());
        YearMonth began = YearMonth.from(coaching.startedOn());
        YearMonth last = YearMonth.from(effort.lastDay(coaching));
        return WorkMetricChange.of(
                competencies.metricsOf(coaching.menteeId(), began.minusMonths(MONTHS_BEFORE), last),
                began,
                last,
                ofThePlan);
    }
}
