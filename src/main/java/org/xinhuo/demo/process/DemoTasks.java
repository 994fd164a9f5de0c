package org.xinhuo.demo.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.people.Groups;

/** Completes tasks as the people of the demo would, through the same gate as everybody's. */
@Component
class DemoTasks {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identity;
    private final Groups groups;

    DemoTasks(RuntimeService runtime, TaskService tasks, IdentityService identity, Groups groups) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.identity = identity;
        this.groups = groups;
    }

    /** Starts a process; nobody is logged in yet, so it is the application that starts it. */
    void start(String process, String businessKey, Map<String, Object> variables) {
        runtime.startProcessInstanceByKey(process, businessKey, variables);
    }

    /** @return who the task waits for, if it is there */
    Optional<String> assignee(String businessKey, String task) {
        return Optional.ofNullable(find(businessKey, task)).map(Task::getAssignee);
    }

    /** Lets its assignee complete a task. */
    void complete(String businessKey, String task, Map<String, Object> values) {
        String person = assignee(businessKey, task)
                .orElseThrow(() -> new IllegalStateException("the demo waits in vain for " + task));
        completeAs(person, businessKey, task, values);
    }

    private void completeAs(String person, String businessKey, String taskKey, Map<String, Object> values) {
        Task task = find(businessKey, taskKey);
        if (task == null) {
            throw new IllegalStateException("the demo waits in vain for " + taskKey);
        }
        complete(person, task, values);
    }

    private void complete(String person, Task task, Map<String, Object> values) {
        identity.setAuthentication(person, List.copyOf(groups.of(person)));
        try {
            tasks.complete(task.getId(), values);
        } finally {
            identity.clearAuthentication();
        }
    }

    private @Nullable Task find(String businessKey, String task) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(task)
                .singleResult();
    }
}
