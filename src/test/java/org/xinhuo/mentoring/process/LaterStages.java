package org.xinhuo.mentoring.process;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/**
 * Stand-ins for the stages that "mentoring" calls after matching: one user task each, so that a test of the loop says in
 * one line what a stage answered. The real stages have tests of their own.
 */
public final class LaterStages implements AutoCloseable {

    private final ProcessEngine engine;
    private final Deployment deployment;

    public LaterStages(ProcessEngine engine) {
        this.engine = engine;
        this.deployment = engine.getRepositoryService()
                .createDeployment()
                .name("stand-ins")
                .addModelInstance("stand-in-plan.bpmn", standIn("plan-negotiation", "standInPlan"))
                .addModelInstance("stand-in-coaching.bpmn", standIn("coaching", "standInCoaching"))
                .addModelInstance("stand-in-evaluation.bpmn", standIn("evaluation", "standInEvaluation"))
                .deploy();
    }

    private static BpmnModelInstance standIn(String process, String task) {
        return Bpmn.createExecutableProcess(process)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask(task)
                .endEvent()
                .done();
    }

    /** Ends the stage that a mentorship is in, with what it answers. */
    public void answer(String task, String mentorshipId, Map<String, Object> answer) {
        String taskId = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(mentorshipId)
                .taskDefinitionKey(task)
                .singleResult()
                .getId();
        engine.getTaskService().complete(taskId, answer);
    }

    public boolean isOpen(String task) {
        return engine.getTaskService().createTaskQuery().taskDefinitionKey(task).count() > 0;
    }

    @Override
    public void close() {
        engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
    }
}
