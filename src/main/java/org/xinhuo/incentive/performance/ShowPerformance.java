package org.xinhuo.incentive.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Decisions.Preview;
import org.xinhuo.engine.Outcome;
import org.xinhuo.incentive.performance.LecturerPerformance.Month;

/**
 * The lecturer results of a span of months at their weight in the performance review (requirement L18). Only confirmed
 * months count, as they stand after their last correction; a month without a result is not counted as nothing.
 */
@Component
@Transactional(readOnly = true)
public class ShowPerformance {

    static final String DECISION = "performance-weight";

    /** Ten years: more is a slip of the pen. */
    private static final int LONGEST_SPAN = 120;

    private static final int DECIMALS = 2;

    private final JdbcClient jdbc;
    private final Decisions decisions;

    ShowPerformance(JdbcClient jdbc, Decisions decisions) {
        this.jdbc = jdbc;
        this.decisions = decisions;
    }

    private record Row(String lecturerId, String name, String department, String group, Month month) {}

    /**
     * Everybody with a confirmed month in the span, by department and id.
     *
     * @param from the first month
     * @param to the last month, included
     * @throws Refusal where the span ends before it begins or is longer than ten years, or the table gives a weight that
     *     is no fraction
     */
    public List<LecturerPerformance> between(YearMonth from, YearMonth to) {
        if (to.isBefore(from)) {
            throw Refusal.invalid("to", "performance.endsBeforeItBegins", from.toString(), to.toString());
        }
        if (from.plusMonths(LONGEST_SPAN).isBefore(to)) {
            throw Refusal.invalid("from", "performance.tooLong", LONGEST_SPAN);
        }
        Map<String, List<Row>> byLecturer = new LinkedHashMap<>();
        for (Row row : rows(from, to)) {
            byLecturer
                    .computeIfAbsent(row.lecturerId(), id -> new ArrayList<>())
                    .add(row);
        }
        Preview table = decisions.preview(DECISION);
        Map<String, Outcome> asked = new HashMap<>();
        List<LecturerPerformance> lines = new ArrayList<>();
        for (List<Row> months : byLecturer.values()) {
            Row latest = months.get(months.size() - 1);
            Outcome weight = asked.computeIfAbsent(latest.group(), group -> table.decide(Map.of("group", group)));
            if (!weight.rows().isEmpty()) {
                lines.add(line(latest, months.stream().map(Row::month).toList(), weight));
            }
        }
        return lines;
    }

    private static LecturerPerformance line(Row latest, List<Month> months, Outcome outcome) {
        BigDecimal sum = months.stream().map(Month::score).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal count = BigDecimal.valueOf(months.size());
        BigDecimal weight = weight(outcome);
        return new LecturerPerformance(
                latest.lecturerId(),
                latest.name(),
                latest.department(),
                latest.group(),
                months,
                sum.divide(count, DECIMALS, RoundingMode.HALF_UP),
                weight,
                weight.multiply(sum).divide(count, DECIMALS, RoundingMode.HALF_UP),
                outcome.decision().key(),
                outcome.decision().version());
    }

    /** @throws Refusal where it is no fraction of 1, such as 15 for fifteen per cent */
    private static BigDecimal weight(Outcome outcome) {
        BigDecimal weight = outcome.first().number("weight");
        if (weight.signum() < 0 || weight.compareTo(BigDecimal.ONE) > 0) {
            throw Refusal.conflict(
                    "table.fraction",
                    outcome.decision().key(),
                    outcome.decision().version(),
                    "weight",
                    weight.toPlainString());
        }
        return weight;
    }

    private List<Row> rows(YearMonth from, YearMonth to) {
        return jdbc.sql("""
                        select m.lecturer_id, e.name, m.department, m.lecturer_group, m.period, m.score, m.grade,
                            last_value(m.department) over (partition by m.lecturer_id order by m.period
                                rows between unbounded preceding and unbounded following) as latest_department
                        from lecturer_month m join employee e on e.id = m.lecturer_id
                        where m.confirmed_at is not null and m.period between :from and :to
                        order by latest_department, m.lecturer_id, m.period
                        """)
                .param("from", from.toString())
                .param("to", to.toString())
                .query((row, index) -> new Row(
                        row.getString("lecturer_id"),
                        row.getString("name"),
                        row.getString("department"),
                        row.getString("lecturer_group"),
                        new Month(row.getString("period"), row.getBigDecimal("score"), row.getString("grade"))))
                .list();
    }
}
