package org.xinhuo.mentoring.plan;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.MoveMentorship;

/**
 * A pair begins to agree on a plan: the first one, or the next after an evaluation. While the coaching goes on it is a
 * change of the plan in force, which holds meanwhile.
 */
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

    /**
     * Opens the next round.
     *
     * @return whether it is a change of the plan in force
     * @throws Refusal where a change is under way already
     */
    @Transactional
    public boolean open(String mentorshipId) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        Optional<Plan> before = plans.findFirstByMentorshipIdOrderByRoundDesc(mentorshipId);
        int round = before.map(Plan::round).orElse(0) + 1;
        if (mentorship.state() == Mentorship.State.COACHING) {
            if (before.filter(plan -> plan.state() == Plan.State.NEGOTIATING).isPresent()) {
                throw Refusal.conflict("mentoring.plan.changeUnderWay");
            }
            Plan inForce = plans.confirmed(mentorshipId)
                    .orElseThrow(() -> Refusal.conflict("mentoring.plan.none", mentorshipId));
            plans.saveAndFlush(inForce.changed(round, mentorship.mentor(), time.now()));
            return true;
        }
        moveMentorship.toPlanning(mentorshipId);
        // A round that was cut short, by a change of the mentor for one, ends when the next begins.
        before.filter(plan -> plan.state() == Plan.State.NEGOTIATING).ifPresent(plan -> {
            plan.stop(time.now());
            plans.saveAndFlush(plan);
        });
        plans.saveAndFlush(new Plan(mentorshipId, round, mentorship.menteeId(), mentorship.mentor(), time.now()));
        return false;
    }
}
