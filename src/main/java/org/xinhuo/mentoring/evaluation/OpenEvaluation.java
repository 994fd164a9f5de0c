package org.xinhuo.mentoring.evaluation;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.MoveMentorship;
import org.xinhuo.mentoring.PairParted;
import org.xinhuo.mentoring.plan.Plan;
import org.xinhuo.mentoring.plan.Plans;

/** The coaching under a plan is over; both sides are asked. */
@Component
public class OpenEvaluation {

    private final MoveMentorship moveMentorship;
    private final Plans plans;
    private final Evaluations evaluations;
    private final CompanyTime time;

    OpenEvaluation(MoveMentorship moveMentorship, Plans plans, Evaluations evaluations, CompanyTime time) {
        this.moveMentorship = moveMentorship;
        this.plans = plans;
        this.evaluations = evaluations;
        this.time = time;
    }

    /** The pair has parted before both had answered: nobody waits for their answers any more. */
    @EventListener
    @Transactional
    public void endWith(PairParted parted) {
        cutShort(parted.mentorshipId());
    }

    private void cutShort(String mentorshipId) {
        evaluations.findByMentorshipIdAndDecidedAtIsNull(mentorshipId).ifPresent(before -> {
            before.cutShort(time.now());
            evaluations.saveAndFlush(before);
        });
    }

    /** @throws Refusal where there is no confirmed plan to judge by, or the mentorship is not in coaching */
    @Transactional
    public void open(String mentorshipId) {
        moveMentorship.toEvaluating(mentorshipId);
        cutShort(mentorshipId);
        Plan plan =
                plans.confirmed(mentorshipId).orElseThrow(() -> Refusal.conflict("mentoring.plan.none", mentorshipId));
        evaluations.saveAndFlush(new Evaluation(mentorshipId, plan.id(), plan.menteeId(), plan.mentorId(), time.now()));
    }
}
