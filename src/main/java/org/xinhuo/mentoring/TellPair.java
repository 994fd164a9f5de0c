package org.xinhuo.mentoring;

import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;

/** Says the same to mentee, mentor and who stands in; the sentence's first value is the mentee's name. */
@Component
public class TellPair {

    private final Mentorships mentorships;
    private final Employees employees;
    private final Notices notices;

    TellPair(Mentorships mentorships, Employees employees, Notices notices) {
        this.mentorships = mentorships;
        this.employees = employees;
        this.notices = notices;
    }

    /** @param tab of the mentorship's page to lead to; empty for its first */
    public void tell(String mentorshipId, String onceKey, String code, String tab, Object... more) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        notices.tell(
                Stream.of(mentorship.menteeId(), mentorship.mentorId(), mentorship.substituteId())
                        .filter(Objects::nonNull)
                        .toList(),
                onceKey,
                code,
                mentorship.page() + tab,
                Stream.concat(Stream.of(employees.get(mentorship.menteeId()).name()), Stream.of(more))
                        .toArray());
    }
}
