package org.xinhuo.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

@XinhuoWebTest
class LecturerMonthApiTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void aMonth() {
        company.employee("zhao")
                .employee("wang", "Sales", "Consultant", "zhao")
                .employee("mei")
                .employee("han")
                .role("han", "hr")
                .employee("shen")
                .role("shen", "auditor")
                .lecturer("wang", "default")
                .heldShare("s1", "wang", Instant.parse("2026-06-10T06:00:00Z"), 45, 1)
                .rated("s1", 8, 9, 9, 10, 8);
    }

    /** 1 of 2 (50), mean 8.8 (88), 1 of 3 (33.33), in time (100): 10 + 35.2 + 10 + 10 = 65.20. */
    @Test
    void aMonthReadsAsTheContractSays() {
        JsonNode month = Caller.basic(port, "wang")
                .get("/api/lecturers/wang/months/2026-06")
                .json();
        assertThat(month.path("lecturerId").asText()).isEqualTo("wang");
        assertThat(month.path("period").asText()).isEqualTo("2026-06");
        assertThat(month.path("state").asText()).isEqualTo("live");
        assertThat(month.path("shares").toString()).isEqualTo("{\"held\":1,\"target\":2}");
        assertThat(month.path("averageRating").decimalValue()).isEqualByComparingTo("8.8");
        assertThat(month.path("raters").asInt()).isEqualTo(5);
        assertThat(month.path("reuses").asInt()).isEqualTo(1);
        assertThat(month.path("components").toString())
                .isEqualTo("{\"shares\":50,\"rating\":88,\"reuse\":33.333333,\"timeliness\":100}");
        assertThat(month.path("score").decimalValue()).isEqualByComparingTo("65.20");
        assertThat(month.path("grade").asText()).isEqualTo("pass");
        assertThat(month.path("ranks").toString()).isEqualTo("{\"rating\":1,\"reuse\":1,\"department\":1}");
        assertThat(month.path("rewards")).isEmpty();
        assertThat(month.path("trace")).hasSize(4);
        assertThat(month.toString()).doesNotContain("r1", "learner");
    }

    /** 26 / 3 = 8.6666…; only the score is rounded to what people read, of a frozen month as well. */
    @Test
    void onlyTheScoreIsRoundedToTwoDecimals() {
        company.lecturer("mei", "default")
                .heldShare("s2", "mei", Instant.parse("2026-06-11T06:00:00Z"), 45, 1)
                .rated("s2", 8, 9, 9);
        frozen("mei", "2026-05", 26, 3);
        for (String period : new String[] {"2026-06", "2026-05"}) {
            String month = Caller.basic(port, "mei")
                    .get("/api/lecturers/mei/months/" + period)
                    .body();
            assertThat(month)
                    .as(period)
                    .contains("\"averageRating\":8.666667,")
                    .contains("\"rating\":86.666667,\"reuse\":33.333333,\"timeliness\":100}");
        }
        assertThat(Caller.basic(port, "mei").get("/api/boards/2026-05").body()).contains("\"averageRating\":8.666667,");
    }

    private void frozen(String lecturer, String period, int ratingSum, int ratings) {
        transaction.executeWithoutResult(open -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("insert into lecturer_month (period, lecturer_id, review_id, department, lecturer_group, held,"
                            + " on_time, ratings, rating_sum, raters, reuses, target_shares, target_minutes,"
                            + " target_reuse, target_raters, targets_version, weight_shares, weight_rating,"
                            + " weight_reuse, weight_timeliness, weights_version, score, grade, grade_version,"
                            + " rating_rank, trace, confirmed_at) values (?, ?, 'any', 'Sales', 'default', 1, 1, ?,"
                            + " ?, ?, 1, 2, 30, 3, 5, 1, 0.2, 0.4, 0.3, 0.1, 1, 64.67, 'pass', 1, 1, '[]', now())")
                    .params(period, lecturer, ratings, ratingSum, ratings)
                    .update();
        });
    }

    @Test
    void whatDoesNotExistIsNull() {
        JsonNode month = Caller.basic(port, "wang")
                .get("/api/lecturers/wang/months/2026-07")
                .json();
        assertThat(month.path("averageRating").isNull()).isTrue();
        assertThat(month.path("ranks").path("rating").isNull()).isTrue();
        assertThat(month.path("score").decimalValue()).isEqualByComparingTo("0");
    }

    @Test
    void onlyThoseConcernedReadAMonth() {
        String path = "/api/lecturers/wang/months/2026-06";
        for (String allowed : new String[] {"wang", "zhao", "han", "shen"}) {
            assertThat(Caller.basic(port, allowed).get(path).status())
                    .as(allowed)
                    .isEqualTo(200);
        }
        assertThat(Caller.basic(port, "mei").get(path).status()).isEqualTo(403);
        assertThat(Caller.nobody(port).get(path).status()).isEqualTo(401);
    }

    @Test
    void badMonthsAndStrangersAreAnsweredWell() {
        Caller han = Caller.basic(port, "han");
        assertThat(han.get("/api/lecturers/wang/months/2026-13").status()).isEqualTo(400);
        assertThat(han.get("/api/lecturers/wang/months/june").status()).isEqualTo(400);
        assertThat(han.get("/api/lecturers/mei/months/2026-06").status()).isEqualTo(404);
        assertThat(han.get("/api/boards/2026-6").status()).isEqualTo(400);
        assertThat(han.get("/api/rewards?period=x").status()).isEqualTo(400);
        assertThat(han.get("/api/payroll/2026-00.csv").status()).isEqualTo(400);
    }

    @Test
    void everybodyReadsTheBoard() {
        JsonNode board = Caller.basic(port, "mei").get("/api/boards/2026-06").json();
        assertThat(board).hasSize(1);
        assertThat(board.get(0).path("rank").asInt()).isEqualTo(1);
        assertThat(board.get(0).path("lecturerId").asText()).isEqualTo("wang");
        assertThat(board.get(0).path("follows").asText()).isEqualTo("contract");
        assertThat(board.get(0).path("fair").isNull()).isTrue();
        assertThat(Caller.basic(port, "mei")
                        .get("/api/boards/2026-06?department=IT")
                        .json())
                .isEmpty();
    }

    @Test
    void theLedgerShowsEverybodyTheOwnEntriesAndHrAll() {
        for (String who : new String[] {"wang", "mei"}) {
            transaction.executeWithoutResult(open -> jdbc.sql("insert into reward_entry (id, employee_id, period, kind,"
                            + " amount, currency, decision_key, decision_version, entered_at)"
                            + " values (?, ?, '2026-06', 'excellence-bonus', 1000, 'CNY', 'lecturer-reward', 2, now())")
                    .params("r-" + who, who)
                    .update());
        }
        assertThat(Caller.basic(port, "han").get("/api/rewards?period=2026-06").json())
                .hasSize(2);
        JsonNode own = Caller.basic(port, "wang").get("/api/rewards").json();
        assertThat(own.toString())
                .isEqualTo("[{\"id\":\"r-wang\",\"employeeId\":\"wang\",\"period\":\"2026-06\","
                        + "\"kind\":\"excellence-bonus\",\"amount\":\"1000.00\",\"currency\":\"CNY\","
                        + "\"state\":\"granted\",\"decision\":{\"key\":\"lecturer-reward\",\"version\":2},"
                        + "\"reversalOf\":null}]");
    }

    @Test
    void thePayrollIsForHrAndRunsNoFormulas() {
        transaction.executeWithoutResult(open -> {
            jdbc.sql("update employee set name = '=cmd|''/c calc''!A1' where id = 'wang'")
                    .update();
            jdbc.sql("insert into reward_entry (id, employee_id, period, kind, amount, currency, decision_key,"
                            + " decision_version, entered_at)"
                            + " values ('r1', 'wang', '2026-06', 'excellence-bonus', 1000, 'CNY', 'd', 1, now())")
                    .update();
            for (String state : new String[] {"APPROVED", "CREDITED"}) {
                jdbc.sql("insert into reward_step (reward_id, state, at) values ('r1', ?, now())")
                        .param(state)
                        .update();
            }
        });
        assertThat(Caller.basic(port, "wang").get("/api/payroll/2026-06.csv").status())
                .isEqualTo(403);
        Caller.Answer file = Caller.basic(port, "han").get("/api/payroll/2026-06.csv");
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.body())
                .startsWith("\uFEFFrewardId,")
                .contains("r1,wang,'=cmd|'/c calc'!A1,2026-06,excellence-bonus,1000.00,CNY,");
    }
}
