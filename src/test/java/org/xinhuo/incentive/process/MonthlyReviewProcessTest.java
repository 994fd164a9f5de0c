package org.xinhuo.incentive.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.review.OpenReview;
import org.xinhuo.incentive.reward.RewardEntry;
import org.xinhuo.incentive.reward.RewardLedger;
import org.xinhuo.incentive.scoring.LecturerMonths;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class MonthlyReviewProcessTest {

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("monthly-review");

    static final YearMonth JUNE = YearMonth.of(2026, 6);

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineDriver driver;

    @Autowired
    TestCompany company;

    @Autowired
    LecturerMonths months;

    @Autowired
    RewardLedger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    OpenReview openReview;

    @Autowired
    OutcomeTexts outcomes;

    @Autowired
    Texts texts;

    @BeforeEach
    void hrAndALecturer() {
        BpmnAwareTests.init(engine);
        company.employee("han")
                .role("han", "hr")
                .employee("mei")
                .employee("wang")
                .lecturer("wang", "default");
    }

    @Test
    void hrConfirmsAndEverythingFollows() {
        excellent("2026-06");
        ProcessInstance review = start("2026-06", "han");
        assertThat(review).isWaitingAt("computeResults");
        driver.run(review);
        assertThat(review).isWaitingAt("confirmResults").task().hasCandidateGroup("hr");
        assertThat(driver.form(review)).containsEntry("lecturers", 1).containsEntry("excellent", 1L);
        assertThat(months.find("wang", JUNE).orElseThrow().confirmed()).isFalse();

        confirm(review, true, null);
        driver.runAll(review);

        assertThat(review)
                .isEnded()
                .hasPassedInOrder(
                        "reviewRequested",
                        "openReview",
                        "computeResults",
                        "confirmResults",
                        "freezeResults",
                        "grantRewards",
                        "awardTitles",
                        "warnLecturers",
                        "monthClosed")
                .hasNotPassed("confirmUnasked", "nothingToDo", "reviewUnderWay");
        assertThat(months.find("wang", JUNE).orElseThrow().confirmed()).isTrue();
        assertThat(ledger.find(JUNE, null))
                .extracting(RewardEntry::kind, entry -> entry.amount().toPlainString())
                .containsExactly(
                        tuple("excellence-bonus", "1000.00"),
                        tuple("knowledge-contribution", "0.00"),
                        tuple("training-allowance", "1000.00"));
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("reward")
                        .count())
                .isEqualTo(3);
        assertThat(driver.told("wang")).contains("incentive.monthConfirmed.excellent");
    }

    @Test
    void whatIsFrozenStaysWhateverHappensToTheTables() {
        excellent("2026-06");
        confirmed("2026-06");
        company.rated("s-2026-06-2", 1, 1, 1);
        assertThat(months.find("wang", JUNE).orElseThrow().score()).isEqualByComparingTo("100.00");
        assertThat(months.trace(months.find("wang", JUNE).orElseThrow())).hasSize(7);
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        open -> jdbc.sql("update lecturer_month set score = 1").update()))
                .hasMessageContaining("frozen");
    }

    @Test
    void aLecturerWhoComesAfterTheConfirmationStillHasALiveMonth() {
        excellent("2026-06");
        confirmed("2026-06");
        company.employee("late").lecturer("late", "default");
        company.heldShare("s-late", "late", Instant.parse("2026-06-10T06:00:00Z"), 45, 0);

        assertThat(months.find("late", JUNE).orElseThrow().confirmed()).isFalse();
        assertThat(months.find("wang", JUNE).orElseThrow().confirmed()).isTrue();
    }

    @Test
    void resultsThatAreNotRightAreComputedAgain() {
        ProcessInstance review = start("2026-06", "han");
        driver.run(review);
        assertThatThrownBy(() -> confirm(review, false, null)).hasMessageContaining("Remark");
        assertThat(review).isWaitingAt("confirmResults");
        excellent("2026-06");
        confirm(review, false, "Shares of Wang are missing");
        assertThat(review).isWaitingAt("computeResults");
        driver.run(review);
        assertThat(driver.form(review))
                .containsEntry("excellent", 1L)
                .containsEntry("lastRemark", "Shares of Wang are missing");
    }

    @Test
    void withoutAnAnswerHrIsRemindedThenTheResultsStand() {
        ProcessInstance review = start("2026-06", "han");
        driver.run(review);
        driver.fireTimer(review, "confirmationDueSoon");
        assertThat(driver.told("han")).containsExactly("incentive.resultsWait");
        driver.fireTimer(review, "confirmationExpired");
        driver.runAll(review);
        assertThat(review)
                .isEnded()
                .hasPassed("confirmersReminded", "confirmUnasked", "freezeResults")
                .hasNotPassed("areConfirmed");
        assertThat(jdbc.sql("select confirmed_by is null and confirmed_at is not null from monthly_review")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** On the 20th: shares of the last days are still to come. */
    @Test
    void aMonthThatIsNotOverIsConfirmedByHrWhoIsWarnedAndByNobodysSilence() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-06-20T02:00:00Z")));
        excellent("2026-06");
        ProcessInstance review = start("2026-06", "han");
        driver.run(review);
        assertThat(driver.form(review)).containsEntry("notOver", true);
        // Midnight of July 1st in Shanghai, and three days.
        assertThat(driver.timer(review, "confirmationExpired").getDuedate().toInstant())
                .hasToString("2026-07-03T16:00:00Z");
        assertThat(driver.timer(review, "confirmationDueSoon").getDuedate().toInstant())
                .hasToString("2026-07-02T16:00:00Z");
        confirm(review, true, null);
        driver.runAll(review);
        assertThat(review).isEnded();
        assertThat(months.find("wang", JUNE).orElseThrow().confirmed()).isTrue();
    }

    /** In August nothing of June is to come: three days from now. */
    @Test
    void silenceConfirmsAMonthThatIsOverAfterThreeDays() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-08-20T02:00:00Z")));
        ProcessInstance review = start("2026-06", "han");
        driver.run(review);
        assertThat(driver.form(review)).containsEntry("notOver", false);
        assertThat(driver.timer(review, "confirmationExpired").getDuedate().toInstant())
                .hasToString("2026-08-23T02:00:00Z");
    }

    @Test
    void aSecondStartFindsTheReviewUnderWayOrConfirmed() {
        ProcessInstance first = start("2026-06", "han");
        ProcessInstance second = start("2026-06", "han");
        assertThat(second).isEnded().hasPassed("reviewUnderWay");
        driver.run(first);
        confirm(first, true, null);
        driver.runAll(first);
        ProcessInstance third = start("2026-06", "han");
        assertThat(third).isEnded().hasPassed("nothingToDo").hasNotPassed("computeResults");
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(first.getBusinessKey())
                        .processDefinitionKey("monthly-review")
                        .count())
                .isEqualTo(3);
    }

    @Test
    void aBlankBusinessKeyIsNone() {
        ProcessInstance review = driver.as(
                "han",
                () -> engine.getRuntimeService()
                        .startProcessInstanceByKey("monthly-review", "", Map.<String, Object>of("period", "2026-06")));
        assertThat(review)
                .isWaitingAt("computeResults")
                .hasBusinessKey(jdbc.sql("select id from monthly_review")
                        .query(String.class)
                        .single());
    }

    /** Owners of lecturer-grade and lecturer-title may add what no bundle knows. */
    @Test
    void gradesAndTitlesThatOnlyTheTablesKnowAreCalledAsTheyAreThere() {
        assertThat(outcomes.label("incentive.grade", "good")).isEqualTo("good");
        assertThat(outcomes.label("incentive.grade", "splendid")).isEqualTo("splendid");
        assertThat(outcomes.code("incentive.monthConfirmed", "good")).isEqualTo("incentive.monthConfirmed.good");
        assertThat(outcomes.code("incentive.titleWon", "senior-lecturer"))
                .isEqualTo("incentive.titleWon.senior-lecturer");
        assertThat(sentence("incentive.monthConfirmed", "splendid", "2026-06", "99.00"))
                .isEqualTo("Your lecturer month 2026-06 is confirmed: 99.00 points, splendid.");
        assertThat(sentence("incentive.titleWon", "master", "2026-06"))
                .isEqualTo("You hold the title \"master\" from 2026-06 on. Congratulations!");
        assertThat(sentence("incentive.titleLost", "master", "2026-06"))
                .isEqualTo("You hold the title \"master\" no longer; the months up to 2026-06 do not reach it.");
    }

    private String sentence(String stem, String outcome, Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = outcome;
        return texts.text(Locale.ENGLISH, outcomes.code(stem, outcome), all);
    }

    @Test
    void onlyHrAndAdministratorsStartAReview() {
        assertThatThrownBy(() -> start("2026-06", "mei")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> openReview.open(null, JUNE, "mei"))
                .satisfies(EngineDriver.refusedWith("incentive.onlyHrReviews"));
        assertThatThrownBy(() -> start("2026-13", "han")).satisfies(EngineDriver.refusedWith("incentive.notAMonth"));
        assertThatThrownBy(() -> start("June 26", "han")).satisfies(EngineDriver.refusedWith("incentive.notAMonth"));
        assertThat(jdbc.sql("select count(*) from monthly_review")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void threeExcellentMonthsInARowMakeASeniorLecturerAndTwoFailedOnesEndIt() {
        excellent("2026-04");
        excellent("2026-06");
        confirmed("2026-04");
        confirmed("2026-06");
        assertThat(titles()).isEmpty();
        excellent("2026-05");
        confirmed("2026-05");
        assertThat(titles()).containsExactly("senior-lecturer");
        assertThat(driver.told("wang")).contains("incentive.titleWon.senior-lecturer");
        confirmed("2026-07");
        assertThat(titles()).containsExactly("senior-lecturer");
        confirmed("2026-08");
        assertThat(titles()).isEmpty();
        assertThat(driver.told("wang")).contains("title.lost.senior-lecturer");
        assertThat(jdbc.sql("select won_period || ' ' || lost_period from lecturer_title")
                        .query(String.class)
                        .list())
                .containsExactly("2026-06 2026-08");
    }

    @Test
    void twoFailedMonthsInARowLeadToATalkOnce() {
        confirmed("2026-05");
        confirmed("2026-07");
        assertThat(talks()).isEmpty();
        confirmed("2026-06");
        assertThat(talks()).hasSize(2);
        assertThat(jdbc.sql("select period from improvement_notice order by period")
                        .query(String.class)
                        .list())
                .containsExactly("2026-06", "2026-07");
        assertThat(driver.told("wang")).contains("incentive.improvementNeeded");
    }

    /** The node dies in the middle of granting: nothing of it stays; the next try grants everything once. */
    @Test
    void aCrashBetweenFreezingAndGrantingNeitherLosesNorDoublesAReward() {
        excellent("2026-06");
        ProcessInstance review = start("2026-06", "han");
        driver.run(review);
        confirm(review, true, null);
        driver.run(review);
        assertThat(review).isWaitingAt("grantRewards");
        String grant = driver.job(review).getId();
        transaction.executeWithoutResult(open -> {
            engine.getManagementService().executeJob(grant);
            open.setRollbackOnly();
        });
        assertThat(ledger.find(null, null)).isEmpty();
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("reward")
                        .count())
                .isZero();
        driver.runAll(review);
        assertThat(ledger.find(null, null)).hasSize(3);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("reward")
                        .count())
                .isEqualTo(3);
    }

    private void excellent(String month) {
        company.heldShare("s-" + month + "-1", "wang", Instant.parse(month + "-10T06:00:00Z"), 45, 2)
                .heldShare("s-" + month + "-2", "wang", Instant.parse(month + "-20T06:00:00Z"), 45, 1)
                .rated("s-" + month + "-1", 10, 10, 10, 10, 10);
    }

    private void confirmed(String period) {
        ProcessInstance review = start(period, "han");
        driver.run(review);
        confirm(review, true, null);
        driver.runAll(review);
        assertThat(review).isEnded();
    }

    private ProcessInstance start(String period, String by) {
        return driver.start("monthly-review", by, Map.of("period", period));
    }

    private void confirm(ProcessInstance review, boolean confirmed, String remark) {
        Map<String, Object> values = new HashMap<>();
        values.put("confirmed", confirmed);
        values.put("remark", remark);
        driver.complete(review, "han", values);
    }

    private List<String> titles() {
        return jdbc.sql("select title from lecturer_title where lost_at is null")
                .query(String.class)
                .list();
    }

    private List<ProcessInstance> talks() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("improvement-talk")
                .list();
    }
}
