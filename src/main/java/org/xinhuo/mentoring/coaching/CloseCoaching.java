package org.xinhuo.mentoring.coaching;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** A coaching ends, with its plan or before; what is still owed was missed. */
@Component
public class CloseCoaching {

    private final CoachingCases cases;
    private final Duties duties;
    private final CompanyTime time;

    CloseCoaching(CoachingCases cases, Duties duties, CompanyTime time) {
        this.cases = cases;
        this.duties = duties;
        this.time = time;
    }

    /** Closes the coaching under way; where there is none, nothing is to be done. */
    @Transactional
    public void close(String mentorshipId) {
        cases.findByMentorshipIdAndEndedAtIsNull(mentorshipId).ifPresent(coaching -> {
            duties.missAllOwed(coaching.id());
            coaching.end(time.now());
            cases.saveAndFlush(coaching);
        });
    }
}
