package org.xinhuo.mentoring.web;

import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.rights.CompanyAction;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Employee;

/** Who may read what of the mentoring loop. */
@Component
class MentoringReaders {

    private final MentoringRights rights;

    MentoringReaders(MentoringRights rights) {
        this.rights = rights;
    }

    /** @throws Refusal for everybody but the mentee, the mentee's manager and those who read all */
    void checkRecommendations(String readerId, Employee mentee) {
        rights.check(readerId, mentee, MentoringAction.READ_RECOMMENDATIONS);
    }

    /** @throws Refusal for everybody but the pair and those who read all */
    void checkMentorship(String readerId, Mentorship mentorship) {
        rights.check(readerId, mentorship, MentoringAction.READ_MENTORSHIP);
    }

    boolean readsCohorts(String readerId) {
        return rights.may(readerId, CompanyAction.READ_COHORTS);
    }

    boolean readsDutiesOfAll(String readerId) {
        return rights.may(readerId, CompanyAction.READ_DUTIES_OF_ALL);
    }

    boolean readsAll(String readerId) {
        return rights.mayInAll(readerId, MentoringAction.READ_MENTORSHIP);
    }
}
