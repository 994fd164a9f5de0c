package org.xinhuo.incentive.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.incentive.review.MissedReviews;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** The calendar has every month reviewed, the oldest first, also those that came while it was down. */
@XinhuoTest
class ReviewCalendarProcessTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("review-calendar");

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineDriver driver;

    @Autowired
    TestCompany company;

    @Autowired
    MissedReviews missed;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void hrAndALecturer() {
        BpmnAwareTests.init(engine);
        company.employee("han").role("han", "hr").employee("wang").lecturer("wang", "default");
    }

    @Test
    void theTimerReviewsLastMonth() {
        Job timer = engine.getManagementService()
                .createJobQuery()
                .processDefinitionKey("review-calendar")
                .activityId("ratingsOfMonthClosed")
                .singleResult();
        assertThat(timer.getDuedate().toInstant()).isAfter(Instant.now());
        // The second begins in Shanghai; the review itself waits for nine o'clock.
        assertThat(timer.getDuedate().toInstant().toString()).endsWith("-01T16:00:00Z");
        engine.getManagementService().executeJob(timer.getId());

        YearMonth last = YearMonth.now(SHANGHAI).minusMonths(1);

        reviewNext(
                last.toString(),
                last.plusMonths(1)
                        .atDay(2)
                        .atTime(9, 0)
                        .atZone(SHANGHAI)
                        .toInstant()
                        .toString());

        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("review-calendar")
                        .count())
                .isZero();
    }

    /** April was reviewed; the calendar was down on the second of June, July and August. HR has begun June by hand. */
    @Test
    void everyMonthThatWasForgottenIsReviewedOnceTheOldestFirst() {
        for (String month : List.of("04", "05", "06", "07")) {
            company.heldShare("w" + month, "wang", Instant.parse("2026-" + month + "-10T06:00:00Z"), 45, 3);
        }
        clock("2026-05-02T01:00:00Z");
        confirmed(driver.start("monthly-review", "han", Map.of("period", "2026-04")));
        clock("2026-07-10T01:00:00Z");
        ProcessInstance june = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
        clock("2026-09-01T16:00:00Z");
        assertThat(missed.due()).map(YearMonth::toString).containsExactly("2026-05", "2026-07", "2026-08");

        calendarAsksNow();
        reviewNext("2026-05", "2026-06-02T01:00:00Z");
        reviewNext("2026-07", "2026-08-02T01:00:00Z");
        confirmed(june);
        assertThat(missed.due()).map(YearMonth::toString).containsExactly("2026-08");
        reviewNext("2026-08", "2026-09-02T01:00:00Z");

        assertThat(jdbc.sql("select period from monthly_review where state = 'CONFIRMED' order by period")
                        .query(String.class)
                        .list())
                .containsExactly("2026-04", "2026-05", "2026-06", "2026-07", "2026-08");
        calendarAsksNow();
        reviewsAt("2026-09-02T01:00:00Z");
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKeyIn("review-calendar", "monthly-review")
                        .list())
                .as("the last month is confirmed already")
                .isEmpty();
    }

    /**
     * Imported months were paid elsewhere, and one without any share would fail everybody: only what was planned here is
     * made up for. Who has not looked for longer than a year looks at twelve months.
     */
    @Test
    void theMonthsOfOneYearAtMostAreMadeUpForAndNoneThatWereImportedOrEmpty() {
        clock("2026-09-01T16:00:00Z");
        company.heldShare("old", "wang", Instant.parse("2026-04-10T06:00:00Z"), 45, 0);
        company.write("update share set imported = true");
        assertThat(missed.due()).map(YearMonth::toString).containsExactly("2026-08");

        company.heldShare("off", "wang", Instant.parse("2026-03-10T06:00:00Z"), 45, 0);
        company.write("update share set state = 'CANCELLED' where id = 'off'");
        company.heldShare("own", "wang", Instant.parse("2026-06-30T17:00:00Z"), 45, 0);
        assertThat(missed.due()).map(YearMonth::toString).containsExactly("2026-07", "2026-08");

        for (String month : List.of("2025-08", "2025-09", "2026-01")) {
            company.heldShare(month, "wang", Instant.parse(month + "-10T06:00:00Z"), 45, 0);
        }
        assertThat(missed.due()).map(YearMonth::toString).containsExactly("2025-09", "2026-01", "2026-07", "2026-08");
    }

    /** A company that brings its shares by file. March was paid before the product came, May was reviewed, June forgotten. */
    @Test
    void hrIsToldOnceOfAMonthThatCameByFileAndThatNobodyHasReviewed() {
        for (String month : List.of("03", "05", "06", "07", "08")) {
            company.heldShare("w" + month, "wang", Instant.parse("2026-" + month + "-10T06:00:00Z"), 45, 3);
        }
        company.write("update share set imported = true");
        clock("2026-06-02T01:00:00Z");
        confirmed(driver.start("monthly-review", "han", Map.of("period", "2026-05")));
        clock("2026-08-01T16:00:00Z");
        calendarAsksNow();
        assertThat(driver.told("han")).containsOnlyOnce("score.monthNotReviewed");
        assertThat(missed.due()).map(YearMonth::toString).containsExactly("2026-07");
        reviewNext("2026-07", "2026-08-02T01:00:00Z");

        clock("2026-09-01T16:00:00Z");
        calendarAsksNow();
        assertThat(driver.told("han")).as("once").containsOnlyOnce("score.monthNotReviewed");
        assertThat(missed.importedOnly()).map(YearMonth::toString).containsExactly("2026-06");
    }

    /** As the timer does; the timer itself keeps its rhythm for the other tests. */
    private void calendarAsksNow() {
        engine.getRuntimeService().startProcessInstanceByKey("review-calendar");
    }

    /** The calendar waits for this instant, and it comes. */
    private void reviewsAt(String instant) {
        ProcessInstance calendar = calendar();
        assertThat(driver.timer(calendar, "reviewTimeCame").getDuedate().toInstant())
                .hasToString(instant);
        driver.fireTimer(calendar, "reviewTimeCame");
    }

    private void reviewNext(String period, String instant) {
        reviewsAt(instant);
        String review = jdbc.sql("select id from monthly_review where period = ?")
                .param(period)
                .query(String.class)
                .single();
        confirmed(engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(review)
                .singleResult());
    }

    private void confirmed(ProcessInstance review) {
        assertThat(review).isWaitingAt("computeResults");
        driver.run(review);
        Map<String, Object> answer = new HashMap<>();
        answer.put("confirmed", true);
        answer.put("remark", null);
        driver.complete(review, "han", answer);
        driver.runAll(review);
        assertThat(review).isEnded();
    }

    private ProcessInstance calendar() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("review-calendar")
                .singleResult();
    }

    private static void clock(String instant) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
    }
}
