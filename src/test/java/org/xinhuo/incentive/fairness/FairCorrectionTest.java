package org.xinhuo.incentive.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.incentive.reward.LedgerStory;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.MonthlyResults;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.OwnersTables;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** Marks were wrong: a correction of the month computes the adjusted means anew, and the money follows them. */
@XinhuoTest
class FairCorrectionTest {

    private static final YearMonth JUNE = YearMonth.of(2026, 6);

    @RegisterExtension
    final OwnersTables tables = new OwnersTables();

    @Autowired
    ApplicationContext context;

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineDriver driver;

    @Autowired
    FairScores scores;

    @Autowired
    MonthlyResults results;

    @Autowired
    TestCompany people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private FairCompany company;

    @BeforeEach
    void company() {
        BpmnAwareTests.init(engine);
        company = new FairCompany(context).honest();
        people.employee("hua").role("hua", "hr");
    }

    @Test
    void whereTheAdjustedRankPaysItIsComputedAnewAndPays() throws IOException {
        tables.slip("fair-score-rules", "<text>\"contract\"</text>", "<text>\"adjusted\"</text>");
        company.confirm(company.reviewed("2026-06"), true);
        List<FairScore> before = scores.of(JUNE);
        String first = before.get(0).lecturerId();
        String second = before.get(1).lecturerId();
        assertThat(cashOrder()).startsWith(first, second);
        LedgerStory story = new LedgerStory(context);
        story.approveAll();

        wrongMarksOf(first);
        ProcessInstance correction = requested();
        // Until somebody confirms it, everything is as it was.
        assertThat(scores.of(JUNE)).isEqualTo(before);
        driver.complete(correction, "hua", Map.of("confirmed", true));
        driver.runAll(correction);
        story.approveAll();

        assertThat(correction).isEnded();
        List<FairScore> after = scores.of(JUNE);
        assertThat(of(first, after).mean()).isLessThan(of(first, before).mean());
        assertThat(of(first, after).rawMean()).isLessThan(of(first, before).rawMean());
        assertThat(cashOrder())
                .containsExactlyElementsOf(
                        after.stream().map(FairScore::lecturerId).toList());
        assertThat(cashOrder().get(0)).isNotEqualTo(first);
        assertThat(story.entries(JUNE).stream()
                        .filter(entry -> entry.stands() && entry.amount().intValue() == 1000)
                        .filter(entry -> entry.kind().equals("training-allowance"))
                        .map(entry -> entry.employeeId()))
                .containsExactly(after.get(0).lecturerId());
        assertThat(scores.confirmed(first, JUNE)).contains(of(first, after));
        // What the review computed stays beside it.
        assertThat(jdbc.sql("select mean from fair_score where period = '2026-06' and lecturer_id = ?")
                        .param(first)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo(of(first, before).mean());
    }

    /** Also where the contract's rank pays: the mean beside the raw one is of the same marks. */
    @Test
    void whereTheContractsRankPaysTheMeanBesideTheRawOneIsOfTheSameMarks() {
        company.confirm(company.reviewed("2026-06"), true);
        String first = scores.of(JUNE).get(0).lecturerId();
        wrongMarksOf(first);
        ProcessInstance correction = requested();
        driver.complete(correction, "hua", Map.of("confirmed", true));
        driver.runAll(correction);
        LecturerMonth month = results.of(JUNE).stream()
                .filter(one -> one.lecturerId().equals(first))
                .findFirst()
                .orElseThrow();
        assertThat(of(first, scores.of(JUNE)).rawMean().doubleValue())
                .isCloseTo(month.averageRating().doubleValue(), Offset.offset(0.000001));
        for (String change : List.of(
                "update fair_revision_score set mean = 1",
                "delete from fair_revision_score",
                "update fair_revision set confirmed_at = null")) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(
                            open -> jdbc.sql(change).update()))
                    .as(change)
                    .hasMessageContaining("frozen");
        }
    }

    @Test
    void aRefusedCorrectionLeavesTheMeansAsTheyWere() {
        company.confirm(company.reviewed("2026-06"), true);
        List<FairScore> before = scores.of(JUNE);
        wrongMarksOf(before.get(0).lecturerId());
        driver.complete(requested(), "hua", Map.of("confirmed", false, "remark", "They were right"));
        assertThat(scores.of(JUNE)).isEqualTo(before);
    }

    private void wrongMarksOf(String lecturer) {
        people.write("update rating set score = 2 where share_id = ?", lecturer + "-2026-06");
    }

    private ProcessInstance requested() {
        ProcessInstance correction = driver.start(
                "month-correction", "han", Map.of("period", "2026-06", "reason", "The marks were another's"));
        driver.run(correction);
        assertThat(correction).isWaitingAt("confirmCorrection");
        return correction;
    }

    private static FairScore of(String lecturer, List<FairScore> among) {
        return among.stream()
                .filter(one -> one.lecturerId().equals(lecturer))
                .findFirst()
                .orElseThrow();
    }

    private List<String> cashOrder() {
        return results.of(JUNE).stream()
                .filter(month -> month.ranks().rating() != null)
                .map(LecturerMonth::lecturerId)
                .toList();
    }
}
