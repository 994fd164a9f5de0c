package org.xinhuo.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The engine's task service, with our checks between the permission and the first change. */
class CheckedTaskService extends PrivateTaskService {

    private final TaskGate gate;

    CheckedTaskService(TaskGate gate) {
        this.gate = gate;
    }

    @Override
    public void claim(String taskId, @Nullable String userId) {
        gate.<@Nullable Void>speaking(() -> commandExecutor.execute(context -> {
            gate.refuseBarred(context.getTaskManager().findTaskById(taskId), context.getAuthentication());
            return null;
        }));
        super.claim(taskId, userId);
    }

    @Override
    public void complete(String taskId, @Nullable Map<String, Object> variables) {
        gate.completing(taskId, () -> commandExecutor.execute(new Complete(taskId, variables, false, false)));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> variables, boolean deserializeValues) {
        return gate.completing(
                taskId, () -> commandExecutor.execute(new Complete(taskId, variables, true, deserializeValues)));
    }

    @Override
    public void resolveTask(String taskId, @Nullable Map<String, Object> variables) {
        gate.completing(taskId, () -> commandExecutor.execute(new Resolve(taskId, variables)));
    }

    private final class Complete extends CompleteTaskCmd {

        private static final long serialVersionUID = 1L;

        Complete(String taskId, @Nullable Map<String, Object> variables, boolean inReturn, boolean deserialize) {
            super(taskId, variables, inReturn, deserialize);
        }

        @Override
        protected void checkCompleteTask(TaskEntity task, CommandContext context) {
            super.checkCompleteTask(task, context);
            variables = gate.admit(task, variables, context);
        }
    }

    private final class Resolve extends ResolveTaskCmd {

        private static final long serialVersionUID = 1L;

        Resolve(String taskId, @Nullable Map<String, Object> variables) {
            super(taskId, variables);
        }

        @Override
        protected void checkCompleteTask(TaskEntity task, CommandContext context) {
            super.checkCompleteTask(task, context);
            gate.admitResolution(task, variables, context);
        }
    }
}
