package org.xinhuo.incentive.review;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.incentive.scoring.Grade;
import org.xinhuo.incentive.scoring.MonthlyResults;

/** The facts that the decision {@code lecturer-warning} is asked with. */
@Component
class FailedMonths {

    private final MonthlyResults results;
    private final JdbcClient jdbc;
    private final CompanyTime time;

    FailedMonths(MonthlyResults results, JdbcClient jdbc, CompanyTime time) {
        this.results = results;
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Everything that is asked of these lecturers, by few statements. */
    final class Facts {

        private final Map<String, Map<YearMonth, String>> grades;
        private final Map<String, LocalDate> since = new HashMap<>();
        private final Map<String, Map<YearMonth, Integer>> planned = new HashMap<>();

        private Facts(Set<String> lecturers) {
            grades = results.gradesOf(lecturers);
            if (lecturers.isEmpty()) {
                return;
            }
            jdbc.sql("select employee_id, since from lecturer where employee_id in (:lecturers)")
                    .param("lecturers", lecturers)
                    .query(row -> {
                        since.put(row.getString("employee_id"), row.getObject("since", LocalDate.class));
                    });
            jdbc.sql("select lecturer_id, to_char(starts_at at time zone :zone, 'YYYY-MM') as month, count(*) as shares"
                            + " from share where lecturer_id in (:lecturers) and state <> 'CANCELLED' group by 1, 2")
                    .param("zone", time.zone().getId())
                    .param("lecturers", lecturers)
                    .query(row -> {
                        planned.computeIfAbsent(row.getString("lecturer_id"), id -> new HashMap<>())
                                .put(YearMonth.parse(row.getString("month")), row.getInt("shares"));
                    });
        }

        boolean failed(String lecturer, YearMonth month) {
            return Grade.FAIL.equals(grades.getOrDefault(lecturer, Map.of()).get(month));
        }

        /** @return null where the month is not failed */
        WarningRule.@Nullable Case upTo(String lecturer, YearMonth month) {
            int row = 0;
            int shares = 0;
            Map<YearMonth, Integer> turns = planned.getOrDefault(lecturer, Map.of());
            while (failed(lecturer, month.minusMonths(row))) {
                shares += turns.getOrDefault(month.minusMonths(row), 0);
                row++;
            }
            if (row == 0) {
                return null;
            }
            YearMonth first = YearMonth.from(since.getOrDefault(lecturer, month.atDay(1)));
            long lecturing = Math.max(0, ChronoUnit.MONTHS.between(first, month) + 1);
            return new WarningRule.Case(row, shares, Math.toIntExact(lecturing));
        }
    }

    Facts of(Set<String> lecturers) {
        return new Facts(lecturers);
    }
}
