package org.xinhuo.incentive.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.incentive.correction.CorrectionStart;
import org.xinhuo.incentive.correction.MonthCorrection;
import org.xinhuo.incentive.process.correction.CorrectionStory;
import org.xinhuo.incentive.review.FinishReview;
import org.xinhuo.incentive.reward.LedgerStory;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.OwnersTables;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/**
 * An administrator moves a token past a step of {@link CorrectionStory}'s June: what the step had to do is not taken for
 * done, HR is told, and it is taken up again, once.
 */
@XinhuoWebTest
class PassedOverTest {

    @RegisterExtension
    final OwnersTables tables = new OwnersTables();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineDriver driver;

    @Autowired
    TestCompany company;

    @Autowired
    CorrectionStart corrections;

    @Autowired
    FinishReview finishReview;

    @Autowired
    JdbcClient jdbc;

    CorrectionStory june;

    LedgerStory ledger;

    @BeforeEach
    void people() {
        june = new CorrectionStory(context);
        ledger = new LedgerStory(context);
        company.employee("root").role("root", "camunda-admin");
    }

    /** Two of Li's marks were given by mistake: Wang is first, and 1,000 instead of 800 are due to Wang. */
    @Test
    void theMoneyOfACorrectionIsNotForgotten() {
        ProcessInstance correction = confirmedCorrection("confirmed");
        driver.run(correction);
        assertThat(correction).isWaitingAt("correctRewards");
        move(correction, "correctRewards", "awardTitles");
        driver.runAll(correction);
        assertThat(correction).isEnded().hasNotPassed("correctRewards");
        assertThat(allowances()).containsExactlyInAnyOrder("li 1000.00", "wang 800.00");
        for (String person : List.of("han", "hua", "root")) {
            assertThat(driver.told(person)).containsOnlyOnce("reward.passedOver.correction");
        }
        assertThat(driver.told("wang")).doesNotContain("reward.passedOver.correction");
        assertThat(corrections.lost(CorrectionStory.JUNE))
                .extracting(MonthCorrection::id)
                .containsExactly(correction.getBusinessKey());
        context.getBean(LookForLostRows.class).tell();
        assertThat(driver.told("hua")).contains("reward.lost.rows");
        // A further one would undo what this one has to do.
        assertThatThrownBy(() -> june.request("han", "Another"))
                .satisfies(EngineDriver.refusedWith("correction.notCarriedOut"));
        String page = Caller.browser(port, "han")
                .with("Accept-Language", "en")
                .get("/corrections?period=2026-06")
                .body();
        assertThat(page)
                .contains("/corrections/" + correction.getBusinessKey() + "/continuation")
                .contains("carried out")
                .doesNotContain("id=\"reason\"");

        ProcessInstance again = continued(correction);
        driver.runAll(again);
        assertThat(again).isEnded().hasPassed("monthCorrected");
        assertThat(allowances()).containsExactlyInAnyOrder("li 800.00", "wang 1000.00");
        assertThat(corrections.lost(CorrectionStory.JUNE)).isEmpty();
        assertThat(driver.told("hua")).containsOnlyOnce("reward.passedOver.correction");
        assertThat(june.request("han", "Another")).isNotNull();
    }

    @Test
    void moneyFollowsNoResultThatDoesNotCountYet() {
        ProcessInstance correction = confirmedCorrection("confirmed");
        assertThat(correction).isWaitingAt("applyCorrection");
        move(correction, "applyCorrection", "correctRewards");
        driver.runAll(correction);
        ledger.approveAll();
        assertThat(june.month("wang").ranks().rating()).isEqualTo(1);
        assertThat(driver.told("wang")).contains("correction.newRank");
        assertThat(allowances()).containsExactlyInAnyOrder("li 800.00", "wang 1000.00");
        assertThat(corrections.lost(CorrectionStory.JUNE)).isEmpty();
    }

    /** It would stay open for ever: no other is opened beside it, and it could not be taken up. */
    @Test
    void aCorrectionThatNobodyHasConfirmedIsNotDone() {
        june.confirmedJune();
        june.forgottenShareOfLi();
        ProcessInstance correction = june.request("han", "Forgotten share");
        driver.run(correction);
        move(correction, "confirmCorrection", "warnLecturers");
        driver.runAll(correction);
        assertThat(correction).isEnded();
        assertThat(driver.told("hua")).contains("reward.passedOver.correction");

        ProcessInstance again = continued(correction);
        driver.run(again);
        assertThat(again).isWaitingAt("confirmCorrection");
    }

    /** Where it is taken up after its money: the table of that day is not asked about what nobody has confirmed. */
    @Test
    void aCorrectionThatIsTakenUpAfterItsMoneyAsksNoTableOfAnotherDay() throws IOException {
        ProcessInstance correction = confirmedCorrection("current");
        driver.run(correction);
        driver.run(correction);
        assertThat(correction).isWaitingAt("awardTitles");
        ledger.approveAll();
        assertThat(allowances()).containsExactlyInAnyOrder("li 800.00", "wang 1000.00");
        driver.as("root", () -> {
            engine.getRuntimeService().deleteProcessInstance(correction.getId(), "slip", true);
            return true;
        });
        tables.slip("lecturer-reward", "<text>1000</text>", "<text>3000</text>");

        ProcessInstance again = continued(correction);
        driver.runAll(again);
        ledger.approveAll();
        assertThat(again).isEnded();
        assertThat(allowances()).containsExactlyInAnyOrder("li 800.00", "wang 1000.00");
        assertThat(corrections.lost(CorrectionStory.JUNE)).isEmpty();
    }

    /** Else its rewards could be lost later without a word. */
    @Test
    void aReviewThatNobodyHasConfirmedIsNotDone() {
        june.june();
        ProcessInstance review = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
        driver.runAll(review);
        move(review, "confirmResults", "warnLecturers");
        driver.runAll(review);
        assertThat(review).isEnded();
        assertThat(finishReview.unfinished(CorrectionStory.JUNE)).isPresent();
        for (String person : List.of("han", "hua", "root")) {
            assertThat(driver.told(person)).containsOnlyOnce("reward.passedOver.review");
        }

        ProcessInstance again = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
        driver.runAll(again);
        driver.complete(again, "han", Map.of("confirmed", true));
        driver.runAll(again);
        assertThat(allowances()).containsExactlyInAnyOrder("li 1000.00", "wang 800.00");
        assertThat(finishReview.unfinished(CorrectionStory.JUNE)).isEmpty();
    }

    @Test
    void hrIsToldOfAReviewWhoseMoneyWasPassedOver() {
        june.june();
        ProcessInstance review = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
        driver.runAll(review);
        driver.complete(review, "han", Map.of("confirmed", true));
        driver.run(review);
        assertThat(review).isWaitingAt("grantRewards");
        move(review, "grantRewards", "awardTitles");
        driver.runAll(review);
        assertThat(allowances()).isEmpty();
        assertThat(driver.told("hua")).containsOnlyOnce("reward.passedOver.review");
    }

    private ProcessInstance confirmedCorrection(String rules) {
        june.confirmedJune();
        company.write("update rating set score = 2 where share_id = 'l1' and learner_id in ('r1', 'r2')");
        ProcessInstance correction =
                june.start("han", Map.of("period", "2026-06", "reason", "Two marks were wrong", "rules", rules));
        driver.run(correction);
        driver.complete(correction, "hua", Map.of("confirmed", true));
        return correction;
    }

    private ProcessInstance continued(ProcessInstance correction) {
        Answer answer = Caller.basic(port, "han")
                .post("/api/corrections/" + correction.getBusinessKey() + "/continuation", "{}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("month-correction")
                .processInstanceBusinessKey(correction.getBusinessKey())
                .singleResult();
    }

    private List<String> allowances() {
        return ledger.entries(CorrectionStory.JUNE).stream()
                .filter(entry -> entry.stands() && entry.kind().equals("training-allowance"))
                .map(entry -> entry.employeeId() + " " + entry.amount())
                .toList();
    }

    private void move(ProcessInstance instance, String from, String to) {
        Answer answer = Caller.basic(port, "root")
                .post(
                        "/engine-rest/process-instance/" + instance.getId() + "/modification",
                        "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"" + to
                                + "\"},{\"type\":\"cancel\",\"activityId\":\"" + from + "\"}]}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }
}
