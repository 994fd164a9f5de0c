package org.xinhuo.mentoring.process.todo;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.mentoring.log.ToDoTasks;

/** What the application tells the process of a to-do. */
@Component
@Transactional
class ToDoProcess implements ToDoTasks {

    private final ProcessEngine engine;
    private final HouseRules rules;

    ToDoProcess(ProcessEngine engine, HouseRules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    @Override
    public void start(String toDoId) {
        rules.apply(() -> engine.getRuntimeService().startProcessInstanceByKey(ToDoModel.KEY, toDoId));
    }

    @Override
    public void handTo(String toDoId, String ownerId) {
        RuntimeService runtime = engine.getRuntimeService();
        TaskService tasks = engine.getTaskService();
        rules.apply(() -> {
            for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                    .processDefinitionKey(ToDoModel.KEY)
                    .processInstanceBusinessKey(toDoId)
                    .list()) {
                String id = instance.getProcessInstanceId();
                runtime.setVariable(id, ToDoModel.OWNER_ID, ownerId);
                tasks.createTaskQuery()
                        .processInstanceId(id)
                        .list()
                        .forEach(task -> tasks.setAssignee(task.getId(), ownerId));
            }
        });
    }

    @Override
    public void cancel(String toDoId) {
        rules.apply(() -> {
            try {
                engine.getRuntimeService()
                        .createMessageCorrelation(ToDoModel.WITHDRAWN)
                        .processInstanceBusinessKey(toDoId)
                        .correlate();
                return true;
            } catch (MismatchingMessageCorrelationException alreadyOver) {
                return false;
            }
        });
    }
}
