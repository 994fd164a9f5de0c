package org.xinhuo.demo.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.people.Groups;

/** Completes tasks as the people of the demo would, through the same gate as everybody's. */
@Component
class DemoTasks {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final IdentityService identity;
    private final Groups groups;

    DemoTasks(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            IdentityService identity,
            Groups groups) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.identity = identity;
        this.groups = groups;
    }

    /** Starts a process; nobody is logged in yet, so it is the application that starts it. */
    void start(String process, String businessKey, Map<String, Object> variables) {
        runtime.startProcessInstanceByKey(process, businessKey, variables);
    }

    /** Runs the steps that a process would leave to the job executor, which does not run yet; no timers. */
    void runSteps(String process, String businessKey) {
        String instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .singleResult()
                .getId();
        for (List<Job> jobs = steps(instance); !jobs.isEmpty(); jobs = steps(instance)) {
            jobs.forEach(job -> management.executeJob(job.getId()));
        }
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

    /** Lets a candidate complete a task. */
    void completeAs(String person, String businessKey, String taskKey, Map<String, Object> values) {
        Task task = find(businessKey, taskKey);
        if (task == null) {
            throw new IllegalStateException("the demo waits in vain for " + taskKey);
        }
        complete(person, task, values);
    }

    /** Lets a candidate complete every task of a kind that is open. */
    void completeAllAs(String person, String taskKey, Map<String, Object> values) {
        for (Task task : tasks.createTaskQuery().taskDefinitionKey(taskKey).list()) {
            complete(person, task, values);
        }
    }

    private void complete(String person, Task task, Map<String, Object> values) {
        identity.setAuthentication(person, List.copyOf(groups.of(person)));
        try {
            tasks.complete(task.getId(), values);
        } finally {
            identity.clearAuthentication();
        }
    }

    private List<Job> steps(String instance) {
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .messages()
                .list();
    }

    private @Nullable Task find(String businessKey, String task) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(task)
                .singleResult();
    }
}
