package org.xinhuo.incentive.fairness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;

/** Reads the marks of a window of months, one row a rater, lecturer and month, as they stream in. */
@Component
class ReadMarks {

    private static final String SELECT = """
            select r.learner_id, s.lecturer_id,
                   to_char(s.starts_at at time zone ?, 'YYYY-MM') as month,
                   sum(r.score) as total, count(*) as marks
            from share s join rating r on r.share_id = s.id
            where s.starts_at >= ? and s.starts_at < ?
            group by 1, 2, 3
            """;

    /** Bounds what the driver holds at once. */
    private static final int PORTION = 5000;

    private static final int DECIMALS = 6;

    private final JdbcTemplate jdbc;
    private final CompanyTime time;

    ReadMarks(JdbcTemplate jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** @param rawMeans of the last month, of all ratings of a lecturer, six decimals */
    record Window(Marks marks, Map<String, BigDecimal> rawMeans) {}

    Window between(YearMonth first, YearMonth last) {
        Marks.Intake intake = new Marks.Intake();
        Map<String, YearMonth> months = new HashMap<>();
        Map<String, long[]> sums = new HashMap<>();
        jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(SELECT);
                    statement.setFetchSize(PORTION);
                    statement.setString(1, time.zone().getId());
                    statement.setTimestamp(2, Timestamp.from(time.startOf(first.atDay(1))));
                    statement.setTimestamp(
                            3, Timestamp.from(time.startOf(last.plusMonths(1).atDay(1))));
                    return statement;
                },
                row -> {
                    YearMonth month = months.computeIfAbsent(row.getString("month"), YearMonth::parse);
                    String lecturer = row.getString("lecturer_id");
                    int sum = row.getInt("total");
                    int count = row.getInt("marks");
                    intake.add(row.getString("learner_id"), lecturer, month, sum, count);
                    if (month.equals(last)) {
                        long[] all = sums.computeIfAbsent(lecturer, id -> new long[2]);
                        all[0] += sum;
                        all[1] += count;
                    }
                });
        Map<String, BigDecimal> rawMeans = new HashMap<>();
        sums.forEach((lecturer, all) -> rawMeans.put(
                lecturer,
                BigDecimal.valueOf(all[0]).divide(BigDecimal.valueOf(all[1]), DECIMALS, RoundingMode.HALF_UP)));
        return new Window(intake.taken(), rawMeans);
    }
}
