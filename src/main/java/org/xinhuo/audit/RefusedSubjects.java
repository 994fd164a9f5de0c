package org.xinhuo.audit;

import java.util.Objects;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;

/** Finds the business key behind the address of a task, a job or an instance, whether the caller may see it or not. */
@Component
class RefusedSubjects {

    private final EngineReading engineReading;
    private final HistoryService history;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService jobs;

    RefusedSubjects(EngineReading engineReading, ProcessEngine engine) {
        this.engineReading = engineReading;
        this.history = engine.getHistoryService();
        this.tasks = engine.getTaskService();
        this.runtime = engine.getRuntimeService();
        this.jobs = engine.getManagementService();
    }

    /**
     * What a refusal is about.
     *
     * @param businessKey "" where there is none
     * @param taskId "" where it is about no task
     * @param task the task's id in its model
     * @param exists whether the thing that the address names is there
     * @param resourceId of a file of the library; "" where it is about none
     */
    record Subject(
            String businessKey, String taskId, @Nullable String task, boolean exists, String resourceId) {

        Subject(String businessKey, String taskId, @Nullable String task, boolean exists) {
            this(businessKey, taskId, task, exists, "");
        }

        static Subject ofTheLibrary(Refusal.Subject said) {
            return new Subject(
                    RefusedRequest.clean(said.businessKey()), "", null, true, RefusedRequest.clean(said.resourceId()));
        }
    }

    /** Whether who asks may see what the address names; what is not there, nobody sees. */
    @Transactional(readOnly = true)
    public boolean isVisible(RefusedRequest request) {
        return switch (request.subject()) {
            case "task" ->
                tasks.createTaskQuery().taskId(request.id()).count() > 0
                        || history.createHistoricTaskInstanceQuery()
                                        .taskId(request.id())
                                        .count()
                                > 0;
            case "process-instance", "execution" ->
                runtime.createExecutionQuery().executionId(request.id()).count() > 0
                        || history.createHistoricProcessInstanceQuery()
                                        .processInstanceId(request.id())
                                        .count()
                                > 0;
            case "job" -> jobs.createJobQuery().jobId(request.id()).count() > 0;
            default -> true;
        };
    }

    @Transactional(readOnly = true)
    public Subject of(RefusedRequest request) {
        return switch (request.subject()) {
            case "key" -> new Subject(request.id(), "", null, true);
            case "task" -> engineReading.read(() -> task(request.id()));
            case "process-instance" -> engineReading.read(() -> instance(request.id(), "", null));
            case "execution" -> engineReading.read(() -> execution(request.id()));
            case "job" -> engineReading.read(() -> job(request.id()));
            default -> new Subject("", "", null, false);
        };
    }

    private Subject job(String id) {
        Job job = jobs.createJobQuery().jobId(id).singleResult();
        return job == null ? new Subject("", "", null, false) : instance(job.getProcessInstanceId(), "", null);
    }

    private Subject task(String id) {
        HistoricTaskInstance task =
                history.createHistoricTaskInstanceQuery().taskId(id).singleResult();
        return task == null
                ? new Subject("", "", null, false)
                : instance(task.getProcessInstanceId(), id, task.getTaskDefinitionKey());
    }

    private Subject execution(String id) {
        HistoricActivityInstance activity =
                history.createHistoricActivityInstanceQuery().executionId(id).listPage(0, 1).stream()
                        .findFirst()
                        .orElse(null);
        return instance(activity == null ? id : activity.getProcessInstanceId(), "", null);
    }

    private Subject instance(@Nullable String id, String taskId, @Nullable String task) {
        HistoricProcessInstance instance = id == null
                ? null
                : history.createHistoricProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult();
        return instance == null
                ? new Subject("", taskId, task, !taskId.isEmpty())
                : new Subject(Objects.requireNonNullElse(instance.getBusinessKey(), ""), taskId, task, true);
    }
}
