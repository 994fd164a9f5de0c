package org.xinhuo.incentive.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.testing.SqlCount;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** The number of statements does not grow with the company. */
@XinhuoTest
class ScoreStatementsTest {

    static final YearMonth JUNE = YearMonth.of(2026, 6);

    @Autowired
    TestCompany company;

    @Autowired
    LecturerMonths months;

    @Autowired
    LiftMonth lift;

    @Autowired
    MonthlyResults results;

    @Autowired
    MonthRevisions revisions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SqlCount statements;

    @Test
    void threeAndTwoThousandLecturersCostTheSame() throws Exception {
        lecturers(1, 3);
        look();
        long[] few = look();
        lecturers(4, 2_000);
        assertThat(jdbc.sql("select count(*) from lecturer")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2_000);
        assertThat(look()).isEqualTo(few);
    }

    /** One alone, the board, what lifts, the drafts of a review, freezing them, and the draft of a correction. */
    private long[] look() throws Exception {
        company.write("update share set reported_minutes = 45");
        jdbc.sql("select 1").query(Integer.class).single();
        company.write("insert into monthly_review (id, period, state, opened_at) values ('r', '2026-06', 'OPEN', now())"
                + " on conflict do nothing");
        LecturerMonth one = months.find("l1", JUNE).orElseThrow();
        long[] sent = {
            statements.of(() -> months.find("l1", JUNE)),
            statements.of(() -> months.board(JUNE, null)),
            statements.of(() -> lift.of(one)),
            statements.of(() -> results.compute(JUNE, "r")),
            statements.of(() -> results.freeze(JUNE, java.time.Instant.now())),
            0
        };
        assertThat(results.of(JUNE))
                .hasSize(jdbc.sql("select count(*) from lecturer")
                        .query(Integer.class)
                        .single());
        company.write("insert into month_correction (id, period, number, state, rules, reason, requested_at)"
                + " select 'c' || count(*), '2026-06', 1 + count(*), 'OPEN', 'confirmed', 'why', now()"
                + " from month_correction");
        company.write("update share set reported_minutes = 10");
        sent[5] = statements.of(() -> revisions.draft(JUNE, "c0", 1, true));
        thaw();
        return sent;
    }

    /** For the next look. */
    private void thaw() {
        company.write("update month_correction set state = 'LAPSED'");
        company.write("alter table month_result disable trigger month_result_is_frozen");
        company.write("alter table month_correction disable trigger month_correction_is_kept");
        company.write("delete from month_result");
        company.write("delete from month_correction");
        company.write("alter table month_result enable trigger month_result_is_frozen");
        company.write("alter table month_correction enable trigger month_correction_is_kept");
    }

    private void lecturers(int from, int to) {
        company.write(
                "insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                        + " select 'l' || n, 'L' || n, 'Sales', 'J', date '2021-01-01', 'zh-CN', 'Asia/Shanghai', 'CN'"
                        + " from generate_series(?, ?) n",
                from,
                to);
        company.write(
                "insert into lecturer (employee_id, lecturer_group, since)"
                        + " select 'l' || n, 'default', date '2024-01-01' from generate_series(?, ?) n",
                from,
                to);
        company.write(
                "insert into share (id, lecturer_id, title, starts_at, minutes, state, content_state,"
                        + " reported_minutes, imported_reuse) select 's' || n, 'l' || n, 'T',"
                        + " timestamptz '2026-06-10 06:00Z', 45, 'HELD', 'SUBMITTED', 45, n % 4"
                        + " from generate_series(?, ?) n",
                from, to);
        company.write(
                "insert into rating (share_id, learner_id, score, rated_at)"
                        + " select 's' || n, 'l' || r, 5 + (n + r) % 6, now()"
                        + " from generate_series(?, ?) n, generate_series(1, 3) r where n <> r",
                from, to);
    }
}
