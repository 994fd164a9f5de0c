package org.xinhuo.mentoring.web;

import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Groups;

/** Who may read what of the mentoring loop. */
@Component
class MentoringReaders {

    private static final Set<String> READ_ALL = Set.of("hr", "auditor", "camunda-admin");

    private final MentoringRights rights;
    private final Groups groups;

    MentoringReaders(MentoringRights rights, Groups groups) {
        this.rights = rights;
        this.groups = groups;
    }

    /** @throws Refusal for everybody but the mentee, the mentee's manager and those who read all */
    void checkRecommendations(String readerId, Employee mentee) {
        rights.check(readerId, mentee, MentoringAction.READ_RECOMMENDATIONS);
    }

    /** @throws Refusal for everybody but the pair and those who read all */
    void checkMentorship(String readerId, Mentorship mentorship) {
        rights.check(readerId, mentorship, MentoringAction.READ_MENTORSHIP);
    }

    boolean readsAll(String readerId) {
        Collection<String> own = groups.of(readerId);
        return own.stream().anyMatch(READ_ALL::contains);
    }
}
