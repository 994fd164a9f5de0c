package org.xinhuo.incentive.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.incentive.review.ReviewSchedule;
import org.xinhuo.incentive.review.TellLateFacts;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.LecturerMonths;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** What is reported and rated between the computing of a month and its confirmation; when a month is reviewed. */
@XinhuoTest
class LateReportsTest {

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
    ReviewSchedule schedule;

    @Autowired
    TellLateFacts tellLateFacts;

    /** July 2nd, nine in Shanghai. The share of June 30th is held, but not reported. */
    @BeforeEach
    void juneIsReviewed() {
        BpmnAwareTests.init(engine);
        clock("2026-07-02T01:00:00Z");
        company.employee("han").role("han", "hr").employee("wang").lecturer("wang", "default");
        company.heldShare("w1", "wang", Instant.parse("2026-06-10T06:00:00Z"), 45, 3)
                .rated("w1", 9, 9, 9, 9, 9)
                .share("w2", "wang", Instant.parse("2026-06-30T06:00:00Z"), "PLANNED", "SUBMITTED", 45, 0);
        company.write("update share set reported_minutes = null where id = 'w2'");
    }

    @Test
    void whatIsReportedWhileNobodyAnswersCounts() {
        ProcessInstance review = computed();
        reportW2();
        driver.fireTimer(review, "confirmationExpired");
        driver.runAll(review);
        assertThat(review).isEnded().hasPassed("recomputeResults", "confirmUnasked", "freezeResults");
        // 2 of 2 (20), mean 9 (36), 3 of 3 (30), in time (10).
        assertThat(june().confirmed()).isTrue();
        assertThat(june().score()).isEqualByComparingTo("96.00");
        assertThat(driver.told("wang")).doesNotContain("score.lateMonthForYou");
    }

    @Test
    void hrReadsWhatIsMissingAndWhatHasChangedAndConfirmsWhatWasShown() {
        company.heldShare("w3", "wang", Instant.parse("2026-06-25T06:00:00Z"), 45, 0);
        company.write("update share set rating_opened_at = timestamptz '2026-06-25T06:45:00Z',"
                + " rating_closes_at = timestamptz '2026-07-09T00:00:00Z' where id = 'w3'");
        ProcessInstance review = computed();
        Map<String, Object> form = driver.form(review);
        assertThat(form)
                .containsEntry("changed", 0)
                .containsEntry("openWindows", 1)
                .containsEntry("unreportedCount", 1);
        assertThat(form.get("unreported").toString()).contains("分享w2", "2026-06-30 14:00");

        company.rated("w3", 1, 1, 1, 1, 1);
        assertThat(driver.form(review)).containsEntry("changed", 1);
        company.employee("late").lecturer("late", "default");
        company.heldShare("l1", "late", Instant.parse("2026-06-10T06:00:00Z"), 45, 0);
        assertThat(driver.form(review)).containsEntry("changed", 2);

        driver.complete(review, "han", answer());
        driver.runAll(review);
        assertThat(june().score()).isEqualByComparingTo("96.00");
        assertThat(driver.told("wang")).contains("score.lateMonthForYou");
        assertThat(driver.told("late")).contains("score.lateMonthForYou");
        assertThat(driver.told("han")).contains("score.lateMonthForHr");
    }

    @Test
    void theTableSaysWhenTheReviewBeginsAndHowLongSilenceIs() throws Exception {
        String deployment = deployed(
                "<text>2</text>",
                "<text>8</text>",
                "<text>9</text>",
                "<text>7</text>",
                "<text>3</text>",
                "<text>5</text>");
        try {
            ProcessInstance calendar = calendar();
            assertThat(driver.timer(calendar, "reviewTimeCame").getDuedate().toInstant())
                    .hasToString("2026-07-07T23:00:00Z");
            assertThat(schedule.closing(JUNE))
                    .contains(new ReviewSchedule.Closing(false, Instant.parse("2026-07-07T23:00:00Z")));
            ProcessInstance review = computed();
            assertThat(driver.timer(review, "confirmationExpired").getDuedate().toInstant())
                    .hasToString("2026-07-07T01:00:00Z");
            assertThat(schedule.closing(JUNE))
                    .contains(new ReviewSchedule.Closing(true, Instant.parse("2026-07-07T01:00:00Z")));
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    @Test
    void aSlipInTheTableStopsNoReview() throws Exception {
        String deployment = deployed(
                "<text>2</text>",
                "<text>31</text>",
                "<text>9</text>",
                "<text>25</text>",
                "<text>3</text>",
                "<text>0</text>");
        try {
            assertThat(driver.timer(calendar(), "reviewTimeCame").getDuedate().toInstant())
                    .hasToString("2026-07-02T01:00:00Z");
            assertThat(driver.timer(computed(), "confirmationExpired")
                            .getDuedate()
                            .toInstant())
                    .hasToString("2026-07-05T01:00:00Z");
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    /** Down from the 2nd into August: the month that was due is reviewed, not the one after it. */
    @Test
    void aCalendarThatIsLateReviewsTheMonthItWasStartedFor() {
        ProcessInstance calendar = calendar();
        clock("2026-08-01T03:00:00Z");
        driver.fireTimer(calendar, "reviewTimeCame");
        ProcessInstance review = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("monthly-review")
                .singleResult();
        assertThat(review).hasVariables("period").variables().containsEntry("period", "2026-06");
    }

    @Test
    void whoHasAResultDoesNotConfirmTheRunningMonthButSomebodyElseDoesAndAfterItsEndAnybody() {
        clock("2026-06-20T01:00:00Z");
        company.lecturer("han", "default").employee("hua").role("hua", "hr");
        ProcessInstance june = computed();
        assertThatThrownBy(() -> driver.complete(june, "han", answer()))
                .satisfies(EngineDriver.refusedWith("score.ownMonthNotOver"));
        assertThat(june).isWaitingAt("confirmResults");
        driver.complete(june, "hua", answer());
        assertThat(june).isWaitingAt("freezeResults");

        ProcessInstance may = driver.start("monthly-review", "han", Map.of("period", "2026-05"));
        driver.runAll(may);
        driver.complete(may, "han", answer());
        assertThat(may).isWaitingAt("freezeResults");
    }

    @Test
    void whoHasAResultDoesNotConfirmWhileSharesOfOthersAreOpenButSomebodyElseDoes() {
        company.employee("hua").role("hua", "hr").lecturer("hua", "default");
        company.heldShare("h1", "hua", Instant.parse("2026-06-11T06:00:00Z"), 45, 0);
        ProcessInstance review = computed();
        assertThatThrownBy(() -> driver.complete(review, "hua", answer()))
                .satisfies(EngineDriver.refusedWith("score.ownMonthOutstanding"));
        assertThat(review).isWaitingAt("confirmResults");
        driver.complete(review, "han", answer());
        assertThat(review).isWaitingAt("freezeResults");
    }

    @Test
    void onceNothingIsOpenWhoHasAResultConfirms() {
        company.lecturer("han", "default");
        company.heldShare("h1", "han", Instant.parse("2026-06-11T06:00:00Z"), 45, 0);
        reportW2();
        ProcessInstance review = computed();
        driver.complete(review, "han", answer());
        assertThat(review).isWaitingAt("freezeResults");
    }

    @Test
    void whatIsReportedAfterHrsYesIsToldToLecturerAndHr() {
        company.employee("mei");
        company.write("insert into share_attendance (share_id, employee_id) values ('w2', 'mei')");
        ProcessInstance review = computed();
        driver.complete(review, "han", answer());
        driver.runAll(review);
        tellLateFacts.about("w2");
        assertThat(driver.told("wang")).doesNotContain("score.lateForYou");

        reportW2();
        tellLateFacts.about("w2");
        tellLateFacts.about("w2");
        assertThat(driver.told("wang")).containsOnlyOnce("score.lateForYou");
        assertThat(driver.told("han")).containsOnlyOnce("score.lateForHr");
    }

    @Test
    void aMonthThatHasNotBegunIsNotReviewed() {
        assertThatThrownBy(() -> driver.start("monthly-review", "han", Map.of("period", "2026-08")))
                .satisfies(EngineDriver.refusedWith("incentive.reviewOfFuture"));
    }

    /** As the timer does; the timer itself keeps its rhythm for the other tests. */
    private ProcessInstance calendar() {
        return engine.getRuntimeService().startProcessInstanceByKey("review-calendar");
    }

    private String deployed(String... replacements) throws Exception {
        String table = Files.readString(Path.of("dmn", "review-schedule.dmn"));
        for (int index = 0; index < replacements.length; index += 2) {
            assertThat(table).contains(replacements[index]);
            table = table.replace(replacements[index], replacements[index + 1]);
        }
        return engine.getRepositoryService()
                .createDeployment()
                .addString("review-schedule.dmn", table)
                .deploy()
                .getId();
    }

    private ProcessInstance computed() {
        ProcessInstance review = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
        driver.runAll(review);
        return review;
    }

    private void reportW2() {
        clock("2026-07-03T01:00:00Z");
        company.write("update share set state = 'HELD', reported_minutes = 45 where id = 'w2'");
    }

    private LecturerMonth june() {
        return months.find("wang", JUNE).orElseThrow();
    }

    private static Map<String, Object> answer() {
        Map<String, Object> values = new HashMap<>();
        values.put("confirmed", true);
        values.put("remark", null);
        return values;
    }

    private static void clock(String instant) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
    }
}
