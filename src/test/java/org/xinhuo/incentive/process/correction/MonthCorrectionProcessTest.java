package org.xinhuo.incentive.process.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.incentive.correction.CorrectMonth;
import org.xinhuo.incentive.correction.MonthCorrection;
import org.xinhuo.incentive.correction.MonthCorrections;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.LecturerMonths;
import org.xinhuo.incentive.scoring.MonthRevisions;
import org.xinhuo.incentive.scoring.MonthlyResults;
import org.xinhuo.models.ModelFiles;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.OwnersTables;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** What a correction of {@link CorrectionStory}'s June does to results; the money is in {@link CorrectedMoneyTest}. */
@XinhuoTest
class MonthCorrectionProcessTest {

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("month-correction");

    @RegisterExtension
    final OwnersTables tables = new OwnersTables();

    @Autowired
    ApplicationContext context;

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineDriver driver;

    @Autowired
    TestCompany company;

    @Autowired
    LecturerMonths months;

    @Autowired
    MonthRevisions revisions;

    @Autowired
    MonthlyResults results;

    @Autowired
    MonthCorrections corrections;

    @Autowired
    CorrectMonth correctMonth;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    CorrectionStory june;

    @BeforeEach
    void aConfirmedJune() {
        june = new CorrectionStory(context).confirmedJune();
    }

    /** A second share of Li's was forgotten: held (20 points instead of 10), so 96 with a mean of 9. */
    @Test
    void aSecondPersonConfirmsAndEverythingFollows() {
        june.forgottenShareOfLi();
        assertThat(june.month("li").score()).isEqualByComparingTo("86.00");
        ProcessInstance correction = june.request("han", "Li 的第二场分享漏记了");
        assertThat(correction).isWaitingAt("computeCorrection");
        assertThat(variables(correction)).containsOnlyKeys("period", "confirmedBefore");
        driver.run(correction);
        assertThat(correction).isWaitingAt("confirmCorrection").task().hasCandidateGroup("hr");

        Map<String, Object> form = driver.form(correction);
        assertThat(form).containsEntry("reason", "Li 的第二场分享漏记了").containsEntry("lecturers", 1);
        assertThat(form.get("results").toString()).contains("86.00 → 96.00");
        assertThat(form.get("rewards").toString()).doesNotContain("1,000.00 CNY → –");
        // Until then nothing has changed.
        assertThat(june.month("li").score()).isEqualByComparingTo("86.00");

        driver.complete(correction, "hua", Map.of("confirmed", true));
        driver.runAll(correction);

        assertThat(correction)
                .isEnded()
                .hasPassedInOrder(
                        "correctionRequested",
                        "openCorrection",
                        "computeCorrection",
                        "confirmCorrection",
                        "applyCorrection",
                        "correctRewards",
                        "awardTitles",
                        "warnLecturers",
                        "monthCorrected")
                .hasNotPassed("correctionRefused", "nothingToCorrect", "lapseCorrection");
        LecturerMonth li = june.month("li");
        assertThat(li.score()).isEqualByComparingTo("96.00");
        assertThat(li.confirmed()).isTrue();
        assertThat(results.of(CorrectionStory.JUNE)).hasSize(2);
        assertThat(months.trace(li)).extracting(entry -> entry.shareId()).contains("l2");
        assertThat(revisions.of("li", CorrectionStory.JUNE))
                .extracting(MonthRevisions.Revision::number, one -> one.month().score())
                .containsExactly(tuple(0, new BigDecimal("86.00")), tuple(1, new BigDecimal("96.00")));
        assertThat(revisions.of("wang", CorrectionStory.JUNE)).hasSize(1);
        assertThat(driver.told("li")).contains("correction.newScore");
        assertThat(driver.told("wang")).doesNotContain("correction.newScore", "correction.newRank");
        assertThat(driver.told("han")).contains("correction.confirmed");
        MonthCorrection decided = corrections.get(correction.getBusinessKey());
        assertThat(decided.state()).isEqualTo(MonthCorrection.State.CONFIRMED);
        assertThat(decided.requestedBy()).isEqualTo("han");
        assertThat(decided.decidedBy()).isEqualTo("hua");
    }

    @Test
    void whatComesLateChangesNothingByItself() {
        company.employee("late-rater");
        company.write("insert into rating (share_id, learner_id, score, rated_at)"
                + " values ('w1', 'late-rater', 1, now())");
        company.write("update share set imported_reuse = 0 where id = 'w1'");
        assertThat(june.month("wang").score()).isEqualByComparingTo("92.00");
        assertThat(june.month("wang").reuses()).isEqualTo(3);
        assertThat(months.trace(june.month("wang")).toString())
                .contains("count=5")
                .doesNotContain("count=6");
    }

    @Test
    void whereNothingChangesTheRequesterIsToldAndNobodyIsAsked() {
        ProcessInstance correction = june.request("han", "Please look again");
        driver.run(correction);
        assertThat(correction).isEnded().hasPassed("nothingToCorrect").hasNotPassed("confirmCorrection");
        assertThat(driver.told("han")).contains("correction.nothing");
        assertThat(corrections.get(correction.getBusinessKey()).state()).isEqualTo(MonthCorrection.State.NOTHING);
        // The next one may come.
        assertThat(june.request("hua", "Once more")).isWaitingAt("computeCorrection");
    }

    @Test
    void aRefusalSaysWhyAndLeavesTheMonthAsItWas() {
        june.forgottenShareOfLi();
        ProcessInstance correction = june.request("han", "Forgotten share");
        driver.run(correction);
        assertThatThrownBy(() -> driver.complete(correction, "hua", Map.of("confirmed", false)))
                .satisfies(EngineDriver.refusedWith("incentive.remarkNeeded"));
        assertThat(correction).isWaitingAt("confirmCorrection");
        driver.complete(correction, "hua", Map.of("confirmed", false, "remark", "That share was in May"));
        assertThat(correction).isEnded().hasPassed("correctionRefused").hasNotPassed("applyCorrection");
        assertThat(june.month("li").score()).isEqualByComparingTo("86.00");
        assertThat(revisions.of("li", CorrectionStory.JUNE)).hasSize(1);
        assertThat(driver.told("han")).contains("correction.refused");
        assertThat(driver.told("li")).doesNotContain("correction.newScore");
        // What was refused is still known.
        assertThat(revisions.changes(correction.getBusinessKey())).hasSize(1);
    }

    @Test
    void silenceNeverConfirmsACorrection() {
        june.forgottenShareOfLi();
        ProcessInstance correction = june.request("han", "Forgotten share");
        driver.run(correction);
        driver.fireTimer(correction, "confirmationLate");
        assertThat(driver.told("hua")).containsExactly("correction.waits");
        assertThat(driver.told("han")).doesNotContain("correction.waits");
        driver.fireTimer(correction, "confirmationLapsed");
        assertThat(correction).isEnded().hasPassed("correctorsReminded", "correctionLapsed");
        assertThat(june.month("li").score()).isEqualByComparingTo("86.00");
        assertThat(corrections.get(correction.getBusinessKey()).state()).isEqualTo(MonthCorrection.State.LAPSED);
        assertThat(driver.told("han")).contains("correction.lapsed");
    }

    @Test
    void nobodyConfirmsAnOwnRequestOrAnOwnResult() {
        company.role("li", "hr");
        june.forgottenShareOfLi();
        ProcessInstance correction = june.request("han", "Forgotten share");
        driver.run(correction);
        assertThatThrownBy(() -> driver.complete(correction, "han", Map.of("confirmed", true)))
                .satisfies(EngineDriver.refusedWith("correction.ownRequest"));
        assertThatThrownBy(() -> driver.complete(correction, "li", Map.of("confirmed", true)))
                .satisfies(EngineDriver.refusedWith("correction.ownResult"));
        assertThat(correction).isWaitingAt("confirmCorrection");
        // Nor claims it: whoever may answer would not see it any more.
        String task = driver.task(correction).getId();
        assertThatThrownBy(() -> claim(task, "han")).satisfies(EngineDriver.refusedWith("correction.ownRequest"));
        assertThatThrownBy(() -> claim(task, "li")).satisfies(EngineDriver.refusedWith("correction.ownResult"));
        claim(task, "hua");
        assertThat(driver.task(correction).getAssignee()).isEqualTo("hua");
    }

    @Test
    void onlyConfirmedMonthsAreCorrectedByHrOneAtATimeAndWithAReason() {
        assertThatThrownBy(() -> june.request("mei", "For me")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() ->
                        correctMonth.open(null, CorrectionStory.JUNE, "For me", MonthCorrection.Rules.CONFIRMED, "mei"))
                .satisfies(EngineDriver.refusedWith("correction.onlyHr"));
        assertThatThrownBy(() -> june.start("han", Map.of("period", "2026-05", "reason", "Why not")))
                .satisfies(EngineDriver.refusedWith("correction.notConfirmed"));
        assertThatThrownBy(() -> june.start("han", Map.of("period", "2026-06"))).hasMessageContaining("eason");
        assertThatThrownBy(() -> june.start("han", Map.of("period", "June", "reason", "Why not")))
                .satisfies(EngineDriver.refusedWith("incentive.notAMonth"));
        june.request("han", "First");
        assertThatThrownBy(() -> june.request("hua", "Second"))
                .satisfies(EngineDriver.refusedWith("correction.underWay"));
    }

    /** The second correction builds on the first; each says what it changed. */
    @Test
    void aCorrectionIsCorrectedInTurn() {
        june.forgottenShareOfLi();
        ProcessInstance first = june.request("han", "Forgotten share");
        driver.run(first);
        driver.complete(first, "hua", Map.of("confirmed", true));
        driver.runAll(first);
        company.write("update share set state = 'NOT_HELD' where id = 'l2'");
        ProcessInstance second = june.request("hua", "It was not held after all");
        driver.run(second);
        assertThat(driver.form(second).get("results").toString()).contains("96.00 → 86.00");
        driver.complete(second, "han", Map.of("confirmed", true));
        driver.runAll(second);
        assertThat(revisions.of("li", CorrectionStory.JUNE))
                .extracting(MonthRevisions.Revision::number)
                .containsExactly(0, 1, 2);
        assertThat(revisions.changes(first.getBusinessKey()))
                .extracting(
                        change -> change.before().score(),
                        change -> change.after().score())
                .containsExactly(tuple(new BigDecimal("86.00"), new BigDecimal("96.00")));
        assertThat(june.month("li").score()).isEqualByComparingTo("86.00");
    }

    /** Whoever has moved to another department or group since is measured as then. */
    @Test
    void departmentsAndGroupsStayAsTheyWereConfirmed() {
        company.write("update employee set department = 'IT' where id = 'wang'");
        company.write("update lecturer set lecturer_group = 'sales' where employee_id = 'wang'");
        ProcessInstance correction = june.request("han", "Please look again");
        driver.run(correction);
        assertThat(correction).isEnded().hasPassed("nothingToCorrect");
    }

    /**
     * The owner lets reuse count less since (0.2 of 0.9): a correction by the tables of then changes nothing; by those of
     * today Wang has (20 + 32 + 20 + 10) / 0.9 = 91.11.
     */
    @Test
    void theTablesOfThenCountUnlessThoseOfTodayAreAskedFor() throws IOException {
        tables.slip("score-weights", "<text>0.3</text>", "<text>0.2</text>");
        ProcessInstance asThen = june.request("han", "Please look again");
        driver.run(asThen);
        assertThat(asThen).isEnded().hasPassed("nothingToCorrect");

        ProcessInstance asToday = june.start(
                "han", Map.of("period", "2026-06", "reason", "The weight was a mistake", "rules", "current"));
        driver.run(asToday);
        assertThat(driver.form(asToday).get("results").toString()).contains("92.00 → 91.11");
        driver.complete(asToday, "hua", Map.of("confirmed", true));
        driver.runAll(asToday);
        LecturerMonth wang = june.month("wang");
        assertThat(wang.score()).isEqualByComparingTo("91.11");
        assertThat(wang.weights().version())
                .isGreaterThan(revisions
                        .of("wang", CorrectionStory.JUNE)
                        .get(0)
                        .month()
                        .weights()
                        .version());
        // From now on that is what the month was confirmed with.
        ProcessInstance again = june.request("han", "Please look again");
        driver.run(again);
        assertThat(again).isEnded().hasPassed("nothingToCorrect");
    }

    /** Somebody whose import came late gets a first result by the correction. */
    @Test
    void aLecturerWithoutAResultGetsOne() {
        company.employee("new").lecturer("new", "default");
        company.heldShare("n1", "new", Instant.parse("2026-06-15T06:00:00Z"), 45, 0);
        ProcessInstance correction = june.request("han", "New lecturer was imported late");
        driver.run(correction);
        driver.complete(correction, "hua", Map.of("confirmed", true));
        driver.runAll(correction);
        assertThat(june.month("new").confirmed()).isTrue();
        assertThat(driver.told("new")).contains("correction.newResult");
        assertThat(results.of(CorrectionStory.JUNE)).hasSize(3);
    }

    @Test
    void theDatabaseKeepsWhatWasConfirmedAndDecided() {
        june.forgottenShareOfLi();
        ProcessInstance correction = june.request("han", "Forgotten share");
        driver.run(correction);
        driver.complete(correction, "hua", Map.of("confirmed", true));
        driver.runAll(correction);
        for (String change : List.of(
                "update month_result set score = 1 where revision = 0",
                "update month_result set score = 1 where revision = 1",
                "delete from month_result where revision = 0",
                "update lecturer_month set score = 1",
                "truncate month_result",
                "update month_correction set reason = 'x'",
                "delete from month_correction",
                "truncate month_correction cascade")) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(
                            open -> jdbc.sql(change).update()))
                    .as(change)
                    .hasMessageFindingMatch("frozen|append-only|kept as they were decided");
        }
    }

    /** The node dies while the corrected results begin to count: nothing of it stays, the next try does it once. */
    @Test
    void aCrashInTheMiddleNeitherLosesNorDoublesAnything() {
        june.forgottenShareOfLi();
        ProcessInstance correction = june.request("han", "Forgotten share");
        driver.run(correction);
        driver.complete(correction, "hua", Map.of("confirmed", true));
        for (String step : List.of("applyCorrection", "correctRewards", "awardTitles", "warnLecturers")) {
            assertThat(correction).isWaitingAt(step);
            String job = driver.job(correction).getId();
            transaction.executeWithoutResult(open -> {
                engine.getManagementService().executeJob(job);
                open.setRollbackOnly();
            });
            engine.getManagementService().executeJob(driver.job(correction).getId());
        }
        assertThat(revisions.of("li", CorrectionStory.JUNE)).hasSize(2);
        assertThat(driver.told("li").stream().filter(code -> code.equals("correction.newScore")))
                .hasSize(1);
    }

    @Test
    void theModelAndItsNamesAgree() {
        BpmnModelInstance model = ModelFiles.processes().get(MonthCorrectionModel.KEY);
        assertThat(model.getModelElementsByType(UserTask.class))
                .extracting(UserTask::getId)
                .containsExactly(MonthCorrectionModel.CONFIRM_CORRECTION);
    }

    private Map<String, Object> variables(ProcessInstance instance) {
        return engine.getRuntimeService().getVariables(instance.getId());
    }

    private void claim(String task, String person) {
        driver.as(person, () -> {
            engine.getTaskService().claim(task, person);
            return null;
        });
    }
}
