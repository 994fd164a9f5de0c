package org.xinhuo.mentoring.process.evaluation;

import org.springframework.stereotype.Component;
import org.xinhuo.engine.BarredFromTasks;
import org.xinhuo.mentoring.Mentorships;

/** Keeps who is also of HR from deciding the own next step, or that of the own mentee. */
@Component
class PairDecidesNothing implements BarredFromTasks {

    private final Mentorships mentorships;

    PairDecidesNothing(Mentorships mentorships) {
        this.mentorships = mentorships;
    }

    @Override
    public boolean isBarred(String process, String task, String businessKey, String personId) {
        return EvaluationModel.KEY.equals(process)
                && EvaluationModel.DECIDE_NEXT_STEP.equals(task)
                && mentorships
                        .findById(businessKey)
                        .filter(mentorship -> mentorship.isOfThePair(personId))
                        .isPresent();
    }
}
