package org.xinhuo.mentoring.coaching;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.plan.Plan;
import org.xinhuo.mentoring.plan.PlanVersion;
import org.xinhuo.mentoring.plan.PlanVersions;
import org.xinhuo.mentoring.plan.Plans;

/** Coaching begins under the plan that both confirmed. */
@Component
public class OpenCoaching {

    private final Plans plans;
    private final PlanVersions versions;
    private final CoachingCases cases;
    private final CloseCoaching closeCoaching;
    private final ScheduleDuty scheduleDuty;
    private final CompanyTime time;

    OpenCoaching(
            Plans plans,
            PlanVersions versions,
            CoachingCases cases,
            CloseCoaching closeCoaching,
            ScheduleDuty scheduleDuty,
            CompanyTime time) {
        this.plans = plans;
        this.versions = versions;
        this.cases = cases;
        this.closeCoaching = closeCoaching;
        this.scheduleDuty = scheduleDuty;
        this.time = time;
    }

    /**
     * What the process needs to know.
     *
     * @param endsAt first instant after the plan's last day
     * @param duties the first period of each kind, but for kinds of which none is owed
     */
    public record Opened(Instant endsAt, List<Duty> duties) {}

    /** @throws Refusal where no plan is confirmed */
    @Transactional
    public Opened open(String mentorshipId) {
        // One that was deleted without its listeners, by an administrator for one, ends when the next begins.
        closeCoaching.cutShort(mentorshipId);
        Plan plan =
                plans.confirmed(mentorshipId).orElseThrow(() -> Refusal.conflict("mentoring.plan.none", mentorshipId));
        PlanVersion version = versions.newestOf(plan).orElseThrow();
        CoachingCase coaching = cases.saveAndFlush(new CoachingCase(
                mentorshipId, plan.id(), plan.menteeId(), plan.mentorId(), time.today(), version.endOn()));
        List<Duty> first = Arrays.stream(DutyKind.values())
                .flatMap(kind -> scheduleDuty.first(coaching, kind).stream())
                .toList();
        return new Opened(time.endOf(coaching.endsOn()), first);
    }
}
