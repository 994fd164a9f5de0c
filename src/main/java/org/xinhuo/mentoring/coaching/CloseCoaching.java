package org.xinhuo.mentoring.coaching;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** The plan's time is over; what is still owed was missed. */
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

    @Transactional
    public void close(String mentorshipId) {
        CoachingCase coaching = cases.underWay(mentorshipId);
        duties.missAllOwed(coaching.id());
        coaching.end(time.now());
        cases.saveAndFlush(coaching);
    }
}
