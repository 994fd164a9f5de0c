package org.xinhuo.incentive.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.testing.XinhuoTest;

/**
 * What fair scores cost with two thousand lecturers and a hundred thousand ratings a month over six months, and with half
 * and a quarter of that. Prints a table, and leaves it in target/bench. {@code mvn -P bench test
 * -Dtest=FairScaleBenchTest}.
 */
@Tag("bench")
@XinhuoTest
class FairScaleBenchTest {

    private static final Logger LOG = LoggerFactory.getLogger(FairScaleBenchTest.class);

    private static final YearMonth LAST = YearMonth.of(2026, 6);

    private static final int SHARES_A_MONTH = 2;

    private static final long MOST_MEMORY = 64L << 20;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ReadMarks readMarks;

    private final List<String> table = new ArrayList<>();

    @Test
    void sixHundredThousandRatings() throws IOException {
        table.add("| lecturers | ratings of six months | read | memory | variances | levelled | rounds | intervals |"
                + " rings | pairs looked at |");
        table.add("|---|---|---|---|---|---|---|---|---|---|");
        measure(500);
        clear();
        measure(1000);
        clear();
        long whole = measure(2000);
        String printed = String.join("\n", table);
        LOG.info("\n{}", printed);
        Files.writeString(Files.createDirectories(Path.of("target", "bench")).resolve("fair-scale.md"), printed + "\n");
        // Thirty bytes a mark and the names of those who gave and got them; nothing of the rows themselves.
        assertThat(whole).isLessThan(MOST_MEMORY);
    }

    private long measure(int lecturers) {
        seed(lecturers);
        long before = used();
        long started = System.nanoTime();
        Marks marks = transaction
                .execute(open -> readMarks.between(LAST.minusMonths(5), LAST))
                .marks();
        long read = System.nanoTime() - started;
        long memory = used() - before;
        started = System.nanoTime();
        Spread spread = Spread.of(marks, FairSimulation.LIMITS);
        long variances = System.nanoTime() - started;
        started = System.nanoTime();
        Levelling fit = Levelling.of(marks, spread);
        long levelled = System.nanoTime() - started;
        started = System.nanoTime();
        fit.variances();
        long intervals = System.nanoTime() - started;
        started = System.nanoTime();
        RingSearch.in(fit, LAST, FairSimulation.RINGS, Set.of());
        long rings = System.nanoTime() - started;
        int pairs = new GroupTest(fit)
                .since(LAST.minusMonths(5), Set.of())
                .mutualPairs()
                .size();
        table.add(String.format(
                Locale.ROOT,
                "| %,d | %,d | %.2f s | %d MB | %.2f s | %.2f s | %d | %.2f s | %.2f s | %,d |",
                lecturers,
                lecturers * 50 * 6,
                read / 1e9,
                memory >> 20,
                variances / 1e9,
                levelled / 1e9,
                fit.rounds(),
                intervals / 1e9,
                rings / 1e9,
                pairs));
        assertThat(fit.settled()).isTrue();
        return memory;
    }

    /** Ten employees a lecturer; each share is rated by twenty-five, some of them lecturers. */
    private void seed(int lecturers) {
        transaction.executeWithoutResult(open -> {
            jdbc.update(
                    "insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                            + " select 'e' || n, '员工' || n, 'Sales', 'Consultant', date '2021-01-01', 'zh-CN',"
                            + " 'Asia/Shanghai', 'CN' from generate_series(1, ?) n",
                    lecturers * 10);
            jdbc.update(
                    "insert into lecturer (employee_id, lecturer_group, since)"
                            + " select 'e' || n, 'default', date '2024-01-01' from generate_series(1, ?) n",
                    lecturers);
            jdbc.update(
                    "insert into share (id, lecturer_id, title, starts_at, minutes, state, content_state,"
                            + " reported_minutes) select 's' || n || '-' || m || '-' || k, 'e' || n, 'x',"
                            + " timestamptz '2026-01-10 06:00Z' + m * interval '1 month' + k * interval '5 days', 45,"
                            + " 'HELD', 'SUBMITTED', 45 from generate_series(1, ?) n, generate_series(0, 5) m,"
                            + " generate_series(1, ?) k",
                    lecturers,
                    SHARES_A_MONTH);
            // Multipliers without a common factor spread raters evenly and never twice over one share.
            jdbc.update(
                    "insert into rating (share_id, learner_id, score, rated_at)"
                            + " select s.id, 'e' || 1 + (hashtext(s.id)::bigint + 2147483648 + r * 7919) % ?,"
                            + " 5 + abs(hashtext(s.id || r)) % 6, s.starts_at from share s, generate_series(1, 25) r",
                    lecturers * 10);
            jdbc.execute("analyze rating");
        });
    }

    private void clear() {
        transaction.executeWithoutResult(open -> {
            for (String each : List.of("rating", "share", "lecturer", "employee")) {
                jdbc.execute("delete from " + each);
            }
        });
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
