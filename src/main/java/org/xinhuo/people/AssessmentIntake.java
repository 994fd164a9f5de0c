package org.xinhuo.people;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Intake;
import org.xinhuo.base.StagedRows;

/** Assessments brought over; those made in the product stay beside them. */
@Component
class AssessmentIntake implements Intake {

    private final JdbcClient jdbc;
    private final CompanyTime time;

    AssessmentIntake(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    @Override
    public String kind() {
        return "assessments";
    }

    @Override
    public void check(StagedRows rows) {
        KnownPeople.check(rows);
    }

    @Override
    public void merge() {
        jdbc.sql("""
                insert into assessment as known (employee_id, competency, level, assessed_on, source, recorded_at)
                select "employeeId", competency, level, "assessedOn", 'import', :now from staged_row order by row_number
                on conflict (employee_id, competency, assessed_on) where source = 'import' do update
                    set level = excluded.level, recorded_at = excluded.recorded_at
                    where known.level <> excluded.level
                """).param("now", Timestamp.from(time.now())).update();
    }
}
