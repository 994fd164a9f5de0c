package org.xinhuo.mentoring.process.stage;

import org.springframework.stereotype.Component;
import org.xinhuo.engine.WithheldDecisions;
import org.xinhuo.mentoring.Mentorships;

/**
 * Keeps who is also an auditor or an administrator from reading in the history what the decisions about the own pair
 * were asked: there stand the mentee's wish, which is not the mentor's, and the figures of the mentor's coaching, which
 * are not the mentee's.
 */
@Component
class PairReadsNoJudgement implements WithheldDecisions {

    private static final String EVALUATION = "evaluation";

    private final Mentorships mentorships;

    PairReadsNoJudgement(Mentorships mentorships) {
        this.mentorships = mentorships;
    }

    @Override
    public boolean isWithheld(String process, String businessKey, String personId) {
        return EVALUATION.equals(process)
                && mentorships
                        .findById(businessKey)
                        .filter(mentorship -> mentorship.isOfThePair(personId))
                        .isPresent();
    }
}
