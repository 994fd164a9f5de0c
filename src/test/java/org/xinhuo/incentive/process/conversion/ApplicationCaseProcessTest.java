package org.xinhuo.incentive.process.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.conversion.ApplicationCase;
import org.xinhuo.incentive.conversion.ApplicationCases;
import org.xinhuo.incentive.conversion.CaseStory;
import org.xinhuo.incentive.conversion.Conversions;
import org.xinhuo.incentive.conversion.DecideCase;
import org.xinhuo.incentive.conversion.FileCase;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** Every way that an application case can go. */
@XinhuoTest
class ApplicationCaseProcessTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final CaseStory STORY = CaseStory.of("客户不肯谈预算", "用了三步追问", "当场拿到预算", BigDecimal.valueOf(30), "%");

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes(ApplicationCaseModel.KEY);

    @Autowired
    ProcessEngine engine;

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
    FileCase fileCase;

    @Autowired
    DecideCase decide;

    @Autowired
    ApplicationCases cases;

    @Autowired
    Conversions conversions;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aShareThatWasHeld() {
        AbstractAssertions.init(engine);
        ClockUtil.setCurrentTime(Date.from(NOW));
        company.employee("wang").lecturer("wang", "default").employee("han").role("han", "hr");
        company.employee("mei").employee("lin").employee("zhou");
        company.heldShare("s1", "wang", NOW.minus(Duration.ofDays(3)), 60, 0);
        company.write("update share set audience = 'mei；lin；han' where id = 's1'");
    }

    @Test
    void theLecturerConfirmsAndTheCaseIsShownAndCountsOnce() {
        String id = filed("mei");
        assertThat(told("wang")).containsExactly("content.case.filed");
        assertThat(task()).isAssignedTo("wang").hasDueDate(Date.from(NOW.plus(Duration.ofDays(7))));
        assertThat(forms.getTaskFormVariables(task().getId()))
                .containsEntry("situation", "客户不肯谈预算")
                .containsEntry("effect", "30 %")
                .containsEntry("learner", "员工mei");
        assertThat(runtime.getVariables(task().getProcessInstanceId()))
                .containsOnlyKeys("lecturerId", "dueAt", "remindAt", "escalateAt");
        assertThat(cases.confirmed("s1")).isEmpty();

        answer("wang", true, null);

        assertThat(cases.confirmed("s1")).extracting(ApplicationCase::id).containsExactly(id);
        assertThat(cases.newest(id).decidedBy()).isEqualTo("wang");
        assertThat(told("mei")).containsExactly("content.case.confirmed");
        assertThat(count()).isEqualTo(1);
        assertThat(open()).isZero();
    }

    @Test
    void aCaseComesBackWithAWordAndIsToldAnew() {
        String id = filed("mei");
        assertThatThrownBy(() -> answer("wang", false, " ")).satisfies(ApplicationCaseProcessTest::isRefusal);
        answer("wang", false, "哪个客户？");

        assertThat(told("mei")).containsExactly("content.case.returned");
        assertThat(cases.newest(id).remark()).isEqualTo("哪个客户？");
        assertThat(count()).isZero();

        fileCase.revise(id, CaseStory.of("某银行客户", "三步追问", "拿到预算", null, null), null, "mei");
        answer("wang", true, "好");
        assertThat(cases.confirmed("s1").get(0).number()).isEqualTo(2);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void anEditAfterTheConfirmationIsAnotherVersionAndTheConfirmedOneStaysShown() {
        String id = filed("mei");
        answer("wang", true, null);
        ClockUtil.setCurrentTime(Date.from(NOW.plus(Duration.ofDays(40))));

        fileCase.revise(id, CaseStory.of("又一次", "同样的做法", "更好", BigDecimal.valueOf(45), "%"), null, "mei");
        assertThat(cases.confirmed("s1").get(0).story().situation()).isEqualTo("客户不肯谈预算");
        assertThatThrownBy(() -> fileCase.revise(id, STORY, null, "mei"))
                .as("one version at a time")
                .isInstanceOf(Refusal.class);
        answer("wang", true, null);

        assertThat(cases.confirmed("s1")).singleElement().satisfies(one -> {
            assertThat(one.number()).isEqualTo(2);
            assertThat(one.story().figure()).isEqualByComparingTo("45");
        });
        company.heldShare("brought", "wang", Instant.parse("2026-03-20T06:00:00Z"), 45, 4);
        assertThat(conversions.of("wang", YearMonth.of(2026, 3), YearMonth.of(2026, 4)))
                .as("what a file brought over is reuse of its month, as in the score")
                .extracting(Conversions.Month::reuses)
                .containsExactly(0, 4);
        assertThat(conversions.of("wang", YearMonth.of(2026, 3), YearMonth.of(2026, 4)))
                .as("once, in the month of the first confirmation")
                .extracting(Conversions.Month::cases)
                .containsExactly(0, 1);
        assertThatThrownBy(() -> jdbc.sql("update application_case_version set result = 'x' where number = 1")
                        .update())
                .hasMessageContaining("has been answered");
    }

    @Test
    void aSilentLecturerIsRemindedThenHrIsAskedAndReminded() {
        String id = filed("mei");
        assertThat(job("caseDueSoon").getDuedate()).isEqualTo(Date.from(NOW.plus(Duration.ofDays(5))));
        assertThat(job("lecturerSilent").getDuedate()).isEqualTo(Date.from(NOW.plus(Duration.ofDays(8))));

        fire("caseDueSoon");
        assertThat(told("wang")).containsExactly("content.case.filed", "content.case.reminder");
        fire("lecturerSilent");
        assertThat(told("han")).containsExactly("content.case.escalated");
        assertThat(task()).hasCandidateGroup("hr").hasDueDate(Date.from(NOW.plus(Duration.ofDays(5))));
        fire("hrDueSoon");
        assertThat(told("han")).containsExactly("content.case.escalated", "content.case.reminderHr");

        answer("han", true, null);

        assertThat(cases.newest(id).state()).isEqualTo(ApplicationCase.State.CONFIRMED);
        assertThat(told("wang")).contains("content.case.confirmedByHr");
        assertThat(open()).isZero();
    }

    @Test
    void hrMayAnswerOnThePageBeforeTheLecturerAndNobodyHisOwn() {
        String id = filed("mei");
        String own = filed("han");
        assertThatThrownBy(() -> decide.reply(own, "han", true, null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> decide.reply(id, "lin", true, null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> decide.reply(id, "mei", true, null)).isInstanceOf(Refusal.class);

        decide.reply(id, "han", true, null);

        assertThat(cases.newest(id).decidedBy()).isEqualTo("han");
        assertThatThrownBy(() -> decide.reply(id, "wang", false, "x")).isInstanceOf(Refusal.class);
        assertThat(open()).isEqualTo(1);
    }

    @Test
    void theLearnerTakesBackWhatNobodyHasAnswered() {
        String id = filed("mei");
        assertThatThrownBy(() -> decide.withdraw(id, "lin")).isInstanceOf(Refusal.class);

        decide.withdraw(id, "mei");

        assertThat(cases.newest(id).state()).isEqualTo(ApplicationCase.State.WITHDRAWN);
        assertThat(open()).isZero();
        assertThatThrownBy(() -> decide.withdraw(id, "mei")).isInstanceOf(Refusal.class);
        assertThat(filed("mei")).isNotEqualTo(id);
    }

    @Test
    void whoMayNotFileACaseIsToldWhy() {
        assertThatThrownBy(() -> filed("wang")).as("the lecturer").isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> filed("zhou")).as("a stranger").isInstanceOf(Refusal.class);
        filed("mei");
        assertThatThrownBy(() -> filed("mei")).as("a second one that waits").isInstanceOf(Refusal.class);
        company.share("s2", "wang", NOW.plus(Duration.ofDays(3)), "PLANNED", "AWAITED", 60, 0);
        company.write("update share set audience = 'mei' where id = 's2'");
        assertThatThrownBy(() -> fileCase.file("s2", STORY, null, "mei"))
                .as("before it was given")
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> CaseStory.of("s", "a", "r", null, "%")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> CaseStory.of("s", " ", "r", null, null)).isInstanceOf(Refusal.class);
        assertThat(jdbc.sql("select count(*) from application_case")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nobodyStartsTheProcessForACaseThatWaitsAlreadyOrDoesNotExist() {
        String id = filed("mei");

        for (String key : new String[] {id, "none", null}) {
            assertThatThrownBy(() -> runtime.startProcessInstanceByKey(ApplicationCaseModel.KEY, key))
                    .satisfies(ApplicationCaseProcessTest::isRefusal);
        }
        assertThat(open()).isEqualTo(1);
    }

    @Test
    void theNamesInCodeAreThoseInTheModel() {
        var model = engine.getRepositoryService()
                .getBpmnModelInstance(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(ApplicationCaseModel.KEY)
                        .latestVersion()
                        .singleResult()
                        .getId());
        for (String id : List.of(
                ApplicationCaseModel.OPEN_CASE,
                ApplicationCaseModel.CONFIRM_CASE,
                ApplicationCaseModel.CONFIRM_CASE_AS_HR,
                ApplicationCaseModel.REMIND_OF_CASE,
                ApplicationCaseModel.ESCALATE_CASE,
                ApplicationCaseModel.REMIND_HR_OF_CASE,
                ApplicationCaseModel.SETTLE_CASE)) {
            assertThat(model.<ModelElementInstance>getModelElementById(id))
                    .as(id)
                    .isNotNull();
        }
        assertThat(model.getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .containsExactly(ApplicationCaseModel.WITHDRAWN);
    }

    private String filed(String learner) {
        return fileCase.file("s1", STORY, null, learner);
    }

    private void answer(String person, boolean confirmed, String remark) {
        Map<String, Object> values = new HashMap<>();
        values.put("confirmed", confirmed);
        values.put("remark", remark);
        String open = task().getId();
        try {
            identity.setAuthentication(person, person.equals("han") ? List.of("hr") : List.of());
            tasks.complete(open, values);
        } finally {
            identity.clearAuthentication();
        }
    }

    private int count() {
        YearMonth march = YearMonth.of(2026, 3);
        return conversions.of("wang", march, march).get(0).cases();
    }

    private long open() {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(ApplicationCaseModel.KEY)
                .count();
    }

    private Task task() {
        return tasks.createTaskQuery()
                .processDefinitionKey(ApplicationCaseModel.KEY)
                .singleResult();
    }

    private Job job(String activity) {
        return management.createJobQuery().activityId(activity).singleResult();
    }

    private void fire(String activity) {
        management.executeJob(job(activity).getId());
    }

    private List<String> told(String person) {
        return new ArrayList<>(jdbc.sql("select code from notice where person_id = ? order by id")
                .param(person)
                .query(String.class)
                .list());
    }

    private static void isRefusal(Throwable thrown) {
        assertThat(Refusal.in(thrown)).as("a refusal behind %s", thrown).isNotNull();
    }
}
