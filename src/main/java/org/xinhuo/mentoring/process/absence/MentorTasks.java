package org.xinhuo.mentoring.process.absence;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Passes what a mentor has to do in a mentorship to somebody else: the open tasks, and those that the stages make. */
@Component
class MentorTasks {

    private static final String MENTOR_ID = "mentorId";

    /** Here nobody mentors yet. */
    private static final String MATCHING = "matching";

    void pass(ProcessEngineServices engine, String mentorshipId, String fromPerson, String toPerson) {
        TaskService tasks = engine.getTaskService();
        RuntimeService runtime = engine.getRuntimeService();
        for (ProcessInstance instance : stages(engine, mentorshipId)) {
            String id = instance.getProcessInstanceId();
            // The loop itself keeps its mentor; what he has open in it, such as how it goes, is done by who stands in.
            if (!AbsenceModel.KEY.equals(instance.getProcessDefinitionKey())
                    && fromPerson.equals(runtime.getVariable(id, MENTOR_ID))) {
                runtime.setVariable(id, MENTOR_ID, toPerson);
            }
            tasks.createTaskQuery()
                    .processInstanceId(id)
                    .taskAssignee(fromPerson)
                    .list()
                    .forEach(task -> tasks.setAssignee(task.getId(), toPerson));
        }
    }

    private static List<ProcessInstance> stages(ProcessEngineServices engine, String businessKey) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .list()
                .stream()
                .filter(instance -> !MATCHING.equals(instance.getProcessDefinitionKey()))
                .toList();
    }
}
