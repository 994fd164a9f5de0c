package org.xinhuo.incentive.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.reward.RewardEntry;
import org.xinhuo.incentive.reward.RewardLedger;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.MonthlyResults;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** Fair scores on their way through the monthly review, and what a ring holds. */
@XinhuoTest
class FairReviewTest {

    private static final YearMonth JUNE = YearMonth.of(2026, 6);

    @Autowired
    ApplicationContext context;

    @Autowired
    ProcessEngine engine;

    @Autowired
    FairScores scores;

    @Autowired
    RingFindings rings;

    @Autowired
    AnswerFinding answerFinding;

    @Autowired
    MonthlyResults results;

    @Autowired
    RewardLedger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private FairCompany company;

    @BeforeEach
    void company() {
        BpmnAwareTests.init(engine);
        company = new FairCompany(context);
    }

    @Test
    void theReviewComputesTwiceTheSameAndFreezesIt() {
        company.honest();
        ProcessInstance review = company.reviewed("2026-06");
        List<FairScore> draft = scores.of(JUNE);
        FairMonth month = scores.month(JUNE).orElseThrow();
        assertThat(month.confirmed()).isFalse();
        assertThat(month.windowFrom()).isEqualTo(YearMonth.of(2026, 1));
        assertThat(month.method()).isEqualTo("crossed-effects");
        assertThat(month.severities().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(month.raters());
        assertThat(draft).hasSize(12);
        assertThat(scores.confirmed(draft.get(0).lecturerId(), JUNE)).isEmpty();

        company.confirm(review, false);
        assertThat(scores.of(JUNE)).isEqualTo(draft);
        company.confirm(review, true);
        assertThat(review).isEnded();
        assertThat(scores.of(JUNE)).isEqualTo(draft);
        assertThat(scores.month(JUNE).orElseThrow().confirmed()).isTrue();
        assertThat(scores.confirmed(draft.get(0).lecturerId(), JUNE)).contains(draft.get(0));
        for (String change : List.of(
                "update fair_score set mean = 1", "delete from fair_score", "update fair_month set cash_rank = 'x'")) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(
                            open -> jdbc.sql(change).update()))
                    .as(change)
                    .hasMessageContaining("frozen");
        }
    }

    @Test
    void theRawMeanStandsBesideAndTheIntervalAroundTheAdjustedOne() {
        company.honest();
        company.reviewed("2026-06");
        Map<String, LecturerMonth> months = results.of(JUNE).stream()
                .collect(java.util.stream.Collectors.toMap(LecturerMonth::lecturerId, one -> one));
        assertThat(scores.of(JUNE)).allSatisfy(score -> {
            LecturerMonth month = months.get(score.lecturerId());
            assertThat(score.rawMean().doubleValue())
                    .isCloseTo(month.averageRating().doubleValue(), org.assertj.core.data.Offset.offset(0.000001));
            assertThat(score.raters()).isEqualTo(month.raters());
            assertThat(score.mean()).isBetween(score.low(), score.high());
            assertThat(score.low()).isLessThan(score.high());
        });
    }

    @Test
    void cashFollowsTheContractUntilTheProcessOwnerTurnsTheAdjustedRankOn() throws IOException {
        company.honest();
        ProcessInstance review = company.reviewed("2026-06");
        List<String> adjusted =
                scores.of(JUNE).stream().map(FairScore::lecturerId).toList();
        List<String> byContract = cashOrder();
        assertThat(byContract).hasSameElementsAs(adjusted).isNotEqualTo(adjusted);
        assertThat(scores.month(JUNE).orElseThrow().adjustedForCash()).isFalse();

        String deployed = deploy("\"contract\"", "\"adjusted\"");
        try {
            company.confirm(review, false);
            assertThat(cashOrder()).isEqualTo(adjusted);
            FairMonth month = scores.month(JUNE).orElseThrow();
            assertThat(month.cashRank()).isEqualTo("adjusted");
            assertThat(month.rulesVersion()).isGreaterThan(1);
            company.confirm(review, true);
        } finally {
            engine.getRepositoryService().deleteDeployment(deployed, true);
        }
        assertThat(cashOrder()).isEqualTo(adjusted);
        assertThat(scores.month(JUNE).orElseThrow().cashRank()).isEqualTo("adjusted");
    }

    @Test
    void aRingHoldsTheMoneyOfItsMembersUntilHrHasLooked() {
        company.withARing();
        ProcessInstance review = company.reviewed("2026-06");
        assertThat(rings.of(JUNE)).singleElement().satisfies(finding -> {
            assertThat(finding.members())
                    .extracting(RingFinding.Member::lecturerId)
                    .containsExactlyElementsOf(FairCompany.RING);
            assertThat(finding.holds()).isTrue();
            assertThat(finding.given()).isGreaterThan(finding.expected().add(BigDecimal.ONE));
            assertThat(finding.members())
                    .allSatisfy(member -> assertThat(member.rawMean()).isGreaterThan(member.withoutMean()));
        });
        assertThat(told("han")).contains("fairness.ringsFound");
        company.confirm(review, true);
        // Without the finding 500 yuan need no approval, and a certificate never does.
        String member = FairCompany.RING.get(0);
        granted("r500", member, "team-thanks", "500.00");
        granted("r0", member, "badge", "0.00");
        granted("other", MarkWorld.id(9), "team-thanks", "500.00");
        ProcessInstance held = reward("r500");
        assertThat(held).isWaitingAt("approveReward");
        assertThat(reward("r0")).isWaitingAt("creditReward");
        assertThat(reward("other")).isWaitingAt("creditReward");
        assertThat(form(held).get("held").toString()).contains("员工0", "员工1", "员工2");

        assertThatThrownBy(() -> company.complete(held, Map.of("approved", true)))
                .hasMessageContaining("say why");
        assertThat(rings.of(JUNE).get(0).open()).isTrue();
        company.complete(held, Map.of("approved", true, "remark", "They teach the same course"));
        company.runAll(held);
        assertThat(held).isEnded();
        assertThat(ledger.get("r500").state()).isEqualTo(RewardEntry.State.CREDITED);
        assertThat(rings.holding(member, JUNE)).isEmpty();
        assertThat(rings.holding(FairCompany.RING.get(1), JUNE)).hasSize(1);
    }

    @Test
    void whatIsRejectedIsNotPaidAndStaysHeldForNoOther() {
        company.withARing();
        company.confirm(company.reviewed("2026-06"), true);
        String member = FairCompany.RING.get(0);
        granted("r500", member, "team-thanks", "500.00");
        ProcessInstance held = reward("r500");
        company.complete(held, Map.of("approved", false, "remark", "Agreed beforehand"));
        assertThat(held).isEnded();
        assertThat(ledger.get("r500").state()).isEqualTo(RewardEntry.State.REJECTED);
        assertThat(rings.of(JUNE).get(0).members())
                .filteredOn(one -> one.lecturerId().equals(member))
                .extracting(RingFinding.Member::answer, RingFinding.Member::remark)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("upheld", "Agreed beforehand"));
    }

    @Test
    void whatHrHasReleasedHoldsNothingAndTheSameMarksNeverComeAgain() {
        company.withARing();
        ProcessInstance review = company.reviewed("2026-06");
        String finding = rings.of(JUNE).get(0).id();
        assertThatThrownBy(() -> answerFinding.answer(finding, MarkWorld.id(5), true, "why"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> answerFinding.answer(finding, "han", true, " "))
                .isInstanceOf(Refusal.class);
        answerFinding.answer(finding, "han", true, "One team, one course");
        assertThatThrownBy(() -> answerFinding.answer(finding, "han", false, "again"))
                .isInstanceOf(Refusal.class);
        company.confirm(review, false);
        assertThat(rings.of(JUNE)).extracting(RingFinding::id).containsExactly(finding);
        company.confirm(review, true);
        granted("r500", FairCompany.RING.get(0), "team-thanks", "500.00");
        assertThat(reward("r500")).isWaitingAt("creditReward");
    }

    @Test
    void aMemberOfHrDoesNotAnswerForTheOwnGroup() {
        company.withARing();
        company.reviewed("2026-06");
        role(FairCompany.RING.get(0));
        String finding = rings.of(JUNE).get(0).id();
        assertThatThrownBy(() -> answerFinding.answer(finding, FairCompany.RING.get(0), true, "why"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aMemberOfHrDoesNotReleaseThePartnersMoney() {
        company.withARing();
        company.confirm(company.reviewed("2026-06"), true);
        String partner = FairCompany.RING.get(0);
        String member = FairCompany.RING.get(1);
        role(member);
        granted("r500", partner, "team-thanks", "500.00");
        ProcessInstance held = reward("r500");
        for (boolean approved : List.of(true, false)) {
            assertThatThrownBy(() -> company.complete(
                            held, member, Map.of("approved", approved, "remark", "We teach the same course")))
                    .hasMessageContaining("somebody else answers");
        }
        assertThat(held).isWaitingAt("approveReward");
        assertThat(rings.holding(partner, JUNE)).hasSize(1);
        company.complete(held, Map.of("approved", true, "remark", "They teach the same course"));
        assertThat(rings.holding(partner, JUNE)).isEmpty();
    }

    @Test
    void aMemberOfHrDoesNotReadInTheApprovalWhoPraisedWhom() {
        company.withARing();
        company.confirm(company.reviewed("2026-06"), true);
        String member = FairCompany.RING.get(1);
        role(member);
        granted("r500", FairCompany.RING.get(0), "team-thanks", "500.00");
        ProcessInstance held = reward("r500");
        assertThat(formOf(held, member).get("held").toString())
                .contains("Somebody else of HR")
                .doesNotContain("员工");
        assertThat(formOf(held, "han").get("held").toString()).contains("员工0", "员工1", "员工2");
    }

    @Test
    void aMonthWithoutAnyMarkIsReviewedLikeAnyOther() {
        company.honest();
        ProcessInstance review = company.reviewed("2025-06");
        assertThat(scores.of(YearMonth.of(2025, 6))).isEmpty();
        company.confirm(review, true);
        assertThat(review).isEnded();
    }

    private List<String> cashOrder() {
        return results.of(JUNE).stream()
                .filter(month -> month.ranks().rating() != null)
                .sorted(Comparator.comparing(month -> month.ranks().rating()))
                .map(LecturerMonth::lecturerId)
                .toList();
    }

    private String deploy(String from, String to) throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/dmn/fair-score-rules.dmn")) {
            String table = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            int rule = table.indexOf("<rule");
            return engine.getRepositoryService()
                    .createDeployment()
                    .addString(
                            "fair-score-rules.dmn",
                            table.substring(0, rule)
                                    + table.substring(rule)
                                            .replace("<text>" + from + "</text>", "<text>" + to + "</text>"))
                    .deploy()
                    .getId();
        }
    }

    private void granted(String id, String employee, String kind, String amount) {
        transaction.executeWithoutResult(
                open -> jdbc.sql("insert into reward_entry (id, employee_id, period, kind, amount, currency,"
                                + " decision_key, decision_version, entered_at)"
                                + " values (?, ?, '2026-06', ?, ?, 'CNY', 'lecturer-reward', 1, now())")
                        .params(id, employee, kind, new BigDecimal(amount))
                        .update());
    }

    private ProcessInstance reward(String id) {
        return engine.getRuntimeService().startProcessInstanceByKey("reward", id, Map.of("rewardId", id));
    }

    private Map<String, Object> form(ProcessInstance reward) {
        return engine.getFormService()
                .getTaskFormVariables(engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(reward.getId())
                        .singleResult()
                        .getId());
    }

    private Map<String, Object> formOf(ProcessInstance reward, String reader) {
        return context.getBean(EngineDriver.class).as(reader, () -> form(reward));
    }

    private void role(String person) {
        context.getBean(TestCompany.class).role(person, "hr");
    }

    private List<String> told(String person) {
        return jdbc.sql("select code from notice where person_id = ?")
                .param(person)
                .query(String.class)
                .list();
    }
}
