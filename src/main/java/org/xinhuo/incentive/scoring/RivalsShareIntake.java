package org.xinhuo.incentive.scoring;

import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Intake;
import org.xinhuo.base.StagedRows;

/**
 * Who lectures brings no shares of others into a month, as long as that month is not confirmed: ranks are money. After that
 * a correction needs a second person. Since when somebody lectures does not matter: another file could say otherwise.
 */
@Component
class RivalsShareIntake implements Intake {

    /** With the month as its second argument. */
    static final String REFUSAL = "incentive.rivalsShareInFile";

    private final CompanyTime time;

    RivalsShareIntake(CompanyTime time) {
        this.time = time;
    }

    @Override
    public String kind() {
        return "shares";
    }

    /** Both the month that a share was in, and the one that the file moves it to. */
    @Override
    public void check(StagedRows rows) {
        String zone = time.zone().getId();
        rows.refuse("id", REFUSAL, """
                select row_number, s.id, min(to_char(month.starts_at at time zone ?, 'YYYY-MM'))
                from staged_row s
                left join share known on known.id = s.id
                cross join lateral (values (s."startsAt"), (known.starts_at)) as month (starts_at)
                join lecturer l on l.employee_id = ?
                    and l.employee_id is distinct from s."lecturerId" and l.employee_id is distinct from known.lecturer_id
                where known.imported is not false and not exists (select 1 from lecturer_month m
                    where m.period = to_char(month.starts_at at time zone ?, 'YYYY-MM') and m.confirmed_at is not null)
                group by row_number, s.id order by row_number
                """, zone, rows.broughtBy(), zone);
    }

    @Override
    public void merge() {
        // Only looks; the shares belong to another stage.
    }
}
