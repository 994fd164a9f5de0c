package org.xinhuo.mentoring.plan;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.MoveMentorship;

/** A pair begins to agree on a plan: the first one, or the next after an evaluation. */
@Component
public class OpenPlan {

    private final Mentorships mentorships;
    private final MoveMentorship moveMentorship;
    private final Plans plans;
    private final CompanyTime time;

    OpenPlan(Mentorships mentorships, MoveMentorship moveMentorship, Plans plans, CompanyTime time) {
        this.mentorships = mentorships;
        this.moveMentorship = moveMentorship;
        this.plans = plans;
        this.time = time;
    }

    @Transactional
    public void open(String mentorshipId) {
        moveMentorship.toPlanning(mentorshipId);
        Mentorship mentorship = mentorships.get(mentorshipId);
        Optional<Plan> before = plans.findFirstByMentorshipIdOrderByRoundDesc(mentorshipId);
        // A round that was cut short, by a change of the mentor for one, ends when the next begins.
        before.filter(plan -> plan.state() == Plan.State.NEGOTIATING).ifPresent(plan -> {
            plan.stop(time.now());
            plans.saveAndFlush(plan);
        });
        int round = before.map(Plan::round).orElse(0) + 1;
        plans.saveAndFlush(new Plan(mentorshipId, round, mentorship.menteeId(), mentorship.mentor(), time.now()));
    }
}
