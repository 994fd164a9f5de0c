package org.xinhuo.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Intake;
import org.xinhuo.base.StagedRows;

/** What jobs ask for. */
@Component
class CompetencyModelIntake implements Intake {

    private final JdbcClient jdbc;

    CompetencyModelIntake(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "competency-models";
    }

    @Override
    public void check(StagedRows rows) {
        // A job needs nobody who has it yet: the model may come first.
    }

    @Override
    public void merge() {
        jdbc.sql("""
                insert into job_competency (job, competency, required_level, weight)
                select job, competency, "requiredLevel", coalesce(weight, 1) from staged_row order by row_number
                on conflict (job, competency) do update
                    set required_level = excluded.required_level, weight = excluded.weight
                """).update();
    }
}
