package org.xinhuo.engine;

import java.util.Objects;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Publishes {@link StepFailed} beside the engine's own handling of a failed job, for every process. */
final class FailedSteps implements IncidentHandler {

    private final ApplicationEventPublisher events;

    FailedSteps(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public String getIncidentHandlerType() {
        return Incident.FAILED_JOB_HANDLER_TYPE;
    }

    @Override
    public @Nullable Incident handleIncident(IncidentContext context, @Nullable String message) {
        String definitionId = context.getProcessDefinitionId();
        if (definitionId == null) {
            // A job of the engine itself, such as removing old history.
            return null;
        }
        ProcessDefinitionEntity definition = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(definitionId);
        String failed = context.getFailedActivityId() == null ? context.getActivityId() : context.getFailedActivityId();
        ExecutionEntity execution = execution(context.getExecutionId());
        events.publishEvent(new StepFailed(
                context.getConfiguration(),
                definition.getKey(),
                Objects.requireNonNullElse(definition.getName(), definition.getKey()),
                Objects.requireNonNullElse(failed, ""),
                name(definition, failed),
                execution == null ? null : execution.getProcessBusinessKey(),
                execution == null ? null : execution.getProcessInstanceId(),
                Objects.requireNonNullElse(message, "")));
        return null;
    }

    private static String name(ProcessDefinitionEntity definition, @Nullable String element) {
        ActivityImpl activity = element == null ? null : definition.findActivity(element);
        String name = activity == null ? null : (String) activity.getProperty("name");
        return name == null ? Objects.requireNonNullElse(element, "") : name.replaceAll("\\s*\\R\\s*", " ");
    }

    private static @Nullable ExecutionEntity execution(@Nullable String executionId) {
        return executionId == null
                ? null
                : Context.getCommandContext().getExecutionManager().findExecutionById(executionId);
    }

    @Override
    public void resolveIncident(IncidentContext context) {
        // Whoever was told sees in Cockpit that it goes on.
    }

    @Override
    public void deleteIncident(IncidentContext context) {
        // Nobody waits for the step any more.
    }
}
