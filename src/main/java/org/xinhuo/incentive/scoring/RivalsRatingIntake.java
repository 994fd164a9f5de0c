package org.xinhuo.incentive.scoring;

import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Intake;
import org.xinhuo.base.StagedRows;

/** The same as {@link RivalsShareIntake} for marks: whose month has still to be paid brings none of those beside it. */
@Component
class RivalsRatingIntake implements Intake {

    private final CompanyTime time;

    RivalsRatingIntake(CompanyTime time) {
        this.time = time;
    }

    @Override
    public String kind() {
        return "ratings";
    }

    @Override
    public void check(StagedRows rows) {
        String zone = time.zone().getId();
        rows.refuse("shareId", RivalsShareIntake.REFUSAL, """
                select row_number, "shareId", to_char(share.starts_at at time zone ?, 'YYYY-MM')
                from staged_row s
                join share on share.id = s."shareId"
                join lecturer l on l.employee_id = ? and l.employee_id <> share.lecturer_id
                where share.imported and not exists (select 1 from lecturer_month m
                    where m.period = to_char(share.starts_at at time zone ?, 'YYYY-MM') and m.confirmed_at is not null)
                order by row_number
                """, zone, rows.broughtBy(), zone);
    }

    @Override
    public void merge() {
        // Only looks; the ratings belong to another stage.
    }
}
