package org.xinhuo.incentive.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.incentive.correction.CorrectMonth;
import org.xinhuo.incentive.correction.MonthCorrection;
import org.xinhuo.incentive.correction.MonthCorrections;
import org.xinhuo.incentive.process.correction.CorrectionStory;
import org.xinhuo.incentive.review.FinishReview;
import org.xinhuo.incentive.reward.LedgerStory;
import org.xinhuo.incentive.reward.RewardEntry;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** An administrator deletes an instance: its row is taken up again, by a start, and everything happens once. */
@XinhuoTest
class TakenUpAgainTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineDriver driver;

    @Autowired
    TestCompany company;

    @Autowired
    MonthCorrections corrections;

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

    @Test
    void aRewardThatWaitedForItsApprovalIsAskedAboutAgainAndPaidOnce() {
        june.confirmedJune();
        RewardEntry allowance = allowanceOf("wang");
        ProcessInstance lost = running("reward", allowance.id());
        assertThatThrownBy(() -> startReward(allowance.id()))
                .satisfies(EngineDriver.refusedWith("incentive.rewardWasTakenUp"));
        delete(lost);

        ProcessInstance again = startReward(allowance.id());
        assertThat(again).isWaitingAt("approveReward").hasBusinessKey(allowance.id());
        assertThatThrownBy(() -> startReward(allowance.id()))
                .satisfies(EngineDriver.refusedWith("incentive.rewardWasTakenUp"));
        ledger.approveAll();
        assertThat(again).isEnded();
        assertThat(ledger.told(CorrectionStory.JUNE)).containsOnlyOnce("wang 800.00 credited");
        assertThatThrownBy(() -> startReward(allowance.id()))
                .satisfies(EngineDriver.refusedWith("incentive.rewardWasTakenUp"));
    }

    @Test
    void hrAndAdministratorsAreToldOfWhatNobodyCarriesOn() {
        june.june();
        ProcessInstance open = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
        delete(open);
        ProcessInstance review = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
        driver.runAll(review);
        driver.complete(review, "han", Map.of("confirmed", true));
        driver.runAll(review);
        delete(running("reward", allowanceOf("wang").id()));
        june.forgottenShareOfLi();
        ProcessInstance correction = june.request("han", "Forgotten share");
        driver.run(correction);
        delete(correction);
        for (String person : List.of("han", "hua", "root")) {
            assertThat(driver.told(person))
                    .contains("reward.lost.review", "reward.lost", "reward.lost.correction")
                    .filteredOn(code -> code.startsWith("reward.lost"))
                    .hasSize(3);
        }
        assertThat(driver.told("wang")).doesNotContain("reward.lost");
        assertThat(driver.told("mei")).isEmpty();
    }

    /** However it was lost: once a month, before the review, everything is looked for. */
    @Test
    void theCalendarOfTheReviewsLooksForWhatNobodyCarriesOn() {
        june.confirmedJune();
        LookForLostRows lostRows = context.getBean(LookForLostRows.class);
        lostRows.tell();
        assertThat(driver.told("hua")).doesNotContain("reward.lost.rows");
        delete(running("reward", allowanceOf("wang").id()));
        delete(running("reward", allowanceOf("li").id()));
        june.forgottenShareOfLi();
        ProcessInstance correction = june.request("han", "Forgotten share");
        driver.run(correction);
        delete(correction);
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .processDefinitionKey("review-calendar")
                        .activityId("ratingsOfMonthClosed")
                        .singleResult()
                        .getId());
        lostRows.tell();
        assertThat(jdbc.sql("select link || ' ' || arguments from notice"
                                + " where code = 'reward.lost.rows' and person_id = 'hua' order by link")
                        .query(String.class)
                        .list())
                .satisfiesExactly(
                        told -> assertThat(told)
                                .startsWith("/corrections?period=2026-06")
                                .contains("1"),
                        told -> assertThat(told)
                                .startsWith("/rewards?period=2026-06")
                                .contains("2"));
        assertThat(driver.told("root")).contains("reward.lost.rows");
    }

    /** Hua has answered; nobody is asked a second time. */
    @Test
    void aRewardThatIsApprovedGoesOnToItsCredit() {
        june.confirmedJune();
        RewardEntry allowance = allowanceOf("wang");
        ProcessInstance lost = running("reward", allowance.id());
        driver.complete(lost, "hua", Map.of("approved", true));
        delete(lost);
        assertThat(allowanceOf("wang").state()).isEqualTo(RewardEntry.State.APPROVED);

        ProcessInstance again = startReward(allowance.id());
        assertThat(again).isWaitingAt("creditReward").hasNotPassed("approveReward");
        driver.run(again);
        assertThat(again).isEnded();
        assertThat(allowanceOf("wang").state()).isEqualTo(RewardEntry.State.CREDITED);
    }

    @Test
    void anOpenMonthIsTakenUpByItsOwnKeyWhateverKeyItIsStartedWith() {
        june.june();
        ProcessInstance lost = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
        driver.runAll(lost);
        delete(lost);

        ProcessInstance again = startUnder("foo");
        assertThat(again).hasBusinessKey(lost.getBusinessKey());
        driver.runAll(again);
        assertThat(again).isWaitingAt("confirmResults");
    }

    @Test
    void aConfirmedMonthIsTakenUpOnceWhateverKeysItIsStartedWith() {
        june.june();
        ProcessInstance lost = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
        driver.runAll(lost);
        driver.complete(lost, "han", Map.of("confirmed", true));
        driver.run(lost);
        delete(lost);

        ProcessInstance again = startUnder("foo");
        assertThat(startUnder("bar")).isEnded();
        driver.runAll(again);
        assertThat(again).isEnded();
        assertThat(ledger.entries(CorrectionStory.JUNE)).isNotEmpty();
        FinishReview finishReview = context.getBean(FinishReview.class);
        assertThat(finishReview.unfinished()).isEmpty();
        assertThat(finishReview.finish(lost.getBusinessKey())).isTrue();
        assertThat(finishReview.finish("foo")).isFalse();
        assertThat(context.getBean(CorrectMonth.class).finish("foo")).isFalse();
    }

    private ProcessInstance startUnder(String key) {
        return engine.getRuntimeService().startProcessInstanceByKey("monthly-review", key, Map.of("period", "2026-06"));
    }

    @Test
    void aConfirmedMonthGrantsItsRewardsThoughItsInstanceWasDeletedBefore() {
        june.june();
        ProcessInstance lost = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
        driver.runAll(lost);
        driver.complete(lost, "han", Map.of("confirmed", true));
        driver.run(lost);
        assertThat(lost).isWaitingAt("grantRewards");
        delete(lost);
        assertThat(june.month("wang").confirmed()).isTrue();
        assertThat(ledger.entries(CorrectionStory.JUNE)).isEmpty();

        ProcessInstance next = driver.start("monthly-review", "hua", Map.of("period", "2026-06"));
        assertThat(next)
                .isWaitingAt("grantRewards")
                .hasBusinessKey(lost.getBusinessKey())
                .hasNotPassed("computeResults", "confirmResults", "freezeResults");
        // Somebody else's start finds it under way.
        assertThat(driver.start("monthly-review", "han", Map.of("period", "2026-06")))
                .isEnded()
                .hasPassed("reviewUnderWay");
        driver.runAll(next);
        assertThat(next).isEnded().hasPassed("monthClosed");
        assertThat(ledger.told(CorrectionStory.JUNE)).contains("wang 800.00 granted", "li 1000.00 granted");
        // Now it is closed: nothing is left to take up.
        assertThat(driver.start("monthly-review", "han", Map.of("period", "2026-06")))
                .isEnded()
                .hasPassed("nothingToDo");
    }

    @Test
    void aCorrectionThatWaitedForAnAnswerIsComputedAnewAndKeepsItsReasonAndRequester() {
        june.confirmedJune();
        june.forgottenShareOfLi();
        ProcessInstance lost = june.request("han", "Forgotten share");
        driver.run(lost);
        delete(lost);

        ProcessInstance again = takeUp(lost, "hua");
        assertThat(again).isWaitingAt("computeCorrection").hasBusinessKey(lost.getBusinessKey());
        assertThatThrownBy(() -> takeUp(lost, "hua")).satisfies(EngineDriver.refusedWith("correction.underWay"));
        driver.run(again);
        // Han has requested it, whoever took it up.
        assertThatThrownBy(() -> driver.complete(again, "han", Map.of("confirmed", true)))
                .satisfies(EngineDriver.refusedWith("correction.ownRequest"));
        driver.complete(again, "hua", Map.of("confirmed", true));
        driver.runAll(again);
        assertThat(again).isEnded().hasPassed("monthCorrected");
        assertThat(june.month("li").score()).isEqualByComparingTo("96.00");
        MonthCorrection correction = corrections.get(lost.getBusinessKey());
        assertThat(correction.reason()).isEqualTo("Forgotten share");
        assertThat(correction.requestedBy()).isEqualTo("han");
    }

    /** Li's rank falls by two marks that were given by mistake; the money follows once. */
    @Test
    void aConfirmedCorrectionDrawsItsConsequencesThoughItsInstanceWasDeletedAtAnyStep() {
        june.confirmedJune();
        ledger.approveAll();
        company.write("update rating set score = 2 where share_id = 'l1' and learner_id in ('r1', 'r2')");
        ProcessInstance correction = june.request("han", "Two marks were wrong");
        driver.run(correction);
        driver.complete(correction, "hua", Map.of("confirmed", true));
        for (String step : List.of("applyCorrection", "correctRewards", "awardTitles", "warnLecturers")) {
            ProcessInstance lost = correction;
            while (!driver.job(lost).getId().equals(jobAt(lost, step))) {
                driver.run(lost);
            }
            delete(lost);
            correction = takeUp(lost, "han");
            assertThat(correction).isWaitingAt("applyCorrection").hasNotPassed("confirmCorrection");
        }
        driver.runAll(correction);
        ledger.approveAll();
        assertThat(correction).isEnded().hasPassed("monthCorrected");
        assertThat(ledger.entries(CorrectionStory.JUNE).stream()
                        .filter(entry -> entry.stands() && entry.kind().equals("training-allowance"))
                        .map(entry -> entry.employeeId() + " " + entry.amount() + " "
                                + entry.state().code()))
                .containsExactlyInAnyOrder("wang 1000.00 credited", "li 800.00 credited");
        ProcessInstance ended = correction;
        assertThatThrownBy(() -> takeUp(ended, "han")).satisfies(EngineDriver.refusedWith("correction.wasDecided"));
    }

    /** By the engine's own door: the key of the lost one, nothing else but the month. */
    private ProcessInstance takeUp(ProcessInstance lost, String by) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("period", "2026-06");
        return driver.as(
                by,
                () -> engine.getRuntimeService()
                        .startProcessInstanceByKey("month-correction", lost.getBusinessKey(), variables));
    }

    private ProcessInstance startReward(String id) {
        return driver.start("reward", "hua", Map.of("rewardId", id));
    }

    private RewardEntry allowanceOf(String lecturer) {
        return ledger.entries(CorrectionStory.JUNE).stream()
                .filter(entry ->
                        entry.employeeId().equals(lecturer) && entry.kind().equals("training-allowance"))
                .findFirst()
                .orElseThrow();
    }

    private ProcessInstance running(String process, String key) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(key)
                .singleResult();
    }

    private String jobAt(ProcessInstance instance, String step) {
        return Optional.ofNullable(driver.timer(instance, step)).map(Job::getId).orElse("");
    }

    private void delete(ProcessInstance instance) {
        driver.as("root", () -> {
            engine.getRuntimeService().deleteProcessInstance(instance.getId(), "slip", true);
            return true;
        });
    }
}
