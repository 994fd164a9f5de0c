package org.xinhuo.incentive.sharing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Intake;
import org.xinhuo.base.StagedRows;

/** Where nobody wrote down who came to an imported share, a file of ratings tells it: who rated was there. */
@Component
class RaterIntake implements Intake {

    private final JdbcClient jdbc;

    RaterIntake(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "ratings";
    }

    @Override
    public void check(StagedRows rows) {
        // Only adds; what a rating must be is another stage's.
    }

    @Override
    public void merge() {
        jdbc.sql("""
                insert into share_attendance (share_id, employee_id)
                select share.id, s."learnerId" from staged_row s join share on share.id = s."shareId"
                where not share.attendance_listed
                on conflict do nothing
                """).update();
    }
}
