package org.xinhuo.incentive.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

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
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.LecturerMonths;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.OwnersTables;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** What happens to a month between the computing of its results and HR's yes. */
@XinhuoTest
class StaleResultsTest {

    static final YearMonth JUNE = YearMonth.of(2026, 6);

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineDriver driver;

    @Autowired
    TestCompany company;

    @Autowired
    LecturerMonths months;

    @RegisterExtension
    final OwnersTables tables = new OwnersTables();

    /** July 2nd, nine in Shanghai; Wang's two shares of June are reported and rated. Han and Hua are HR, Hua lectures. */
    @BeforeEach
    void june() {
        BpmnAwareTests.init(engine);
        clock("2026-07-02T01:00:00Z");
        company.employee("han").role("han", "hr").employee("wang").lecturer("wang", "default");
        company.employee("hua").role("hua", "hr").lecturer("hua", "default");
        company.heldShare("w1", "wang", Instant.parse("2026-06-10T06:00:00Z"), 45, 3)
                .rated("w1", 9, 9, 9, 9, 9)
                .heldShare("h1", "hua", Instant.parse("2026-06-11T06:00:00Z"), 45, 0)
                .rated("h1", 8, 8, 8, 8, 8);
    }

    /** What was computed is confirmed and paid; the table is mended for the next month. */
    @ParameterizedTest
    @CsvSource({
        "share-targets, <text>2</text>, <text>-30</text>",
        "score-weights, <text>0.4</text>, <text>\"a lot\"</text>"
    })
    void aSlipAfterTheComputingStopsNoMonth(String table, String said, String slip) throws Exception {
        ProcessInstance review = computed();
        tables.slip(table, said, slip);
        assertThat(driver.form(review)).containsEntry("changedUnknown", true).containsEntry("changed", 0);
        driver.complete(review, "han", yes());
        driver.runAll(review);
        assertThat(review).isEnded().hasPassed("freezeResults", "monthClosed");
        assertThat(of("wang").confirmed()).isTrue();
        assertThat(driver.told("wang"))
                .contains("incentive.monthConfirmed.excellent")
                .doesNotContain("score.lateMonthForYou");
    }

    /** A further share of Wang's has come in: another rank may be due than the one that Hua would confirm. */
    @Test
    void whoHasAResultDoesNotConfirmWhatIsStaleButHasItComputedAgain() {
        ProcessInstance review = computed();
        company.heldShare("w2", "wang", Instant.parse("2026-06-25T06:00:00Z"), 45, 0);
        assertThatThrownBy(() -> driver.complete(review, "hua", yes()))
                .satisfies(EngineDriver.refusedWith("score.ownMonthChanged"));
        assertThat(review).isWaitingAt("confirmResults");
        Map<String, Object> no = yes();
        no.put("confirmed", false);
        no.put("remark", "Compute again");
        driver.complete(review, "hua", no);
        driver.runAll(review);
        driver.complete(review, "hua", yes());
        driver.runAll(review);
        assertThat(of("wang").held()).isEqualTo(2);
        assertThat(driver.told("wang")).doesNotContain("score.lateMonthForYou");
    }

    @Test
    void whoHasAResultDoesNotConfirmWhileATableDoesNotSayWhetherItIsStaleButSomebodyElseDoes() throws Exception {
        ProcessInstance review = computed();
        tables.slip("share-targets", "<text>2</text>", "<text>-30</text>");
        assertThatThrownBy(() -> driver.complete(review, "hua", yes()))
                .satisfies(EngineDriver.refusedWith("score.ownMonthChanged"));
        driver.complete(review, "han", yes());
        assertThat(review).isWaitingAt("freezeResults");
    }

    /** Shares of 45 minutes would not count any more: but nothing of anybody's has come in. */
    @Test
    void newTargetsMakeNobodysThingsLate() throws Exception {
        ProcessInstance review = computed();
        tables.slip("share-targets", "<text>30</text>", "<text>60</text>");
        driver.complete(review, "han", yes());
        driver.runAll(review);
        assertThat(of("wang").held()).isEqualTo(1);
        assertThat(driver.told("wang")).doesNotContain("score.lateMonthForYou");
        assertThat(driver.told("han")).doesNotContain("score.lateMonthForHr");
    }

    private ProcessInstance computed() {
        ProcessInstance review = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
        driver.runAll(review);
        return review;
    }

    private LecturerMonth of(String lecturer) {
        return months.find(lecturer, JUNE).orElseThrow();
    }

    private static Map<String, Object> yes() {
        Map<String, Object> values = new HashMap<>();
        values.put("confirmed", true);
        values.put("remark", null);
        return values;
    }

    private static void clock(String instant) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
    }
}
