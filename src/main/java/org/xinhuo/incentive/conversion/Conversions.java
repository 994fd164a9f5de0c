package org.xinhuo.incentive.conversion;

import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/**
 * What became of a lecturer's shares, month by month: how many people and files they were reused by, what was brought
 * over by file included, as the score counts it; and how many cases were confirmed. A case counts once, in the month of
 * its first confirmation. No part of the score.
 */
@Component
@Transactional(readOnly = true)
public class Conversions {

    private final JdbcClient jdbc;
    private final CompanyTime time;

    Conversions(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** One month of one lecturer. */
    public record Month(YearMonth period, int reuses, int cases) {}

    private record Row(String period, int reuses, int cases) {}

    /** Every month from one to the other, the latest first; one statement, however many. */
    public List<Month> of(String lecturerId, YearMonth from, YearMonth to) {
        Map<String, Row> rows = new TreeMap<>();
        jdbc.sql("""
                        select to_char(at at time zone :zone, 'YYYY-MM') as period,
                               sum(reuses) as reuses, sum(cases) as cases
                        from (select u.reused_at as at, 1 as reuses, 0 as cases
                              from share s join share_reuse u on u.share_id = s.id and u.employee_id <> s.lecturer_id
                              where s.lecturer_id = :lecturer
                              union all
                              select s.starts_at, s.imported_reuse, 0 from share s
                              where s.lecturer_id = :lecturer and s.imported_reuse > 0
                              union all
                              select c.first_confirmed_at, 0, 1
                              from share s join application_case c on c.share_id = s.id
                              where s.lecturer_id = :lecturer and c.first_confirmed_at is not null) e
                        where at >= :from and at < :until group by 1
                        """)
                .param("zone", time.zone().getId())
                .param("lecturer", lecturerId)
                .param("from", Timestamp.from(time.startOf(from.atDay(1))))
                .param("until", Timestamp.from(time.startOf(to.plusMonths(1).atDay(1))))
                .query((row, number) -> new Row(row.getString("period"), row.getInt("reuses"), row.getInt("cases")))
                .list()
                .forEach(row -> rows.put(row.period(), row));
        List<Month> months = new ArrayList<>();
        for (YearMonth month = to; !month.isBefore(from); month = month.minusMonths(1)) {
            Row row = rows.getOrDefault(month.toString(), new Row("", 0, 0));
            months.add(new Month(month, row.reuses(), row.cases()));
        }
        return months;
    }
}
