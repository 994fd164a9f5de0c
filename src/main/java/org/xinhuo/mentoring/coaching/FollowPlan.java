package org.xinhuo.mentoring.coaching;

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

/**
 * Both have confirmed another version while the coaching goes on: it follows to the new end. What is done stays done. A
 * duty that would be due after the new end is due on it, and one that had come to its end begins again where the plan
 * got longer.
 */
@Component
public class FollowPlan {

    private final Plans plans;
    private final PlanVersions versions;
    private final CoachingCases cases;
    private final ScheduleDuty scheduleDuty;
    private final CompanyTime time;

    FollowPlan(Plans plans, PlanVersions versions, CoachingCases cases, ScheduleDuty scheduleDuty, CompanyTime time) {
        this.plans = plans;
        this.versions = versions;
        this.cases = cases;
        this.scheduleDuty = scheduleDuty;
        this.time = time;
    }

    /** @throws Refusal where no coaching is under way, or no plan is confirmed */
    @Transactional
    public OpenCoaching.Opened follow(String mentorshipId) {
        CoachingCase coaching = cases.underWay(mentorshipId);
        Plan plan =
                plans.confirmed(mentorshipId).orElseThrow(() -> Refusal.conflict("mentoring.plan.none", mentorshipId));
        PlanVersion version = versions.newestOf(plan).orElseThrow();
        coaching.follow(plan.id(), version.endOn());
        cases.saveAndFlush(coaching);
        List<Duty> owed = Arrays.stream(DutyKind.values())
                .flatMap(kind -> scheduleDuty.underNewPlan(coaching, kind).stream())
                .toList();
        return new OpenCoaching.Opened(time.endOf(coaching.endsOn()), owed);
    }
}
