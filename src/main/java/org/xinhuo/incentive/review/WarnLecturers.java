package org.xinhuo.incentive.review;

import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.incentive.scoring.Grade;

/**
 * Writes an improvement notice for every two failed months in a row. An old month that is confirmed late makes a row
 * with the month after it as well as with the one before.
 */
@Component
@Transactional
public class WarnLecturers {

    private final JdbcClient jdbc;
    private final CompanyTime time;

    WarnLecturers(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * @param period a confirmed month, reviewed or corrected just now
     * @return the ids of the notices that are new; a second run finds none
     */
    public List<String> warn(YearMonth period) {
        return Stream.concat(warnOf(period).stream(), warnOf(period.plusMonths(1)).stream())
                .toList();
    }

    private List<String> warnOf(YearMonth second) {
        return jdbc.sql("""
                        insert into improvement_notice (id, lecturer_id, period, created_at)
                        select gen_random_uuid()::text, this.lecturer_id, this.period, :now
                        from lecturer_month this
                        join lecturer_month before on before.lecturer_id = this.lecturer_id
                        join employee e on e.id = this.lecturer_id
                        where this.period = :second and this.grade = :fail and this.confirmed_at is not null
                          and before.period = :first and before.grade = :fail and before.confirmed_at is not null
                          and (e.left_on is null or e.left_on > :today)
                        order by this.lecturer_id
                        on conflict (lecturer_id, period) do nothing
                        returning id
                        """)
                .param("now", Timestamp.from(time.now()))
                .param("second", second.toString())
                .param("first", second.minusMonths(1).toString())
                .param("fail", Grade.FAIL)
                .param("today", time.today())
                .query(String.class)
                .list();
    }
}
