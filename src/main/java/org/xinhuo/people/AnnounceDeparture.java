package org.xinhuo.people;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;

/** Somebody will leave the company, or has left. From that day on there is no login, and no group. */
@Component
public class AnnounceDeparture {

    private static final Set<String> MAY_ANNOUNCE = Set.of("hr", "camunda-admin");

    private final Employees employees;
    private final Groups groups;
    private final JdbcClient jdbc;
    private final CompanyTime time;
    private final ApplicationEventPublisher events;

    AnnounceDeparture(
            Employees employees, Groups groups, JdbcClient jdbc, CompanyTime time, ApplicationEventPublisher events) {
        this.employees = employees;
        this.groups = groups;
        this.jdbc = jdbc;
        this.time = time;
        this.events = events;
    }

    /**
     * Writes the day.
     *
     * @param on the first day on which the person no longer works here
     * @param announcedBy HR or an administrator, and nobody for himself; null where the product itself does
     * @throws Refusal for anybody else, and where the person is unknown, not hired yet by then, or leaving already
     */
    @Transactional
    public void announce(String employeeId, LocalDate on, @Nullable String announcedBy) {
        expectMayAnnounce(employeeId, announcedBy);
        Employee employee = employees.get(employeeId);
        if (on.isBefore(employee.hiredOn())) {
            throw Refusal.invalid(
                    "on", "people.departureBeforeHired", employee.hiredOn().toString());
        }
        boolean wasAdministrator = groups.of(employeeId).contains("camunda-admin");
        int written = jdbc.sql("update employee set left_on = :on, version = version + 1"
                        + " where id = :id and left_on is null")
                .param("on", Date.valueOf(on))
                .param("id", employeeId)
                .update();
        if (written == 0) {
            throw Refusal.conflict("people.leavingAlready", employeeId);
        }
        // Whoever leaves later counts neither: the company is not left without an administrator by and by.
        boolean anyAdministratorStays = jdbc.sql("select count(*) from employee_role r join employee e"
                                + " on e.id = r.employee_id where r.role = 'camunda-admin' and e.left_on is null")
                        .query(Long.class)
                        .single()
                > 0;
        if (wasAdministrator && !anyAdministratorStays) {
            throw Refusal.conflict("people.lastAdministrator");
        }
        events.publishEvent(new DepartureAnnounced(employeeId, on));
    }

    /**
     * Takes an announced departure back before its day has come.
     *
     * @param takenBackBy HR or an administrator, and nobody for himself; null where the product itself does
     * @return the day that had been announced
     * @throws Refusal for anybody else, and where the person is unknown, does not leave, or has left already
     */
    @Transactional
    public LocalDate takeBack(String employeeId, @Nullable String takenBackBy) {
        expectMayAnnounce(employeeId, takenBackBy);
        // Locked, so that the day cannot come between the look and the change.
        Date announced = jdbc.sql("select left_on from employee where id = :id for update")
                .param("id", employeeId)
                .query((row, number) -> Optional.ofNullable(row.getDate("left_on")))
                .optional()
                .orElseThrow(() -> Refusal.notFound("people.unknownEmployee", employeeId))
                .orElseThrow(() -> Refusal.conflict("people.notLeaving", employeeId));
        LocalDate on = announced.toLocalDate();
        if (!on.isAfter(time.today())) {
            throw Refusal.conflict("people.leftAlready", employeeId, on.toString());
        }
        jdbc.sql("update employee set left_on = null, version = version + 1 where id = :id")
                .param("id", employeeId)
                .update();
        return on;
    }

    void expectMayAnnounce(String employeeId, @Nullable String person) {
        if (person != null
                && (person.equals(employeeId) || groups.of(person).stream().noneMatch(MAY_ANNOUNCE::contains))) {
            throw Refusal.forbidden("people.mayNotAnnounceDeparture");
        }
    }
}
