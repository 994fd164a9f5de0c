package org.xinhuo.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Intake;
import org.xinhuo.base.StagedRows;

/** Who lectures, in which group and on what. */
@Component
class LecturerIntake implements Intake {

    private final JdbcClient jdbc;

    LecturerIntake(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "lecturers";
    }

    @Override
    public void check(StagedRows rows) {
        KnownPeople.check(rows);
        // Targets and weights go by the group, a result by the first day: who competes changes neither, the own ones
        // least.
        rows.refuse("employeeId", "people.lecturerByALecturer", """
                select row_number, "employeeId" from staged_row s
                join lecturer known on known.employee_id = s."employeeId"
                where (known.lecturer_group, known.since) is distinct from (s."group", s.since)
                  and exists (select 1 from lecturer who where who.employee_id = ?)
                order by row_number
                """, rows.broughtBy());
    }

    @Override
    public void merge() {
        jdbc.sql("""
                insert into lecturer as known (employee_id, lecturer_group, since, topics)
                select "employeeId", "group", since, coalesce(topics, '') from staged_row order by row_number
                on conflict (employee_id) do update set lecturer_group = excluded.lecturer_group, since = excluded.since,
                    topics = excluded.topics, version = known.version + 1
                where (known.lecturer_group, known.since, known.topics)
                    is distinct from (excluded.lecturer_group, excluded.since, excluded.topics)
                """).update();
    }
}
