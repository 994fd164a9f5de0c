package org.xinhuo.mentoring.process.plan;

import org.springframework.stereotype.Component;
import org.xinhuo.engine.BarredFromTasks;
import org.xinhuo.mentoring.Mentorships;

/** Keeps who is also of HR from mediating where he or she is one of the two. */
@Component
class PairMediatesNothing implements BarredFromTasks {

    private final Mentorships mentorships;

    PairMediatesNothing(Mentorships mentorships) {
        this.mentorships = mentorships;
    }

    @Override
    public boolean isBarred(String process, String task, String businessKey, String personId) {
        return PlanNegotiationModel.KEY.equals(process)
                && PlanNegotiationModel.MEDIATE_PLAN.equals(task)
                && mentorships
                        .findById(businessKey)
                        .filter(mentorship -> mentorship.isOfThePair(personId))
                        .isPresent();
    }
}
