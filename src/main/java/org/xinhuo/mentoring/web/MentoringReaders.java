package org.xinhuo.mentoring.web;

import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Groups;

/** Who may read what of the mentoring loop. */
@Component
class MentoringReaders {

    private static final Set<String> READ_ALL = Set.of("hr", "auditor", "camunda-admin");

    private final Groups groups;

    MentoringReaders(Groups groups) {
        this.groups = groups;
    }

    /** @throws Refusal for everybody but the mentee, the mentee's manager and those who read all */
    void checkRecommendations(String readerId, Employee mentee) {
        if (!readerId.equals(mentee.id()) && !readerId.equals(mentee.managerId()) && !readsAll(readerId)) {
            throw Refusal.forbidden("mentoring.mayNotRead");
        }
    }

    /** @throws Refusal for everybody but the pair and those who read all */
    void checkMentorship(String readerId, Mentorship mentorship) {
        if (!mentorship.isOfThePair(readerId) && !readsAll(readerId)) {
            throw Refusal.forbidden("mentoring.mayNotRead");
        }
    }

    boolean readsAll(String readerId) {
        Collection<String> own = groups.of(readerId);
        return own.stream().anyMatch(READ_ALL::contains);
    }
}
