package org.xinhuo.people;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;

/** Somebody who had left works here again: login, groups and what follows from them are there at once. */
@Component
public class NoteReturn {

    private final AnnounceDeparture announceDeparture;
    private final JdbcClient jdbc;
    private final CompanyTime time;

    NoteReturn(AnnounceDeparture announceDeparture, JdbcClient jdbc, CompanyTime time) {
        this.announceDeparture = announceDeparture;
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Takes the day of leaving from the person, and keeps both days.
     *
     * @param on the first day of work; not before the day of leaving, and not after today, as it acts at once
     * @param handedOver whether what the person did was handed over, which may be so before the day of leaving
     * @param notedBy HR or an administrator, and nobody for himself; null where the product itself does
     * @throws Refusal for anybody else, where the person is unknown, or has not left, and where the day will not do
     */
    @Transactional
    public void note(String employeeId, LocalDate on, boolean handedOver, @Nullable String notedBy) {
        announceDeparture.expectMayAnnounce(employeeId, notedBy);
        LocalDate leftOn = jdbc.sql("select left_on from employee where id = :id for update")
                .param("id", employeeId)
                .query((row, number) -> Optional.ofNullable(row.getDate("left_on")))
                .optional()
                .orElseThrow(() -> Refusal.notFound("people.unknownEmployee", employeeId))
                .orElseThrow(() -> Refusal.conflict("people.notLeft", employeeId))
                .toLocalDate();
        LocalDate today = time.today();
        boolean leavesLater = leftOn.isAfter(today);
        if (leavesLater && !handedOver) {
            throw Refusal.conflict("people.notLeftYet", employeeId, leftOn.toString());
        }
        LocalDate earliest = leavesLater ? today : leftOn;
        if (on.isBefore(earliest) || on.isAfter(today)) {
            throw Refusal.invalid("on", "people.returnOutOfRange", earliest.toString(), today.toString());
        }
        jdbc.sql("update employee set left_on = null, version = version + 1 where id = :id")
                .param("id", employeeId)
                .update();
        jdbc.sql("insert into employee_return (employee_id, left_on, returned_on, noted_by, noted_at)"
                        + " values (:id, :left, :returned, :by, :now)")
                .param("id", employeeId)
                .param("left", Date.valueOf(leftOn))
                .param("returned", Date.valueOf(on))
                .param("by", notedBy)
                .param("now", Timestamp.from(time.now()))
                .update();
    }
}
