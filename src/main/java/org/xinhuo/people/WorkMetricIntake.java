package org.xinhuo.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Intake;
import org.xinhuo.base.StagedRows;

/** Figures of work, month by month. */
@Component
class WorkMetricIntake implements Intake {

    private final JdbcClient jdbc;

    WorkMetricIntake(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "work-metrics";
    }

    @Override
    public void check(StagedRows rows) {
        KnownPeople.check(rows);
    }

    @Override
    public void merge() {
        jdbc.sql("""
                insert into work_metric (employee_id, period, metric, value, target, better, competency)
                select "employeeId", period, metric, value, target, better, competency from staged_row order by row_number
                on conflict (employee_id, period, metric) do update set value = excluded.value, target = excluded.target,
                    better = excluded.better, competency = excluded.competency
                """).update();
    }
}
