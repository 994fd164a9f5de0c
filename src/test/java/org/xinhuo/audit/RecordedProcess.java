package org.xinhuo.audit;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** A small process with a task, a reminder, a decision, a called process and two ends, for what an auditor reads. */
public final class RecordedProcess {

    private static final String DECISION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                id="d" name="d" namespace="http://camunda.org/schema/1.0/dmn">
              <decision id="audit-grade" name="等级" camunda:historyTimeToLive="P3650D">
                <decisionTable id="t" hitPolicy="FIRST">
                  <input id="i" label="分数"><inputExpression id="ie" typeRef="integer"><text>score</text></inputExpression></input>
                  <output id="o" label="等级" name="grade" typeRef="string"/>
                  <rule id="r1"><inputEntry id="e1"><text>&gt;= 60</text></inputEntry><outputEntry id="f1"><text>"pass"</text></outputEntry></rule>
                  <rule id="r2"><inputEntry id="e2"><text></text></inputEntry><outputEntry id="f2"><text>"fail"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    private final ProcessEngine engine;
    private String deployment;

    public RecordedProcess(ProcessEngine engine) {
        this.engine = engine;
    }

    public void deploy() {
        BpmnModelInstance child = Bpmn.createExecutableProcess("audit-child")
                .name("子流程")
                .camundaHistoryTimeToLiveString("P3650D")
                .startEvent("childStarted")
                .serviceTask("noteDown")
                .name("记录")
                .camundaExpression("${true}")
                .endEvent("noted")
                .done();
        BpmnModelInstance parent = Bpmn.createExecutableProcess("audit-sample")
                .name("审批样例")
                .camundaHistoryTimeToLiveString("P3650D")
                .startEvent("requested")
                .userTask("approveRequest")
                .name("审批申请\nApprove the request")
                .camundaCandidateGroups("hr")
                .boundaryEvent("remindApprover")
                .name("提醒审批人")
                .cancelActivity(false)
                .timerWithDuration("P1D")
                .endEvent("reminded")
                .moveToActivity("approveRequest")
                .businessRuleTask("gradeRequest")
                .name("评定等级")
                .camundaDecisionRef("audit-grade")
                .camundaResultVariable("grade")
                .camundaMapDecisionResult("singleEntry")
                .callActivity("writeRecord")
                .name("写入档案")
                .calledElement("audit-child")
                .camundaInBusinessKey("#{execution.processBusinessKey}")
                .exclusiveGateway("isPassed")
                .name("通过？")
                .sequenceFlowId("isPassedToPassed")
                .condition("通过", "${grade == 'pass'}")
                .endEvent("passed")
                .name("已通过")
                .moveToNode("isPassed")
                .sequenceFlowId("isPassedToFailed")
                .condition("不通过", "${grade != 'pass'}")
                .endEvent("failed")
                .name("未通过")
                .done();
        Deployment made = engine.getRepositoryService()
                .createDeployment()
                .name("audit-test")
                .source("test")
                .addModelInstance("audit-child.bpmn", child)
                .addModelInstance("audit-sample.bpmn", parent)
                .addInputStream("audit-grade.dmn", new ByteArrayInputStream(DECISION.getBytes(StandardCharsets.UTF_8)))
                .deploy();
        deployment = made.getId();
    }

    public void remove() {
        engine.getRepositoryService().deleteDeployment(deployment, true, true, true);
    }

    /** Played by mei, who starts it, and han of HR, who is reminded, claims the task and completes it. */
    public void play(String businessKey, int score) {
        ProcessInstance instance = as(
                "mei",
                List.of("employee"),
                () -> engine.getRuntimeService()
                        .startProcessInstanceByKey(
                                "audit-sample",
                                businessKey,
                                Map.<String, Object>of("score", score, "menteeId", "mei")));
        Job reminder = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        engine.getManagementService().executeJob(reminder.getId());
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult();
        as("han", List.of("hr"), () -> {
            engine.getTaskService().setDueDate(task.getId(), new Date(0));
            engine.getTaskService().claim(task.getId(), "han");
            engine.getTaskService().complete(task.getId());
            return task;
        });
    }

    /** As a person, without asking the engine's authorizations: rights are another test's subject. */
    private <T> T as(String person, List<String> groups, java.util.function.Supplier<T> deed) {
        engine.getIdentityService().setAuthentication(person, groups);
        boolean checked = engine.getProcessEngineConfiguration().isAuthorizationEnabled();
        engine.getProcessEngineConfiguration().setAuthorizationEnabled(false);
        try {
            return deed.get();
        } finally {
            engine.getProcessEngineConfiguration().setAuthorizationEnabled(checked);
            engine.getIdentityService().clearAuthentication();
        }
    }
}
