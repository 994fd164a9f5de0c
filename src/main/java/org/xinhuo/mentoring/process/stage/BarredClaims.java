package org.xinhuo.mentoring.process.stage;

import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.BarredFromTasks;

/**
 * Gives back what somebody of HR had claimed and may no longer do, being one of the pair or standing in for one from now
 * on: the task is its group's again, and somebody else takes it.
 */
@Component
public class BarredClaims {

    private final ObjectProvider<BarredFromTasks> barred;

    BarredClaims(ObjectProvider<BarredFromTasks> barred) {
        this.barred = barred;
    }

    /** Of this mentorship's tasks those that this person holds and may not do. */
    public void release(ProcessEngineServices engine, String mentorshipId, String personId) {
        TaskService tasks = engine.getTaskService();
        for (Task task : tasks.createTaskQuery()
                .processInstanceBusinessKey(mentorshipId)
                .taskAssignee(personId)
                .list()) {
            String process = engine.getRepositoryService()
                    .getProcessDefinition(task.getProcessDefinitionId())
                    .getKey();
            if (barred.stream()
                    .anyMatch(known -> known.isBarred(process, task.getTaskDefinitionKey(), mentorshipId, personId))) {
                tasks.setAssignee(task.getId(), null);
            }
        }
    }
}
