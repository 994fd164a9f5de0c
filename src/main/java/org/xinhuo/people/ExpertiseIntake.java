package org.xinhuo.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Intake;
import org.xinhuo.base.StagedRows;

/** What mentors can do, and for how many years. */
@Component
class ExpertiseIntake implements Intake {

    private final JdbcClient jdbc;

    ExpertiseIntake(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "mentor-expertise";
    }

    @Override
    public void check(StagedRows rows) {
        KnownPeople.check(rows);
    }

    @Override
    public void merge() {
        jdbc.sql("""
                insert into mentor_expertise (employee_id, competency, level, years)
                select "employeeId", competency, level, years from staged_row order by row_number
                on conflict (employee_id, competency) do update set level = excluded.level, years = excluded.years
                """).update();
    }
}
