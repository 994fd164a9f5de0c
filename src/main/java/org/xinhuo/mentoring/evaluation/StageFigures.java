package org.xinhuo.mentoring.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.MentorshipFigures;
import org.xinhuo.mentoring.absence.PauseCalendar;
import org.xinhuo.mentoring.coaching.CoachingCase;
import org.xinhuo.mentoring.coaching.CoachingCases;
import org.xinhuo.mentoring.plan.AgreedPauses;
import org.xinhuo.mentoring.plan.MeasureExecution;
import org.xinhuo.mentoring.plan.PlanVersion;
import org.xinhuo.mentoring.plan.PlanVersion.Side;
import org.xinhuo.mentoring.plan.PlanVersions;
import org.xinhuo.mentoring.plan.Plans;

/** The figures of a mentorship, over the plan that holds or held last. Reads, never writes. */
@Component
@Transactional(readOnly = true)
class StageFigures implements MentorshipFigures {

    private final Plans plans;
    private final PlanVersions versions;
    private final CoachingCases cases;
    private final Evaluations evaluations;
    private final Answers answers;
    private final PlanGrowth planGrowth;
    private final AgreedPauses pauses;
    private final MeasureExecution measureExecution;
    private final PlanMetrics planMetrics;
    private final MeasureEffort effort;
    private final CompanyTime time;

    StageFigures(
            Plans plans,
            PlanVersions versions,
            CoachingCases cases,
            Evaluations evaluations,
            Answers answers,
            PlanGrowth planGrowth,
            AgreedPauses pauses,
            MeasureExecution measureExecution,
            PlanMetrics planMetrics,
            MeasureEffort effort,
            CompanyTime time) {
        this.plans = plans;
        this.versions = versions;
        this.cases = cases;
        this.evaluations = evaluations;
        this.answers = answers;
        this.planGrowth = planGrowth;
        this.pauses = pauses;
        this.measureExecution = measureExecution;
        this.planMetrics = planMetrics;
        this.effort = effort;
        this.time = time;
    }

    @Override
    public MentorshipFigures.@Nullable Plan plan(String mentorshipId) {
        return versions.newest(mentorshipId)
                .map(version -> new MentorshipFigures.Plan(
                        version.version(),
                        pauses.of(mentorshipId).moved(version.endOn(), time.today()),
                        version.isAgreedBy(Side.MENTEE),
                        version.isAgreedBy(Side.MENTOR)))
                .orElse(null);
    }

    @Override
    public List<OpenAction> openActions(String mentorshipId) {
        PauseCalendar moved = pauses.of(mentorshipId);
        return plans.confirmed(mentorshipId).flatMap(versions::newestOf).stream()
                .flatMap(version -> version.goals().stream())
                .flatMap(goal -> goal.actions().stream())
                .filter(action -> action.doneOn() == null)
                .map(action -> new OpenAction(action.title(), moved.moved(action.dueOn(), time.today())))
                .sorted(Comparator.comparing(OpenAction::dueOn))
                .toList();
    }

    @Override
    public @Nullable BigDecimal executionRate(String mentorshipId) {
        PlanVersion.Execution execution = measureExecution.of(mentorshipId);
        return execution.due() == 0
                ? null
                : BigDecimal.valueOf(execution.onTime())
                        .divide(BigDecimal.valueOf(execution.due()), Growth.DECIMALS, RoundingMode.HALF_UP);
    }

    @Override
    public @Nullable Input input(String mentorshipId) {
        Optional<CoachingCase> coaching =
                plans.confirmed(mentorshipId).map(plan -> plan.id()).flatMap(cases::ofPlan);
        if (coaching.isEmpty()) {
            return null;
        }
        return effort.of(coaching.get());
    }

    /** Once both have judged the present plan, the figures stand still; until then they follow the assessments. */
    @Override
    public @Nullable Output output(String mentorshipId, Instant marksFrom) {
        Optional<org.xinhuo.mentoring.plan.Plan> plan = plans.confirmed(mentorshipId);
        if (plan.isEmpty()) {
            return null;
        }
        Optional<Evaluation> compared =
                evaluations.findFirstByMentorshipIdAndComparedAtIsNotNullOrderByComparedAtDesc(mentorshipId);
        Integer satisfaction =
                answers.latestSatisfaction(mentorshipId, marksFrom).orElse(null);
        Optional<Evaluation> ofThisPlan = compared.filter(
                evaluation -> evaluation.planId().equals(plan.get().id()));
        Growth growth = planGrowth.now(mentorshipId);
        return new Output(
                ofThisPlan.isPresent() ? ofThisPlan.get().improvementRate() : growth.improvementRate(),
                ofThisPlan.isPresent() ? ofThisPlan.get().gapClosed() : growth.gapClosed(),
                satisfaction == null ? null : BigDecimal.valueOf(satisfaction),
                ofThisPlan.isPresent() ? ofThisPlan.get().workMetricChange() : planMetrics.change(mentorshipId));
    }
}
