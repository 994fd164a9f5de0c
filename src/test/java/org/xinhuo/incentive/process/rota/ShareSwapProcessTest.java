package org.xinhuo.incentive.process.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.rota.ChangeRota;
import org.xinhuo.incentive.rota.ShareSwap;
import org.xinhuo.incentive.rota.ShareSwaps;
import org.xinhuo.incentive.rota.SwapShares;
import org.xinhuo.incentive.sharing.AskForChange;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** Every way that a question for a swap can end. */
@XinhuoTest
class ShareSwapProcessTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes(ShareSwapModel.KEY);

    @Autowired
    TestCompany company;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    @Autowired
    SwapShares swap;

    @Autowired
    ShareSwaps swaps;

    @Autowired
    ChangeRota change;

    @Autowired
    AskForChange ask;

    @Autowired
    Shares shares;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void twoPlannedShares() {
        ClockUtil.setCurrentTime(Date.from(NOW));
        company.employee("wang").lecturer("wang", "default").employee("li").lecturer("li", "default");
        company.employee("zhou")
                .lecturer("zhou", "sales")
                .employee("han")
                .role("han", "hr")
                .employee("mei");
        planned("w", "wang", 10);
        planned("l", "li", 20);
    }

    @Test
    void aYesPassesBothSharesOnWithTheirTasks() {
        String id = swap.ask("w", "l", "li", "那天出差", "wang");
        assertThat(forms.getTaskFormVariables(task().getId()))
                .containsEntry("shareTitle", "分享w")
                .containsEntry("note", "那天出差");
        assertThat(told("li")).contains("rota.swap.askedYou");
        assertThat(told("han")).contains("rota.swap.askedHr");

        answer("li", true);

        assertThat(shares.get("w").lecturerId()).isEqualTo("li");
        assertThat(shares.get("l").lecturerId()).isEqualTo("wang");
        assertThat(swaps.get(id).state()).isEqualTo(ShareSwap.State.AGREED);
        assertThat(assignee("w")).isEqualTo("li");
        assertThat(assignee("l")).isEqualTo("wang");
        assertThat(told("wang")).contains("rota.swap.ended.AGREED", "incentive.shareTakenOver");
        assertThat(told("han")).contains("rota.swap.endedHr.AGREED");
        assertThat(swapInstances()).isZero();
    }

    @Test
    void aNoLeavesEverythingAsItIs() {
        String id = swap.ask("w", null, "li", null, "wang");
        swap.reply(id, "li", false, "我也没空");

        assertThat(shares.get("w").lecturerId()).isEqualTo("wang");
        assertThat(swaps.get(id).state()).isEqualTo(ShareSwap.State.DECLINED);
        assertThat(swaps.get(id).remark()).isEqualTo("我也没空");
        assertThat(told("wang")).contains("rota.swap.ended.DECLINED");
    }

    @Test
    void silenceIsRemindedAndThenANo() {
        String id = swap.ask("w", null, "li", null, "wang");
        assertThat(task().getDueDate()).isEqualTo(Date.from(NOW.plus(Duration.ofDays(3))));

        fire("swapDueSoon");
        assertThat(told("li")).contains("rota.swap.reminder");
        fire("swapLapsed");

        assertThat(swaps.get(id).state()).isEqualTo(ShareSwap.State.LAPSED);
        assertThat(shares.get("w").lecturerId()).isEqualTo("wang");
        assertThat(told("wang")).contains("rota.swap.ended.LAPSED");
        assertThat(swapInstances()).isZero();
    }

    @Test
    void whoAskedTakesItBackAndACancelledShareEndsItToo() {
        String first = swap.ask("w", null, "li", null, "wang");
        assertThatThrownBy(() -> swap.withdraw(first, "li")).isInstanceOf(Refusal.class);
        swap.withdraw(first, "wang");
        assertThat(swaps.get(first).state()).isEqualTo(ShareSwap.State.WITHDRAWN);
        assertThat(told("li")).contains("rota.swap.endedForYou");

        String second = swap.ask("w", "l", "li", null, "wang");
        ask.cancel("l", "场地没了", "li");
        assertThat(swaps.get(second).state()).isEqualTo(ShareSwap.State.WITHDRAWN);
        assertThat(swapInstances()).isZero();
    }

    @Test
    void aYesIsCheckedAgainAndTheTaskStaysOpen() {
        String id = swap.ask("w", "l", "li", null, "wang");
        company.write(
                "update share set submitted_at = now(), outline = 'x', content_state = 'SUBMITTED' where id = 'w'");

        assertThatThrownBy(() -> answer("li", true)).hasStackTraceContaining("rota.swap.contentIsIn");

        assertThat(swaps.get(id).state()).isEqualTo(ShareSwap.State.ASKED);
        assertThat(shares.get("w").lecturerId()).isEqualTo("wang");
        assertThat(shares.get("l").lecturerId()).isEqualTo("li");
        assertThat(swapInstances()).isOne();
    }

    @Test
    void whatCannotBeIsRefusedAtOnce() {
        refused(() -> swap.ask("w", null, "wang", null, "wang"), "rota.swap.self");
        refused(() -> swap.ask("l", null, "zhou", null, "wang"), "rota.swap.notTheirs");
        refused(() -> swap.ask("w", null, "mei", null, "wang"), "incentive.notALecturer");
        planned("same-time", "li", 10);
        refused(() -> swap.ask("w", null, "li", null, "wang"), "rota.swap.busy");
        change.away("zhou", "2026-03-10", "2026-03-20", "zhou");
        refused(() -> swap.ask("w", null, "zhou", null, "wang"), "rota.swap.away");
        swap.ask("l", null, "zhou", null, "li");
        refused(() -> swap.ask("l", null, "zhou", null, "li"), "rota.swap.asked");
        company.left("zhou");
        refused(() -> swap.ask("same-time", null, "zhou", null, "li"), "incentive.notALecturer");
    }

    @Test
    void theLastDayIsHrs() {
        ClockUtil.setCurrentTime(Date.from(shares.get("w").startsAt().minus(Duration.ofHours(23))));
        refused(() -> swap.ask("w", null, "li", null, "wang"), "rota.swap.tooLate");
        ClockUtil.setCurrentTime(Date.from(shares.get("w").startsAt().minus(Duration.ofHours(60))));
        refused(() -> swap.ask("w", null, "zhou", null, "wang"), "rota.swap.otherGroupTooLate");
        swap.ask("w", null, "li", null, "wang");
        assertThat(task().getDueDate())
                .isEqualTo(Date.from(shares.get("w").startsAt().minus(Duration.ofHours(48))));
    }

    @Test
    void nobodyElseAnswersOrStartsOne() {
        String id = swap.ask("w", null, "li", null, "wang");
        refused(() -> swap.reply(id, "wang", true, null), "rota.swap.notAsked");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(ShareSwapModel.KEY, "made-up"))
                .hasStackTraceContaining("rota.swap.unknown");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(ShareSwapModel.KEY, id))
                .hasStackTraceContaining("rota.swap.unknown");
    }

    @Test
    void theNamesInCodeAreThoseInTheModel() {
        var model = repository.getBpmnModelInstance(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(ShareSwapModel.KEY)
                .latestVersion()
                .singleResult()
                .getId());
        for (String element : List.of(
                ShareSwapModel.OPEN_SWAP,
                ShareSwapModel.AGREE_TO_SWAP,
                ShareSwapModel.REMIND_OF_SWAP,
                ShareSwapModel.LAPSE_SWAP,
                ShareSwapModel.SWAP_SHARES,
                ShareSwapModel.SETTLE_SWAP)) {
            assertThat((Object) model.getModelElementById(element)).as(element).isNotNull();
        }
        assertThat(model.getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .containsExactly(ShareSwapModel.WITHDRAWN);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String code) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void planned(String id, String lecturer, int days) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("lecturerId", lecturer);
        variables.put("title", "分享" + id);
        variables.put("startsAt", NOW.plus(Duration.ofDays(days)).toString());
        variables.put("minutes", 45);
        runtime.startProcessInstanceByKey("sharing", id, variables);
    }

    private void answer(String person, boolean agreed) {
        try {
            identity.setAuthentication(person, List.of());
            tasks.complete(task().getId(), Map.of("agreed", agreed));
        } finally {
            identity.clearAuthentication();
        }
    }

    private Task task() {
        return tasks.createTaskQuery()
                .taskDefinitionKey(ShareSwapModel.AGREE_TO_SWAP)
                .singleResult();
    }

    private String assignee(String share) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(share)
                .singleResult()
                .getAssignee();
    }

    private long swapInstances() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(ShareSwapModel.KEY)
                .count();
    }

    private void fire(String activity) {
        management.executeJob(
                management.createJobQuery().activityId(activity).singleResult().getId());
    }

    private List<String> told(String person) {
        return jdbc.sql("select code from notice where person_id = ? order by id")
                .param(person)
                .query(String.class)
                .list();
    }
}
