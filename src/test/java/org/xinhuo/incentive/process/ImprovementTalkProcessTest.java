package org.xinhuo.incentive.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class ImprovementTalkProcessTest {

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("improvement-talk");

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestCompany company;

    @Autowired
    CompanyTime time;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void aNotice() {
        BpmnAwareTests.init(engine);
        company.employee("han").role("han", "hr").employee("wang").lecturer("wang", "default");
        transaction.executeWithoutResult(
                open -> jdbc.sql("insert into improvement_notice (id, lecturer_id, period, created_at)"
                                + " values ('n1', 'wang', '2026-06', now())")
                        .update());
    }

    @Test
    void hrTalksWithTheLecturerAndRecordsTheAgreement() {
        ProcessInstance talk = start();
        assertThat(told("wang")).containsExactly("incentive.improvementNeeded");
        assertThat(talk).isWaitingAt("holdImprovementTalk").task().hasCandidateGroup("hr");
        fireTimer(talk);
        assertThat(told("han")).containsExactly("incentive.talkOverdue");
        String today = time.today().toString();
        hold(talk, today, "A case in every share");
        assertThat(talk).isEnded().hasPassed("openTalk", "remindOfTalk", "talkReminded", "talkHeld");
        assertThat(jdbc.sql("select held_by || ' ' || held_on || ' ' || agreement from improvement_notice")
                        .query(String.class)
                        .single())
                .isEqualTo("han " + today + " A case in every share");
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(talk.getId())
                        .variableName("agreement")
                        .count())
                .isZero();
    }

    @Test
    void aTalkIsNeitherInTheFutureNorBeforeTheMonth() {
        ProcessInstance talk = start();
        LocalDate tomorrow = time.today().plusDays(1);
        assertThatThrownBy(() -> hold(talk, tomorrow.toString(), "x")).hasMessageContaining("future");
        assertThatThrownBy(() -> hold(talk, "2026-05-31", "x")).hasMessageContaining("June 2026");
        assertThatThrownBy(() -> hold(talk, "2026-02-30", "x")).hasMessageContaining("day of the calendar");
        assertThat(talk).isWaitingAt("holdImprovementTalk");
    }

    @Test
    void aNoticeThatACorrectionWithdrewNeedsNoTalkAndOneThatStandsDoes() {
        ProcessInstance talk = start();
        assertThatThrownBy(this::withdraw)
                .satisfies(failure -> assertThat(Refusal.in(failure)).isNotNull());
        assertThat(talk).isWaitingAt("holdImprovementTalk");
        transaction.executeWithoutResult(open -> jdbc.sql("update improvement_notice set withdrawn_at = now(),"
                        + " withdrawn_by = 'c1', withdrawn_why = '漏记'")
                .update());
        withdraw();
        assertThat(talk).isEnded().hasPassed("noticeWithdrawn", "callTalkOff", "talkNotNeeded");
        assertThat(told("han")).containsExactly("title.talkCalledOff");
    }

    private void withdraw() {
        engine.getRuntimeService()
                .createMessageCorrelation("improvement.noticeWithdrawn")
                .processInstanceBusinessKey("n1")
                .correlate();
    }

    @Test
    void aNoticeIsTakenUpOnce() {
        start();
        assertThatThrownBy(this::start).satisfies(EngineDriver.refusedWith("incentive.talkWasOpened"));
    }

    @Test
    void hrStartsATalkByHandAndABlankBusinessKeyIsNone() {
        engine.getIdentityService().setAuthentication("han", List.of("employee", "hr"));
        try {
            assertThat(engine.getRuntimeService()
                            .startProcessInstanceByKey(
                                    "improvement-talk", "", Map.<String, Object>of("noticeId", "n1")))
                    .isWaitingAt("holdImprovementTalk")
                    .hasBusinessKey("n1");
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private ProcessInstance start() {
        return engine.getRuntimeService()
                .startProcessInstanceByKey("improvement-talk", "n1", Map.<String, Object>of("noticeId", "n1"));
    }

    private void hold(ProcessInstance talk, String on, String agreement) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(talk.getId())
                .singleResult();
        engine.getIdentityService().setAuthentication("han", List.of("hr"));
        try {
            engine.getTaskService().complete(task.getId(), Map.of("heldOn", on, "agreement", agreement));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private void fireTimer(ProcessInstance talk) {
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(talk.getId())
                        .activityId("talkOverdue")
                        .singleResult()
                        .getId());
    }

    private List<String> told(String person) {
        return jdbc.sql("select code from notice where person_id = ? order by id")
                .param(person)
                .query(String.class)
                .list();
    }
}
