package org.xinhuo.incentive.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.incentive.review.FinishReview;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Over the engine's REST interface an administrator moves tokens; no step takes that for somebody's answer. */
@XinhuoWebTest
class MovedTokensTest {

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineDriver driver;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FinishReview finishReview;

    @BeforeEach
    void anAdministratorWhoLectures() {
        BpmnAwareTests.init(engine);
        company.employee("han").role("han", "hr");
        company.employee("root").role("root", "camunda-admin").lecturer("root", "default");
        company.employee("wang").lecturer("wang", "default");
        company.heldShare("w1", "wang", Instant.parse("2026-06-10T06:00:00Z"), 45, 2)
                .rated("w1", 9, 9, 9, 9, 9);
        company.heldShare("r1", "root", Instant.parse("2026-06-12T06:00:00Z"), 45, 3)
                .rated("r1", 8, 8, 8, 8, 8);
    }

    @Test
    void noMonthIsFrozenThatNobodyHasConfirmed() {
        ProcessInstance review = driver.start("monthly-review", "root", Map.of("period", "2026-06"));
        driver.runAll(review);
        move(review, "confirmResults", "freezeResults");
        fails("freezeResults", "June 2026");
        assertThat(jdbc.sql("select state from monthly_review")
                        .query(String.class)
                        .single())
                .isEqualTo("OPEN");
        assertThat(ledger()).isZero();
    }

    @Test
    void whoHasAResultBringsNoMonthToConfirmItself() {
        ProcessInstance review = driver.start("monthly-review", "root", Map.of("period", "2026-06"));
        driver.runAll(review);
        move(review, "confirmResults", "confirmUnasked");
        assertThat(jdbc.sql("select count(*) from monthly_review where confirmed_at is not null")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(review).isWaitingAt("confirmResults");
    }

    @Test
    void aMonthWhoseMoneyWasPassedOverStaysToBeTakenUp() {
        ProcessInstance review = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
        driver.runAll(review);
        Map<String, Object> confirmed = new HashMap<>();
        confirmed.put("confirmed", true);
        confirmed.put("remark", null);
        driver.complete(review, "han", confirmed);
        driver.run(review);
        assertThat(review).isWaitingAt("grantRewards");
        move(review, "grantRewards", "warnLecturers");
        driver.runAll(review);
        assertThat(ledger()).isZero();
        assertThat(finishReview.unfinished(YearMonth.of(2026, 6))).isPresent();

        ProcessInstance again = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
        driver.runAll(again);
        assertThat(ledger()).isPositive();
        assertThat(finishReview.unfinished(YearMonth.of(2026, 6))).isEmpty();
    }

    @Test
    void noCorrectionIsCarriedOutThatNobodyHasConfirmed() {
        ProcessInstance review = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
        driver.runAll(review);
        Map<String, Object> confirmed = new HashMap<>();
        confirmed.put("confirmed", true);
        confirmed.put("remark", null);
        driver.complete(review, "han", confirmed);
        driver.runAll(review);
        long granted = ledger();
        assertThat(granted).isPositive();

        company.heldShare("r2", "root", Instant.parse("2026-06-20T06:00:00Z"), 45, 0)
                .rated("r2", 10, 10, 10, 10, 10, 10, 10, 10, 10, 10);
        ProcessInstance correction =
                driver.start("month-correction", "root", Map.of("period", "2026-06", "reason", "forgotten"));
        driver.run(correction);
        move(correction, "confirmCorrection", "applyCorrection");
        fails("applyCorrection", correction.getBusinessKey());
        move(correction, "confirmCorrection", "correctRewards");
        fails("correctRewards", correction.getBusinessKey());
        assertThat(jdbc.sql("select state from month_correction")
                        .query(String.class)
                        .single())
                .isEqualTo("OPEN");
        assertThat(ledger()).isEqualTo(granted);
    }

    /** At once, or, where the step waits for the job executor, in its job. */
    private void move(ProcessInstance instance, String from, String to) {
        Answer answer = Caller.basic(port, "root")
                .post(
                        "/engine-rest/process-instance/" + instance.getId() + "/modification",
                        "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"" + to
                                + "\"},{\"type\":\"cancel\",\"activityId\":\"" + from + "\"}]}");
        assertThat(answer.status()).as(answer.toString()).isIn(204, 400, 403, 409);
    }

    private void fails(String step, String named) {
        engine.getManagementService().createJobQuery().activityId(step).list().forEach(job -> {
            Answer answer = Caller.basic(port, "han").post("/engine-rest/job/" + job.getId() + "/execute", "{}");
            assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
            assertThat(answer.body()).contains(named);
        });
    }

    private long ledger() {
        return jdbc.sql("select count(*) from reward_entry").query(Long.class).single();
    }
}
