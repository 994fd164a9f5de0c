package org.xinhuo.mentoring.absence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.AnnounceDeparture;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/** Somebody stays after all. Nothing of mentoring had been handed over yet. */
@Component
public class TakeBackDeparture {

    private final AnnounceDeparture announceDeparture;
    private final Employees employees;
    private final Groups groups;
    private final Notices notices;
    private final CompanyTime time;

    TakeBackDeparture(
            AnnounceDeparture announceDeparture,
            Employees employees,
            Groups groups,
            Notices notices,
            CompanyTime time) {
        this.announceDeparture = announceDeparture;
        this.employees = employees;
        this.groups = groups;
        this.notices = notices;
        this.time = time;
    }

    /**
     * Takes the day back and tells every HR.
     *
     * @param takenBackBy HR or an administrator; null where the product itself does
     * @throws Refusal for anybody else, and where the person is unknown, does not leave, or has left already
     */
    @Transactional
    public void takeBack(String employeeId, @Nullable String takenBackBy) {
        LocalDate on = announceDeparture.takeBack(employeeId, takenBackBy);
        String name = employees.get(employeeId).name();
        groups.members("hr")
                .forEach(hr -> notices.tell(
                        hr,
                        "departure/" + employeeId + "/takenBack/" + time.now(),
                        "mentoring.absence.notice.departureTakenBack",
                        "/departures",
                        name,
                        on.toString()));
    }
}
