package org.xinhuo.incentive.sharing;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Intake;
import org.xinhuo.base.StagedRows;

/**
 * Shares that were held before they came here. They count as held for the minutes that the file tells; the content was
 * in time if it was there 24 hours before the start, late after that, missed where no time is given; nobody can rate
 * them any more except by a file. Without attendees, nobody wrote down who came.
 */
@Component
class ShareIntake implements Intake {

    private final JdbcClient jdbc;
    private final CompanyTime time;

    ShareIntake(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    @Override
    public String kind() {
        return "shares";
    }

    @Override
    public void check(StagedRows rows) {
        rows.refuse("lecturerId", "incentive.notALecturer", """
                select row_number, "lecturerId" from staged_row s
                where "lecturerId" is not null
                  and not exists (select 1 from lecturer l where l.employee_id = s."lecturerId")
                order by row_number
                """);
        rows.refuse("attendees", "people.unknownEmployee", """
                select row_number, attendee from staged_row s cross join unnest(attendees) as attendee
                where not exists (select 1 from employee e where e.id = attendee)
                order by row_number, attendee
                """);
        rows.refuse("id", "incentive.shareNotImported", """
                select row_number, s.id from staged_row s join share known on known.id = s.id
                where not known.imported order by row_number
                """);
        // Neither brought in nor given away by whom it may pay.
        rows.refuse("id", "incentive.ownShareInFile", """
                select row_number, s.id from staged_row s left join share known on known.id = s.id
                where s.id is not null and ? in (s."lecturerId", known.lecturer_id) order by row_number
                """, rows.broughtBy());
    }

    @Override
    public void merge() {
        // Without a list in either file, those who rated stay.
        jdbc.sql("""
                delete from share_attendance a using staged_row s, share known
                where a.share_id = s.id and known.id = s.id and not a.employee_id = any (s.attendees)
                  and (known.attendance_listed or cardinality(s.attendees) > 0)
                """).update();
        jdbc.sql("""
                insert into share as known (id, lecturer_id, title, starts_at, minutes, state, content_state,
                    submitted_at, held_at, reported_minutes, rating_opened_at, rating_closes_at, rating_closed_at,
                    imported_reuse, imported, attendance_listed)
                select id, "lecturerId", title, "startsAt", minutes, 'HELD',
                    case when "submittedAt" is null then 'MISSED'
                         when "submittedAt" <= "startsAt" - interval '24 hours' then 'SUBMITTED'
                         else 'LATE' end,
                    "submittedAt", "startsAt", minutes, "startsAt", :now, :now, reuse, true,
                    cardinality(attendees) > 0
                from staged_row order by row_number
                on conflict (id) do update set lecturer_id = excluded.lecturer_id, title = excluded.title,
                    starts_at = excluded.starts_at, minutes = excluded.minutes, content_state = excluded.content_state,
                    submitted_at = excluded.submitted_at, held_at = excluded.held_at,
                    reported_minutes = excluded.reported_minutes, rating_opened_at = excluded.rating_opened_at,
                    imported_reuse = excluded.imported_reuse,
                    attendance_listed = excluded.attendance_listed, version = known.version + 1
                where (known.lecturer_id, known.title, known.starts_at, known.minutes, known.submitted_at,
                    known.imported_reuse, known.attendance_listed)
                  is distinct from (excluded.lecturer_id, excluded.title, excluded.starts_at, excluded.minutes,
                    excluded.submitted_at, excluded.imported_reuse, excluded.attendance_listed)
                """).param("now", Timestamp.from(time.now())).update();
        jdbc.sql("""
                insert into share_attendance (share_id, employee_id)
                select s.id, attendee from staged_row s cross join unnest(s.attendees) as attendee
                on conflict do nothing
                """).update();
    }
}
