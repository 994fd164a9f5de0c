package org.xinhuo.engine;

import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/** The engine's form service: what Tasklist submits is checked, what it opens is filled from the tables. */
class CheckedFormService extends FormServiceImpl {

    private final TaskGate gate;
    private final TaskViews views;

    CheckedFormService(TaskGate gate, TaskViews views) {
        this.gate = gate;
        this.views = views;
    }

    @Override
    public void submitTaskForm(String taskId, @Nullable Map<String, Object> properties) {
        gate.completing(taskId, () -> commandExecutor.execute(new Submit(taskId, properties, false, false)));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> properties, boolean deserializeValues) {
        return gate.completing(
                taskId, () -> commandExecutor.execute(new Submit(taskId, properties, true, deserializeValues)));
    }

    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, String businessKey, Map<String, Object> properties) {
        return gate.speaking(() -> super.submitStartForm(processDefinitionId, businessKey, properties));
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
        return gate.speaking(() -> super.submitStartForm(processDefinitionId, properties));
    }

    @Override
    public VariableMap getTaskFormVariables(
            String taskId, @Nullable Collection<String> formVariables, boolean deserializeObjectValues) {
        VariableMap variables = super.getTaskFormVariables(taskId, formVariables, deserializeObjectValues);
        return commandExecutor.execute(context -> views.added(variables, taskId, formVariables, context));
    }

    private final class Submit extends SubmitTaskFormCmd {

        private static final long serialVersionUID = 1L;

        Submit(String taskId, @Nullable Map<String, Object> properties, boolean inReturn, boolean deserialize) {
            super(taskId, properties, inReturn, deserialize);
        }

        @Override
        public VariableMap execute(CommandContext context) {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task == null) {
                throw new ProcessEngineException("Cannot find task with id " + taskId + ": task is null");
            }
            // The permission first: who may not work on the task learns nothing about its form.
            context.getProcessEngineConfiguration()
                    .getCommandCheckers()
                    .forEach(checker -> checker.checkTaskWork(task));
            properties = Variables.fromMap(gate.admit(task, properties, context));
            return super.execute(context);
        }
    }
}
