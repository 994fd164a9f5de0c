package org.xinhuo.mentoring.plan;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.MoveMentorship;
import org.xinhuo.mentoring.plan.PlanVersion.Side;
import org.xinhuo.people.Competencies;

/** A round of planning ends: with a plan that both confirmed, or without one. */
@Component
@Transactional
public class ConcludePlan {

    private final Plans plans;
    private final PlanVersions versions;
    private final PlanLevels levels;
    private final Competencies competencies;
    private final MoveMentorship moveMentorship;
    private final CompanyTime time;

    ConcludePlan(
            Plans plans,
            PlanVersions versions,
            PlanLevels levels,
            Competencies competencies,
            MoveMentorship moveMentorship,
            CompanyTime time) {
        this.plans = plans;
        this.versions = versions;
        this.levels = levels;
        this.competencies = competencies;
        this.moveMentorship = moveMentorship;
        this.time = time;
    }

    /** @throws Refusal unless both sides agreed to the newest version with its present content */
    public void confirm(String mentorshipId) {
        Plan plan = plans.newest(mentorshipId);
        PlanVersion version = versions.newestOf(plan)
                .filter(newest -> newest.isAgreedBy(Side.MENTEE) && newest.isAgreedBy(Side.MENTOR))
                .orElseThrow(() -> Refusal.conflict("mentoring.plan.notBothConfirmed"));
        plan.confirm(time.now());
        plans.saveAndFlush(plan);
        levels.keep(plan, version, competencies.levelsOf(plan.menteeId()));
        moveMentorship.toCoaching(mentorshipId);
    }

    public void stop(String mentorshipId) {
        Plan plan = plans.newest(mentorshipId);
        plan.stop(time.now());
        plans.saveAndFlush(plan);
    }
}
