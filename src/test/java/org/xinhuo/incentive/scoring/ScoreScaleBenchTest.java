package org.xinhuo.incentive.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.engine.Decisions;
import org.xinhuo.incentive.scoring.MonthScores.Scope;
import org.xinhuo.testing.SqlCount;
import org.xinhuo.testing.XinhuoTest;

/**
 * What a month costs with two thousand lecturers and a hundred thousand ratings a month, over six months, and with less.
 * Prints a table, and leaves it in target/bench. {@code mvn -P bench test -Dtest=ScoreScaleBenchTest}.
 */
@Tag("bench")
@XinhuoTest
class ScoreScaleBenchTest {

    private static final Logger LOG = LoggerFactory.getLogger(ScoreScaleBenchTest.class);

    private static final YearMonth JUNE = YearMonth.of(2026, 6);

    private static final int MONTHS = 6;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SqlCount statements;

    @Autowired
    MonthScores scores;

    @Autowired
    LecturerMonths months;

    @Autowired
    LiftMonth lift;

    @Autowired
    MonthlyResults results;

    @Autowired
    MonthRevisions revisions;

    @Autowired
    Decisions decisions;

    private final List<String> table = new ArrayList<>();

    private record Cost(long statements, long[] nanos) {

        /** The median, with the number of statements. */
        @Override
        public String toString() {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return String.format(Locale.ROOT, "%d · %.0f ms", statements, sorted[sorted.length / 2] / 1e6);
        }
    }

    @Test
    void twoThousandLecturersAndAHundredThousandRatingsAMonth() throws Exception {
        table.add("| lecturers | ratings a month | score everybody | one live month | what lifts it | board"
                + " | results of the review | freeze | draft of a correction | read a confirmed month |");
        table.add("|---|---|---|---|---|---|---|---|---|---|");
        // The first one warms up.
        measure(500);
        table.remove(2);
        measure(3);
        measure(500);
        measure(2000);
        String printed = String.join("\n", table);
        LOG.info("\n{}", printed);
        Files.writeString(
                Files.createDirectories(Path.of("target", "bench")).resolve("score-scale.md"), printed + "\n");
    }

    private void measure(int lecturers) throws Exception {
        clear();
        seed(lecturers);
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-06-20T02:00:00Z")));
        ScoringRules rules = new ScoringRules(decisions::preview);
        Cost everybody = cost(5, () -> scores.of(JUNE, rules, Scope.EVERYBODY));
        Cost one = cost(9, () -> months.find("e1", JUNE));
        LecturerMonth live = months.find("e1", JUNE).orElseThrow();
        Cost lifting = cost(5, () -> lift.of(live));
        Cost board = cost(3, () -> months.board(JUNE, null));
        Cost review = cost(3, () -> results.compute(JUNE, "r"));
        Cost freeze = cost(1, () -> results.freeze(JUNE, Instant.now()));
        transaction.executeWithoutResult(open -> {
            jdbc.update("insert into month_correction (id, period, number, state, rules, reason, requested_at)"
                    + " values ('c', '2026-06', 1, 'OPEN', 'confirmed', 'why', now())");
            jdbc.update("update share set content_state = 'LATE' where id like 's%-5-1'");
        });
        Cost draft = cost(3, () -> revisions.draft(JUNE, "c", 1, true));
        Cost confirmed = cost(9, () -> months.find("e1", JUNE));
        table.add(String.format(
                Locale.ROOT,
                "| %,d | %,d | %s | %s | %s | %s | %s | %s | %s | %s |",
                lecturers,
                jdbc.queryForObject(
                        "select count(*) from rating r join share s on s.id = r.share_id where s.starts_at"
                                + " >= '2026-06-01' and s.starts_at < '2026-07-01'",
                        Integer.class),
                everybody,
                one,
                lifting,
                board,
                review,
                freeze,
                draft,
                confirmed));
        assertThat(results.of(JUNE)).hasSize(lecturers);
        assertThat(revisions.changes("c")).hasSize(lecturers);
    }

    private Cost cost(int times, SqlCount.Work work) throws Exception {
        long sent = 0;
        long[] nanos = new long[times];
        for (int index = 0; index < times; index++) {
            long started = System.nanoTime();
            sent = statements.of(work);
            nanos[index] = System.nanoTime() - started;
        }
        return new Cost(sent, nanos);
    }

    /** Ten employees a lecturer; two shares a month, each rated by twenty-five, some of them lecturers. */
    private void seed(int lecturers) {
        transaction.executeWithoutResult(open -> {
            jdbc.update(
                    "insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                            + " select 'e' || n, '员工' || n, 'D' || n % 20, 'Consultant', date '2021-01-01', 'zh-CN',"
                            + " 'Asia/Shanghai', 'CN' from generate_series(1, ?) n",
                    Math.max(100, lecturers * 10));
            jdbc.update(
                    "insert into lecturer (employee_id, lecturer_group, since) select 'e' || n,"
                            + " case when n % 5 = 0 then 'sales' else 'default' end, date '2024-01-01'"
                            + " from generate_series(1, ?) n",
                    lecturers);
            jdbc.update(
                    "insert into share (id, lecturer_id, title, starts_at, minutes, state, content_state,"
                            + " reported_minutes, imported_reuse) select 's' || n || '-' || m || '-' || k, 'e' || n, 'x',"
                            + " timestamptz '2026-01-10 06:00Z' + m * interval '1 month' + k * interval '5 days', 45,"
                            + " 'HELD', 'SUBMITTED', 45, n % 3 from generate_series(1, ?) n,"
                            + " generate_series(0, ?) m, generate_series(1, 2) k",
                    lecturers, MONTHS - 1);
            jdbc.update(
                    "insert into rating (share_id, learner_id, score, rated_at)"
                            + " select s.id, 'e' || 1 + (hashtext(s.id)::bigint + 2147483648 + r * 7919) % ?,"
                            + " 5 + abs(hashtext(s.id || r)) % 6, s.starts_at from share s, generate_series(1, 25) r",
                    Math.max(100, lecturers * 10));
            jdbc.update("insert into monthly_review (id, period, state, opened_at)"
                    + " values ('r', '2026-06', 'OPEN', now())");
            for (String each : List.of("rating", "share", "lecturer", "employee")) {
                jdbc.execute("analyze " + each);
            }
        });
    }

    private void clear() {
        transaction.executeWithoutResult(open -> {
            jdbc.execute("set local session_replication_role = replica");
            for (String each : List.of(
                    "month_result", "month_correction", "monthly_review", "rating", "share", "lecturer", "employee")) {
                jdbc.execute("delete from " + each);
            }
        });
    }
}
