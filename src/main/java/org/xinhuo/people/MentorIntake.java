package org.xinhuo.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Intake;
import org.xinhuo.base.StagedRows;

/** Who mentors, how many at once, and in which style. */
@Component
class MentorIntake implements Intake {

    private final JdbcClient jdbc;

    MentorIntake(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "mentors";
    }

    @Override
    public void check(StagedRows rows) {
        KnownPeople.check(rows);
    }

    @Override
    public void merge() {
        jdbc.sql("""
                insert into mentor as known (employee_id, capacity, style, introduction)
                select "employeeId", capacity, style, introduction from staged_row order by row_number
                on conflict (employee_id) do update set capacity = excluded.capacity, style = excluded.style,
                    introduction = excluded.introduction, version = known.version + 1
                where (known.capacity, known.style, known.introduction)
                    is distinct from (excluded.capacity, excluded.style, excluded.introduction)
                """).update();
    }
}
