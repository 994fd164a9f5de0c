package org.xinhuo.mentoring.process.stage;

import org.springframework.stereotype.Component;
import org.xinhuo.engine.BarredFromJobs;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.cohort.WithdrawCohort;
import org.xinhuo.mentoring.log.ToDo;
import org.xinhuo.mentoring.log.ToDos;

/**
 * Keeps who is also of HR from firing the timers of the own mentorship, its to-dos, the cohort that he or she is in or
 * the own departure: an end of coaching or an escalation comes when it is due, or by somebody who is not concerned.
 */
@Component
class NobodyDrivesTheOwnCase implements BarredFromJobs {

    private static final String TO_DO = "to-do";
    private static final String COHORT = "cohort";
    private static final String COHORT_WITHDRAWAL = "cohort-withdrawal";
    private static final String DEPARTURE = "departure";

    private final Mentorships mentorships;
    private final ToDos toDos;
    private final WithdrawCohort cohorts;

    NobodyDrivesTheOwnCase(Mentorships mentorships, ToDos toDos, WithdrawCohort cohorts) {
        this.mentorships = mentorships;
        this.toDos = toDos;
        this.cohorts = cohorts;
    }

    @Override
    public boolean isBarred(String process, String businessKey, String personId) {
        return switch (process) {
            case DEPARTURE -> businessKey.equals(personId);
            case COHORT, COHORT_WITHDRAWAL -> cohorts.isOwnCase(businessKey, personId);
            case TO_DO ->
                toDos.findById(businessKey)
                        .map(ToDo::mentorshipId)
                        .filter(mentorship -> isOfThePair(mentorship, personId))
                        .isPresent();
            default -> isOfThePair(businessKey, personId);
        };
    }

    private boolean isOfThePair(String mentorshipId, String personId) {
        return mentorships
                .findById(mentorshipId)
                .filter(mentorship -> mentorship.isOfThePair(personId))
                .isPresent();
    }
}
