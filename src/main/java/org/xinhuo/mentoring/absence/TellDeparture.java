package org.xinhuo.mentoring.absence;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/** Gives HR one list of what somebody who has left leaves behind. */
@Component
public class TellDeparture {

    private final Mentorships mentorships;
    private final Employees employees;
    private final Groups groups;
    private final Notices notices;

    TellDeparture(Mentorships mentorships, Employees employees, Groups groups, Notices notices) {
        this.mentorships = mentorships;
        this.employees = employees;
        this.groups = groups;
        this.notices = notices;
    }

    /**
     * Tells every HR.
     *
     * @param parted the mentorships that look for another mentor now
     * @param tasksLeft how many tasks of other processes still bear the name
     */
    @Transactional
    public void tell(String personId, List<String> parted, int tasksLeft) {
        List<Mentorship> without = mentorships.findByIdIn(parted);
        String mentees = without.stream()
                .map(mentorship -> employees.get(mentorship.menteeId()).name())
                .sorted()
                .collect(Collectors.joining(", "));
        String name = employees.get(personId).name();
        String page = without.size() == 1 ? without.get(0).page() : "/";
        groups.members("hr")
                .forEach(hr -> notices.tell(
                        hr,
                        "departure/" + personId,
                        "mentoring.absence.notice.departed",
                        page,
                        name,
                        parted.size(),
                        mentees.isEmpty() ? "—" : mentees,
                        tasksLeft));
    }
}
