package org.xinhuo.incentive.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.base.Texts;
import org.xinhuo.incentive.reward.ExportPayroll;
import org.xinhuo.incentive.reward.OpenReward;
import org.xinhuo.incentive.reward.ReverseReward;
import org.xinhuo.incentive.reward.RewardEntry;
import org.xinhuo.incentive.reward.RewardLedger;
import org.xinhuo.incentive.reward.RewardTasks;
import org.xinhuo.notification.Notices;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class RewardProcessTest {

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("reward");

    static final YearMonth JUNE = YearMonth.of(2026, 6);

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineDriver driver;

    @Autowired
    TestCompany company;

    @Autowired
    RewardLedger ledger;

    @Autowired
    ExportPayroll exportPayroll;

    @Autowired
    ReverseReward reverseReward;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    OpenReward openReward;

    @Autowired
    RewardTasks tasks;

    @Autowired
    Notices notices;

    @Autowired
    Texts texts;

    @BeforeEach
    void hrAndALecturer() {
        BpmnAwareTests.init(engine);
        company.employee("han")
                .role("han", "hr")
                .employee("mei")
                .employee("admin")
                .role("admin", "camunda-admin")
                .employee("wang")
                .lecturer("wang", "default");
    }

    @Test
    void moneyAboveTheLimitIsApprovedThenCredited() {
        granted("r1", "wang", "training-allowance", "1000.00");
        ProcessInstance reward = start("r1", null);
        assertThat(reward).isWaitingAt("approveReward").task().hasCandidateGroup("hr");
        assertThat(engine.getFormService()
                        .getTaskFormVariables(driver.task(reward).getId()))
                .containsEntry("amount", "1,000.00")
                .containsEntry("lecturer", "员工wang");
        driver.fireTimer(reward, "approvalOverdue");
        assertThat(driver.told("han")).containsExactly("incentive.rewardWaits");
        answer(reward, "han", true, null);
        assertThat(ledger.get("r1").state()).isEqualTo(RewardEntry.State.APPROVED);
        assertThat(payroll()).doesNotContain("r1");
        driver.run(reward);
        assertThat(reward)
                .isEnded()
                .hasPassed("openReward", "weighReward", "approveReward", "creditReward", "approversReminded")
                .hasNotPassed("rewardRejected");
        assertThat(ledger.get("r1").state()).isEqualTo(RewardEntry.State.CREDITED);
        assertThat(driver.told("wang")).containsExactly("incentive.rewardCredited.training-allowance");
    }

    @Test
    void hrIsRemindedOfMoneyThatWaitsEveryFiveDaysEightTimesAtMost() {
        granted("r1", "wang", "training-allowance", "1000.00");
        ProcessInstance reward = start("r1", null);
        for (int reminder = 1; reminder <= 8; reminder++) {
            Job timer = driver.timer(reward, "approvalOverdue");
            // A job runs a little after it is due.
            ClockUtil.setCurrentTime(Date.from(timer.getDuedate().toInstant().plusSeconds(2)));
            engine.getManagementService().executeJob(timer.getId());
            assertThat(driver.told("han")).hasSize(reminder).containsOnly("incentive.rewardWaits");
        }
        assertThat(driver.timer(reward, "approvalOverdue")).isNull();
        assertThat(reward).isWaitingAt("approveReward");
    }

    @Test
    void aRejectedRewardIsNeverPaid() {
        granted("r1", "wang", "training-allowance", "800.00");
        ProcessInstance reward = start("r1", null);
        assertThatThrownBy(() -> answer(reward, "han", false, null)).hasMessageContaining("Remark");
        assertThat(ledger.get("r1").state()).isEqualTo(RewardEntry.State.GRANTED);
        answer(reward, "han", false, "Ratings were traded");
        assertThat(reward).isEnded().hasPassed("rewardRejected").hasNotPassed("creditReward");
        assertThat(ledger.get("r1").state()).isEqualTo(RewardEntry.State.REJECTED);
        assertThat(payroll()).doesNotContain("r1");
        assertThat(driver.told("wang")).containsExactly("incentive.rewardRejected.training-allowance");
    }

    @Test
    void aCertificateNeedsNoApprovalAndIsNotOnThePayroll() {
        granted("r1", "wang", "knowledge-contribution", "0.00");
        ProcessInstance reward = start("r1", null);
        assertThat(reward).isWaitingAt("creditReward").hasNotPassed("approveReward");
        driver.run(reward);
        assertThat(reward).isEnded();
        assertThat(ledger.get("r1").state()).isEqualTo(RewardEntry.State.CREDITED);
        assertThat(payroll()).doesNotContain("r1");
    }

    /** An owner has deleted the last rule, or one that matches gives nothing. */
    @Test
    void whereTheTableSaysNothingHrIsAsked() throws IOException {
        String table = Files.readString(Path.of("dmn", "reward-approval.dmn"));
        int last = table.lastIndexOf("<rule");
        int after = table.lastIndexOf("</rule>") + "</rule>".length();
        for (String silent : List.of(
                table.substring(0, last) + table.substring(after),
                table.substring(0, last) + table.substring(last).replace("<text>true</text>", "<text />"))) {
            String deployment = deploy("reward-approval.dmn", silent);
            try {
                String id = "r" + Integer.toHexString(silent.hashCode());
                granted(id, "wang", "prize-" + id, "90000.00");
                ProcessInstance reward = start(id, null);
                assertThat(reward).isWaitingAt("approveReward").hasNotPassed("creditReward");
                answer(reward, "han", false, "Ninety thousand?");
            } finally {
                engine.getRepositoryService().deleteDeployment(deployment, true);
            }
        }
    }

    /** In Cockpit an administrator starts the step that credits and cancels the task that waits for HR. */
    @Test
    void noMovedTokenReplacesAnApproval() {
        granted("r1", "admin", "training-allowance", "1000.00");
        ProcessInstance reward = start("r1", null);
        driver.as("admin", () -> {
            engine.getRuntimeService()
                    .createProcessInstanceModification(reward.getId())
                    .cancelAllForActivity("approveReward")
                    .startBeforeActivity("creditReward")
                    .execute();
            return null;
        });
        Job credit = driver.job(reward);
        assertThatThrownBy(() -> engine.getManagementService().executeJob(credit.getId()))
                .satisfies(EngineDriver.refusedWith("reward.notApproved"));
        assertThat(ledger.get("r1").state()).isEqualTo(RewardEntry.State.GRANTED);
        assertThat(payroll()).doesNotContain("r1");
    }

    /** The ledger says so before anything is credited; a moved token changes nothing for what needs nobody. */
    @Test
    void whatNeedsNobodyIsApprovedByRuleWhenItIsWeighed() {
        granted("r1", "wang", "training-allowance", "500.00");
        ProcessInstance reward = start("r1", null);
        assertThat(reward).isWaitingAt("creditReward");
        assertThat(ledger.get("r1").state()).isEqualTo(RewardEntry.State.APPROVED);
        assertThat(jdbc.sql("select by_person from reward_step where reward_id = 'r1' and state = 'APPROVED'")
                        .query((row, number) -> row.getString(1) == null)
                        .single())
                .isTrue();
        driver.run(reward);
        assertThat(ledger.get("r1").state()).isEqualTo(RewardEntry.State.CREDITED);
    }

    @Test
    void anEntryThatIsWithdrawnIsAskedAboutNoMore() {
        granted("r1", "wang", "training-allowance", "1000.00");
        ProcessInstance reward = start("r1", null);
        assertThatThrownBy(() -> tasks.withdraw("r1")).satisfies(EngineDriver.refusedWith("reward.notWithdrawn"));
        assertThat(reward).isWaitingAt("approveReward");
        transaction.executeWithoutResult(open -> {
            jdbc.sql("insert into reward_step (reward_id, state, at) values ('r1', 'WITHDRAWN', now())")
                    .update();
            tasks.withdraw("r1");
        });
        assertThat(reward).isEnded().hasPassed("withdrawn", "rewardWithdrawn").hasNotPassed("creditReward");
        assertThat(ledger.get("r1").state()).isEqualTo(RewardEntry.State.WITHDRAWN);
    }

    /** The job that credits it is on its way already. */
    @Test
    void anApprovedEntryThatIsWithdrawnIsNotCredited() {
        granted("r1", "wang", "training-allowance", "1000.00");
        ProcessInstance reward = start("r1", null);
        answer(reward, "han", true, null);
        transaction.executeWithoutResult(open -> {
            jdbc.sql("insert into reward_step (reward_id, state, at) values ('r1', 'WITHDRAWN', now())")
                    .update();
            tasks.withdraw("r1");
        });
        driver.run(reward);
        assertThat(reward).isEnded();
        assertThat(ledger.get("r1").state()).isEqualTo(RewardEntry.State.WITHDRAWN);
        assertThat(driver.told("wang")).isEmpty();
    }

    @Test
    void moneyNeverStandsInTheProcess() {
        granted("r1", "wang", "training-allowance", "1000.00");
        ProcessInstance reward = start("r1", null);
        assertThat(engine.getRuntimeService().getVariables(reward.getId()).keySet())
                .containsExactlyInAnyOrder("rewardId", "needed");
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(reward.getId())
                        .list())
                .filteredOn(variable -> variable.getActivityInstanceId().equals(reward.getId()))
                .extracting(HistoricVariableInstance::getName)
                .containsExactlyInAnyOrder("rewardId", "needed");
    }

    @Test
    void anEntryGoesThroughOnceAndOnlyInRightHands() {
        granted("r1", "wang", "training-allowance", "1000.00");
        assertThatThrownBy(() -> start("r1", "mei")).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> openReward.open("r1", "mei", () -> false))
                .satisfies(EngineDriver.refusedWith("incentive.rewardsStartByThemselves"));
        assertThatThrownBy(() -> start("unknown", null)).satisfies(EngineDriver.refusedWith("incentive.unknownReward"));
        start("r1", "admin");
        assertThatThrownBy(() -> start("r1", "admin"))
                .satisfies(EngineDriver.refusedWith("incentive.rewardWasTakenUp"));
    }

    @Test
    void hrStartsARewardByHandToo() {
        granted("r1", "wang", "training-allowance", "1000.00");
        assertThat(start("r1", "han")).isWaitingAt("approveReward");
    }

    @Test
    void aBlankBusinessKeyIsNone() {
        granted("r1", "wang", "training-allowance", "1000.00");
        ProcessInstance reward = driver.as(
                "admin",
                () -> engine.getRuntimeService()
                        .startProcessInstanceByKey("reward", " ", Map.<String, Object>of("rewardId", "r1")));
        assertThat(reward).hasBusinessKey("r1");
    }

    /** The owner of lecturer-reward may add a kind that no bundle knows. */
    @Test
    void aKindThatOnlyTheTableKnowsIsCalledAsItIsThere() {
        granted("r1", "wang", "team-prize", "1000.00");
        granted("r2", "wang", "book-prize", "1000.00");
        ProcessInstance reward = start("r1", null);
        assertThat(engine.getFormService()
                        .getTaskFormVariables(driver.task(reward).getId()))
                .containsEntry("kind", "team-prize");
        answer(reward, "han", true, null);
        driver.run(reward);
        answer(start("r2", null), "han", false, "No budget");
        assertThat(notices.newest("wang", 10))
                .extracting(notice -> texts.text(
                        Locale.ENGLISH, notice.code(), notice.arguments().toArray()))
                .containsExactly(
                        "Your reward \"book-prize\" for 2026-06 was rejected: No budget",
                        "Your reward \"team-prize\" for 2026-06 is credited: 1000.00 CNY.");
    }

    @Test
    void nobodyDecidesAboutAnOwnReward() {
        granted("r1", "han", "training-allowance", "1000.00");
        ProcessInstance reward = start("r1", null);
        assertThatThrownBy(() -> answer(reward, "han", true, null)).hasMessageContaining("own reward");
        String task = driver.task(reward).getId();
        assertThatThrownBy(() -> driver.as("han", () -> {
                    engine.getTaskService().claim(task, "han");
                    return null;
                }))
                .satisfies(EngineDriver.refusedWith("incentive.ownReward"));
        assertThatThrownBy(() -> answer(reward, "mei", true, null)).isInstanceOf(AuthorizationException.class);
        assertThat(reward).isWaitingAt("approveReward");
    }

    @Test
    void aMistakeIsTakenBackByAnEntryOfTheOppositeAmountOnce() {
        granted("r1", "wang", "training-allowance", "1000.00");
        assertThatThrownBy(() -> reverseReward.reverse("r1", "han", "Wrong person"))
                .satisfies(EngineDriver.refusedWith("incentive.rewardNotCredited"));
        ProcessInstance reward = start("r1", null);
        answer(reward, "han", true, null);
        driver.run(reward);
        RewardEntry reversal = reverseReward.reverse("r1", "han", "Wrong person");
        assertThat(reversal.amount()).isEqualByComparingTo("-1000.00");
        assertThat(reversal.reversalOf()).isEqualTo("r1");
        assertThatThrownBy(() -> reverseReward.reverse("r1", "han", "Again"))
                .satisfies(EngineDriver.refusedWith("incentive.rewardWasReversed"));
        assertThat(payroll())
                .startsWith("\uFEFFrewardId,employeeId,name,period,kind,amount,currency,reversalOf\r\n")
                .contains("r1,wang,员工wang,2026-06,training-allowance,1000.00,CNY,\r\n")
                .contains(",-1000.00,CNY,r1\r\n")
                .isEqualTo(payroll());
    }

    @Test
    void theLedgerIsNeverEdited() {
        granted("r1", "wang", "training-allowance", "1000.00");
        for (String attempt : List.of(
                "update reward_entry set amount = 9999",
                "delete from reward_entry",
                "update reward_step set at = at")) {
            assertRefused(attempt);
        }
        assertThatThrownBy(() -> granted("r2", "wang", "training-allowance", "1000.00"))
                .hasMessageContaining("reward_entry_once");
    }

    private void assertRefused(String attempt) {
        transaction.executeWithoutResult(
                open -> jdbc.sql("insert into reward_step (reward_id, state, at) values ('r1', 'TAKEN_UP', now())"
                                + " on conflict do nothing")
                        .update());
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        open -> jdbc.sql(attempt).update()))
                .hasMessageContaining("append-only");
    }

    private void granted(String id, String employee, String kind, String amount) {
        transaction.executeWithoutResult(open -> jdbc.sql(
                        "insert into reward_entry (id, employee_id, period, kind, amount, currency, decision_key,"
                                + " decision_version, entered_at)"
                                + " values (?, ?, '2026-06', ?, ?, 'CNY', 'lecturer-reward', 1, now())")
                .params(id, employee, kind, new BigDecimal(amount))
                .update());
    }

    private String deploy(String name, String table) {
        return engine.getRepositoryService()
                .createDeployment()
                .addString(name, table)
                .deploy()
                .getId();
    }

    private String payroll() {
        return new String(exportPayroll.export(JUNE, "han").file(), StandardCharsets.UTF_8);
    }

    private ProcessInstance start(String rewardId, String by) {
        return driver.start("reward", by, Map.of("rewardId", rewardId));
    }

    private void answer(ProcessInstance reward, String by, boolean approved, String remark) {
        Map<String, Object> values = new HashMap<>();
        values.put("approved", approved);
        values.put("remark", remark);
        driver.complete(reward, by, values);
    }
}
