package org.xinhuo.mentoring.plan;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.absence.Pauses;

/**
 * How one pair carried out the plan that holds, or held last: actions done by their due date, and actions due by now
 * (contract, formulas). A change wipes nothing: what was due before it came into force counts as it stood then, by the
 * plan that was changed. After the end of the mentorship nothing falls due. {@link ExecutionRates} counts the same over
 * all pairs. Reads, never writes.
 */
@Component
@Transactional(readOnly = true)
public class MeasureExecution {

    private final Mentorships mentorships;
    private final Plans plans;
    private final PlanVersions versions;
    private final Pauses pauses;
    private final CompanyTime time;

    MeasureExecution(Mentorships mentorships, Plans plans, PlanVersions versions, Pauses pauses, CompanyTime time) {
        this.mentorships = mentorships;
        this.plans = plans;
        this.versions = versions;
        this.pauses = pauses;
        this.time = time;
    }

    /** Nothing due before the first plan is confirmed. */
    public PlanVersion.Execution of(String mentorshipId) {
        LocalDate until = lastDay(mentorships.get(mentorshipId));
        PlanVersion.Execution sum = new PlanVersion.Execution(0, 0);
        for (Plan plan = plans.confirmed(mentorshipId).orElse(null); plan != null; plan = changed(plan)) {
            LocalDate since = plan.isChange() ? concludedOn(plan) : LocalDate.MIN;
            sum = sum.plus(executed(plan, since, until));
            until = earlier(since.equals(LocalDate.MIN) ? since : since.minusDays(1), until);
        }
        return sum;
    }

    /** Today, or the day on which the mentorship ended. */
    public LocalDate lastDay(Mentorship mentorship) {
        return mentorship.endedAt() == null ? time.today() : time.dayOf(mentorship.endedAt());
    }

    private PlanVersion.Execution executed(Plan plan, LocalDate since, LocalDate until) {
        return versions.newestOf(plan)
                .map(version -> version.executed(
                        since, until, time.today(), pauses.since(plan.mentorshipId(), plan.agreedAt())))
                .orElseThrow();
    }

    private @Nullable Plan changed(Plan plan) {
        return Optional.ofNullable(plan.changesPlanId())
                .flatMap(plans::findById)
                .orElse(null);
    }

    private LocalDate concludedOn(Plan plan) {
        return time.dayOf(plan.agreedAt());
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
