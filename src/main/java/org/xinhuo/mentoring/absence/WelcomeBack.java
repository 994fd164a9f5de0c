package org.xinhuo.mentoring.absence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;
import org.xinhuo.people.NoteReturn;

/** Somebody who had left works here again. Mentees and tasks of before stay with whom they went to. */
@Component
public class WelcomeBack {

    private final NoteReturn noteReturn;
    private final Employees employees;
    private final Groups groups;
    private final Notices notices;
    private final CompanyTime time;

    WelcomeBack(NoteReturn noteReturn, Employees employees, Groups groups, Notices notices, CompanyTime time) {
        this.noteReturn = noteReturn;
        this.employees = employees;
        this.groups = groups;
        this.notices = notices;
        this.time = time;
    }

    /**
     * Notes the day and tells every HR.
     *
     * @param on the first day of work
     * @param handedOver whether what the person did was handed over
     * @param notedBy HR or an administrator; null where the product itself does
     * @throws Refusal for anybody else, where the person is unknown or has not left, and where the day will not do
     */
    @Transactional
    public void welcome(String employeeId, LocalDate on, boolean handedOver, @Nullable String notedBy) {
        noteReturn.note(employeeId, on, handedOver, notedBy);
        String name = employees.get(employeeId).name();
        groups.members("hr")
                .forEach(hr -> notices.tell(
                        hr,
                        "departure/" + employeeId + "/returned/" + time.now(),
                        "mentoring.absence.notice.returned",
                        "/departures",
                        name,
                        on.toString()));
    }
}
