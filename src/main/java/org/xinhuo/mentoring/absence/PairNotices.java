package org.xinhuo.mentoring.absence;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/** The same words for both of a pair, so that nobody reads who asked. */
@Component
class PairNotices {

    private final Employees employees;
    private final Groups groups;
    private final MentoringRights rights;
    private final Notices notices;
    private final CompanyTime time;

    PairNotices(Employees employees, Groups groups, MentoringRights rights, Notices notices, CompanyTime time) {
        this.employees = employees;
        this.groups = groups;
        this.rights = rights;
        this.notices = notices;
        this.time = time;
    }

    /** Tells mentee, mentor and who stands in; the sentence's first value is the mentee's name. */
    void tellBoth(Mentorship mentorship, String code, Object... more) {
        Stream.of(mentorship.menteeId(), mentorship.mentorId(), mentorship.substituteId())
                .filter(person -> person != null)
                .distinct()
                .forEach(person -> tell(person, mentorship, code, more));
    }

    /**
     * Tells every HR who is not of the pair, and the administrators where none is left: one of the two may have asked for
     * help with the other. The sentence's first value is the mentee's name.
     */
    void tellHr(Mentorship mentorship, String code, Object... more) {
        Set<String> outside = new TreeSet<>(groups.members("hr"));
        outside.removeIf(mentorship::isOfThePair);
        if (outside.isEmpty()) {
            outside.addAll(groups.members("camunda-admin"));
        }
        outside.forEach(person -> tell(person, mentorship, code, more));
    }

    /** With a link where this person may read the mentorship now: a substitute may only as long as he is one. */
    void tell(String personId, Mentorship mentorship, String code, Object... more) {
        notices.tell(
                personId,
                key(mentorship, code, more),
                code,
                rights.may(personId, mentorship, MentoringAction.READ_MENTORSHIP) ? mentorship.page() : null,
                Stream.concat(Stream.of(employees.get(mentorship.menteeId()).name()), Stream.of(more))
                        .toArray());
    }

    /** The values belong to it: at one moment somebody may be asked about two times of a leave. */
    private String key(Mentorship mentorship, String code, Object... more) {
        return code + "/" + mentorship.id() + "/" + time.now() + "/" + Arrays.hashCode(more);
    }
}
