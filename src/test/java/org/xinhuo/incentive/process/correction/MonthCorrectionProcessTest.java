package org.xinhuo.incentive.process.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
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
import org.xinhuo.incentive.correction.CorrectionStart;
import org.xinhuo.incentive.correction.MonthCorrection;
import org.xinhuo.incentive.correction.MonthCorrections;
import org.xinhuo.incentive.reward.LedgerStory;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.LecturerMonths;
import org.xinhuo.incentive.scoring.MonthRevisions;
import org.xinhuo.incentive.scoring.MonthlyResults;
import org.xinhuo.models.ModelFiles;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/**
 * A confirmed June: Wang was rated 8 by five (score 92), Li 9 by five but shared once (score 86). Han and Hua are HR.
 */
@XinhuoTest
class MonthCorrectionProcessTest {

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("month-correction");

    static final YearMonth JUNE = YearMonth.of(2026, 6);

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
    CorrectionStart correctionStart;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void aConfirmedJune() {
        BpmnAwareTests.init(engine);
        company.employee("han")
                .role("han", "hr")
                .employee("hua")
                .role("hua", "hr")
                .employee("mei")
                .employee("wang")
                .lecturer("wang", "default")
                .employee("li")
                .lecturer("li", "default");
        company.heldShare("w1", "wang", Instant.parse("2026-06-10T06:00:00Z"), 45, 2)
                .heldShare("w2", "wang", Instant.parse("2026-06-20T06:00:00Z"), 45, 1)
                .rated("w1", 8, 8, 8, 8, 8)
                .heldShare("l1", "li", Instant.parse("2026-06-12T06:00:00Z"), 45, 3)
                .rated("l1", 9, 9, 9, 9, 9);
        ProcessInstance review = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
        driver.runAll(review);
        driver.complete(review, "han", Map.of("confirmed", true));
        driver.runAll(review);
        assertThat(months.find("wang", JUNE).orElseThrow().score()).isEqualByComparingTo("92.00");
        assertThat(months.find("li", JUNE).orElseThrow().ranks().rating()).isEqualTo(1);
    }

    /** A second share of Li's was forgotten: held (20 points instead of 10), so 96 with a mean of 9. */
    @Test
    void aSecondPersonConfirmsAndEverythingFollows() {
        forgottenShareOfLi();
        assertThat(months.find("li", JUNE).orElseThrow().score()).isEqualByComparingTo("86.00");
        ProcessInstance correction = request("han", "Li 的第二场分享漏记了");
        assertThat(correction).isWaitingAt("computeCorrection");
        assertThat(variables(correction)).containsOnlyKeys("period");
        driver.run(correction);
        assertThat(correction).isWaitingAt("confirmCorrection").task().hasCandidateGroup("hr");

        Map<String, Object> form = driver.form(correction);
        assertThat(form).containsEntry("reason", "Li 的第二场分享漏记了").containsEntry("lecturers", 1);
        assertThat(form.get("results").toString()).contains("86.00 → 96.00");
        assertThat(form.get("rewards").toString()).doesNotContain("1000.00 CNY → –");
        // Until then nothing has changed.
        assertThat(months.find("li", JUNE).orElseThrow().score()).isEqualByComparingTo("86.00");

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
        LecturerMonth li = months.find("li", JUNE).orElseThrow();
        assertThat(li.score()).isEqualByComparingTo("96.00");
        assertThat(li.confirmed()).isTrue();
        assertThat(results.of(JUNE)).hasSize(2);
        assertThat(months.trace(li)).extracting(entry -> entry.shareId()).contains("l2");
        assertThat(revisions.of("li", JUNE))
                .extracting(MonthRevisions.Revision::number, one -> one.month().score())
                .containsExactly(tuple(0, new BigDecimal("86.00")), tuple(1, new BigDecimal("96.00")));
        assertThat(revisions.of("wang", JUNE)).hasSize(1);
        assertThat(driver.told("li")).contains("correction.newScore");
        assertThat(driver.told("wang")).doesNotContain("correction.newScore", "correction.newRank");
        assertThat(driver.told("han")).contains("correction.confirmed");
        MonthCorrection decided = corrections.get(correction.getBusinessKey());
        assertThat(decided.state()).isEqualTo(MonthCorrection.State.CONFIRMED);
        assertThat(decided.requestedBy()).isEqualTo("han");
        assertThat(decided.decidedBy()).isEqualTo("hua");
    }

    /** Two marks of Li's were given by mistake: 9, 9, 9 and 2, 2 make 6.2; he fails, Wang is first, the money follows. */
    @Test
    void theMoneyFollowsTheCorrectedResults() {
        LedgerStory story = new LedgerStory(context);
        story.approveAll();
        assertThat(story.told(JUNE)).contains("li 1000.00 credited", "wang 800.00 credited");
        company.write("update rating set score = 2 where share_id = 'l1' and learner_id in ('r1', 'r2')");
        ProcessInstance correction = request("han", "两个评分录错了");
        driver.run(correction);
        assertThat(driver.form(correction).get("rewards").toString()).contains("800.00 CNY → 1000.00 CNY");
        driver.complete(correction, "hua", Map.of("confirmed", true));
        driver.runAll(correction);
        story.approveAll();

        assertThat(months.find("wang", JUNE).orElseThrow().ranks().rating()).isEqualTo(1);
        assertThat(months.find("li", JUNE).orElseThrow().grade().name()).isEqualTo("fail");
        assertThat(driver.told("wang")).contains("correction.newRank").doesNotContain("correction.newScore");
        assertThat(story.entries(JUNE).stream()
                        .filter(entry -> entry.stands() && entry.kind().equals("training-allowance"))
                        .map(entry -> entry.employeeId() + " " + entry.amount()))
                .containsExactlyInAnyOrder("wang 1000.00", "li 800.00");
        assertThat(story.entries(JUNE).stream()
                        .filter(entry -> entry.replaces() != null)
                        .map(entry -> entry.reason()))
                .allSatisfy(reason -> assertThat(reason).contains(correction.getBusinessKey()));
    }

    /** Wang was paid 800; then the owner doubles that. Only Li's forgotten share is corrected. */
    @Test
    void aCorrectionOfFactsPaysNobodyByATableThatCameLater() throws IOException {
        LedgerStory story = new LedgerStory(context);
        story.approveAll();
        List<String> before = story.told(JUNE);
        assertThat(before).contains("wang 800.00 credited");
        String table = Files.readString(Path.of("dmn", "lecturer-reward.dmn"));
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("lecturer-reward.dmn", table.replace("<text>800</text>", "<text>1600</text>"))
                .deploy()
                .getId();
        try {
            forgottenShareOfLi();
            ProcessInstance correction = request("han", "Forgotten share");
            driver.run(correction);
            assertThat(driver.form(correction).get("rewards").toString()).doesNotContain("1600");
            driver.complete(correction, "hua", Map.of("confirmed", true));
            driver.runAll(correction);
            story.approveAll();
            // Li's month is excellent now and earns the bonus of that table; nobody else's entries move.
            assertThat(story.told(JUNE)).containsAll(before).doesNotContain("wang -800.00 credited");
            assertThat(story.told(JUNE).stream().filter(entry -> entry.startsWith("wang")))
                    .containsExactlyElementsOf(before.stream()
                            .filter(entry -> entry.startsWith("wang"))
                            .toList());
            // Running the month again grants nothing by the new table either.
            assertThat(story.grant(JUNE)).isEmpty();
            // Where the table was the mistake, today's counts.
            company.write("update share set state = 'NOT_HELD' where id = 'l2'");
            ProcessInstance byToday = driver.start(
                    "month-correction", "han", Map.of("period", "2026-06", "reason", "Table", "rules", "current"));
            driver.run(byToday);
            assertThat(driver.form(byToday).get("rewards").toString()).contains("800.00 CNY → 1600.00 CNY");
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    /** Han is HR and second; 800 wait for somebody else's approval when the owner lowers the second place to 500. */
    @Test
    void nobodyCorrectsRewardsAlone() throws IOException {
        company.role("wang", "hr");
        LedgerStory story = new LedgerStory(context);
        List<String> before = story.told(JUNE);
        assertThat(before).contains("wang 800.00 granted");
        String table = Files.readString(Path.of("dmn", "lecturer-reward.dmn"));
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("lecturer-reward.dmn", table.replace("<text>800</text>", "<text>500</text>"))
                .deploy()
                .getId();
        try {
            String id = driver.as(
                    "wang", () -> correctionStart.request(JUNE, "Five hundred now", MonthCorrection.Rules.REWARDS));
            ProcessInstance correction = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(id)
                    .singleResult();
            driver.run(correction);
            assertThat(driver.form(correction).get("rewards").toString()).contains("800.00 CNY → 500.00 CNY");
            assertThat(driver.form(correction)).containsEntry("lecturers", 0);
            assertThat(story.told(JUNE)).isEqualTo(before);
            assertThatThrownBy(() -> driver.complete(correction, "wang", Map.of("confirmed", true)))
                    .satisfies(EngineDriver.refusedWith("correction.ownRequest"));
            driver.complete(correction, "hua", Map.of("confirmed", true));
            driver.runAll(correction);
            assertThat(story.told(JUNE)).contains("wang 800.00 withdrawn", "wang 500.00 approved");
            // Now the ledger says what the table says: the next request ends by itself.
            ProcessInstance again = driver.start(
                    "month-correction", "han", Map.of("period", "2026-06", "reason", "Again", "rules", "rewards"));
            driver.run(again);
            assertThat(again).isEnded().hasPassed("nothingToCorrect");
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    @Test
    void whatComesLateChangesNothingByItself() {
        company.employee("late-rater");
        company.write("insert into rating (share_id, learner_id, score, rated_at)"
                + " values ('w1', 'late-rater', 1, now())");
        company.write("update share set imported_reuse = 0 where id = 'w1'");
        assertThat(months.find("wang", JUNE).orElseThrow().score()).isEqualByComparingTo("92.00");
        assertThat(months.find("wang", JUNE).orElseThrow().reuses()).isEqualTo(3);
        assertThat(months.trace(months.find("wang", JUNE).orElseThrow()).toString())
                .contains("count=5")
                .doesNotContain("count=6");
    }

    @Test
    void whereNothingChangesTheRequesterIsToldAndNobodyIsAsked() {
        ProcessInstance correction = request("han", "Please look again");
        driver.run(correction);
        assertThat(correction).isEnded().hasPassed("nothingToCorrect").hasNotPassed("confirmCorrection");
        assertThat(driver.told("han")).contains("correction.nothing");
        assertThat(corrections.get(correction.getBusinessKey()).state()).isEqualTo(MonthCorrection.State.NOTHING);
        // The next one may come.
        assertThat(request("hua", "Once more")).isWaitingAt("computeCorrection");
    }

    @Test
    void aRefusalSaysWhyAndLeavesTheMonthAsItWas() {
        forgottenShareOfLi();
        ProcessInstance correction = request("han", "Forgotten share");
        driver.run(correction);
        assertThatThrownBy(() -> driver.complete(correction, "hua", Map.of("confirmed", false)))
                .satisfies(EngineDriver.refusedWith("incentive.remarkNeeded"));
        assertThat(correction).isWaitingAt("confirmCorrection");
        driver.complete(correction, "hua", Map.of("confirmed", false, "remark", "That share was in May"));
        assertThat(correction).isEnded().hasPassed("correctionRefused").hasNotPassed("applyCorrection");
        assertThat(months.find("li", JUNE).orElseThrow().score()).isEqualByComparingTo("86.00");
        assertThat(revisions.of("li", JUNE)).hasSize(1);
        assertThat(driver.told("han")).contains("correction.refused");
        assertThat(driver.told("li")).doesNotContain("correction.newScore");
        // What was refused is still known.
        assertThat(revisions.changes(correction.getBusinessKey())).hasSize(1);
    }

    @Test
    void silenceNeverConfirmsACorrection() {
        forgottenShareOfLi();
        ProcessInstance correction = request("han", "Forgotten share");
        driver.run(correction);
        driver.fireTimer(correction, "confirmationLate");
        assertThat(driver.told("hua")).containsExactly("correction.waits");
        assertThat(driver.told("han")).doesNotContain("correction.waits");
        driver.fireTimer(correction, "confirmationLapsed");
        assertThat(correction).isEnded().hasPassed("correctorsReminded", "correctionLapsed");
        assertThat(months.find("li", JUNE).orElseThrow().score()).isEqualByComparingTo("86.00");
        assertThat(corrections.get(correction.getBusinessKey()).state()).isEqualTo(MonthCorrection.State.LAPSED);
        assertThat(driver.told("han")).contains("correction.lapsed");
    }

    @Test
    void nobodyConfirmsAnOwnRequestOrAnOwnResult() {
        company.role("li", "hr");
        forgottenShareOfLi();
        ProcessInstance correction = request("han", "Forgotten share");
        driver.run(correction);
        assertThatThrownBy(() -> driver.complete(correction, "han", Map.of("confirmed", true)))
                .satisfies(EngineDriver.refusedWith("correction.ownRequest"));
        assertThatThrownBy(() -> driver.complete(correction, "li", Map.of("confirmed", true)))
                .satisfies(EngineDriver.refusedWith("correction.ownResult"));
        assertThat(correction).isWaitingAt("confirmCorrection");
    }

    @Test
    void onlyConfirmedMonthsAreCorrectedByHrOneAtATimeAndWithAReason() {
        assertThatThrownBy(() -> request("mei", "For me")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> correctMonth.open(null, JUNE, "For me", MonthCorrection.Rules.CONFIRMED, "mei"))
                .satisfies(EngineDriver.refusedWith("correction.onlyHr"));
        assertThatThrownBy(() -> start("han", Map.of("period", "2026-05", "reason", "Why not")))
                .satisfies(EngineDriver.refusedWith("correction.notConfirmed"));
        assertThatThrownBy(() -> start("han", Map.of("period", "2026-06"))).hasMessageContaining("eason");
        assertThatThrownBy(() -> start("han", Map.of("period", "June", "reason", "Why not")))
                .satisfies(EngineDriver.refusedWith("incentive.notAMonth"));
        request("han", "First");
        assertThatThrownBy(() -> request("hua", "Second")).satisfies(EngineDriver.refusedWith("correction.underWay"));
    }

    /** The second correction builds on the first; each says what it changed. */
    @Test
    void aCorrectionIsCorrectedInTurn() {
        forgottenShareOfLi();
        ProcessInstance first = request("han", "Forgotten share");
        driver.run(first);
        driver.complete(first, "hua", Map.of("confirmed", true));
        driver.runAll(first);
        company.write("update share set state = 'NOT_HELD' where id = 'l2'");
        ProcessInstance second = request("hua", "It was not held after all");
        driver.run(second);
        assertThat(driver.form(second).get("results").toString()).contains("96.00 → 86.00");
        driver.complete(second, "han", Map.of("confirmed", true));
        driver.runAll(second);
        assertThat(revisions.of("li", JUNE))
                .extracting(MonthRevisions.Revision::number)
                .containsExactly(0, 1, 2);
        assertThat(revisions.changes(first.getBusinessKey()))
                .extracting(
                        change -> change.before().score(),
                        change -> change.after().score())
                .containsExactly(tuple(new BigDecimal("86.00"), new BigDecimal("96.00")));
        assertThat(months.find("li", JUNE).orElseThrow().score()).isEqualByComparingTo("86.00");
    }

    /** Whoever has moved to another department or group since is measured as then. */
    @Test
    void departmentsAndGroupsStayAsTheyWereConfirmed() {
        company.write("update employee set department = 'IT' where id = 'wang'");
        company.write("update lecturer set lecturer_group = 'sales' where employee_id = 'wang'");
        ProcessInstance correction = request("han", "Please look again");
        driver.run(correction);
        assertThat(correction).isEnded().hasPassed("nothingToCorrect");
    }

    /**
     * The owner lets reuse count less since (0.2 of 0.9): a correction by the tables of then changes nothing; by those of
     * today Wang has (20 + 32 + 20 + 10) / 0.9 = 91.11.
     */
    @Test
    void theTablesOfThenCountUnlessThoseOfTodayAreAskedFor() throws IOException {
        String table =
                Files.readString(Path.of("dmn", "score-weights.dmn")).replace("<text>0.3</text>", "<text>0.2</text>");
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("score-weights.dmn", table)
                .deploy()
                .getId();
        try {
            ProcessInstance asThen = request("han", "Please look again");
            driver.run(asThen);
            assertThat(asThen).isEnded().hasPassed("nothingToCorrect");

            ProcessInstance asToday =
                    start("han", Map.of("period", "2026-06", "reason", "The weight was a mistake", "rules", "current"));
            driver.run(asToday);
            assertThat(driver.form(asToday).get("results").toString()).contains("92.00 → 91.11");
            driver.complete(asToday, "hua", Map.of("confirmed", true));
            driver.runAll(asToday);
            LecturerMonth wang = months.find("wang", JUNE).orElseThrow();
            assertThat(wang.score()).isEqualByComparingTo("91.11");
            assertThat(wang.weights().version())
                    .isGreaterThan(
                            revisions.of("wang", JUNE).get(0).month().weights().version());
            // From now on that is what the month was confirmed with.
            ProcessInstance again = request("han", "Please look again");
            driver.run(again);
            assertThat(again).isEnded().hasPassed("nothingToCorrect");
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    /** Somebody whose import came late gets a first result by the correction. */
    @Test
    void aLecturerWithoutAResultGetsOne() {
        company.employee("new").lecturer("new", "default");
        company.heldShare("n1", "new", Instant.parse("2026-06-15T06:00:00Z"), 45, 0);
        ProcessInstance correction = request("han", "New lecturer was imported late");
        driver.run(correction);
        driver.complete(correction, "hua", Map.of("confirmed", true));
        driver.runAll(correction);
        assertThat(months.find("new", JUNE).orElseThrow().confirmed()).isTrue();
        assertThat(driver.told("new")).contains("correction.newResult");
        assertThat(results.of(JUNE)).hasSize(3);
    }

    @Test
    void theDatabaseKeepsWhatWasConfirmedAndDecided() {
        forgottenShareOfLi();
        ProcessInstance correction = request("han", "Forgotten share");
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
        forgottenShareOfLi();
        ProcessInstance correction = request("han", "Forgotten share");
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
        assertThat(revisions.of("li", JUNE)).hasSize(2);
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

    private void forgottenShareOfLi() {
        company.heldShare("l2", "li", Instant.parse("2026-06-25T06:00:00Z"), 45, 0);
    }

    private ProcessInstance request(String by, String reason) {
        return start(by, Map.of("period", "2026-06", "reason", reason));
    }

    private ProcessInstance start(String by, Map<String, Object> variables) {
        return driver.start("month-correction", by, variables);
    }

    private Map<String, Object> variables(ProcessInstance instance) {
        return engine.getRuntimeService().getVariables(instance.getId());
    }
}
