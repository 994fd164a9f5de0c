package org.xinhuo.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.batch.RestartProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractDeleteProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractProcessInstanceModificationCommand;
import org.camunda.bpm.engine.impl.cmd.AbstractRemoveVariableCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobsRetriesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetVariableCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractUpdateProcessInstancesSuspendStateCmd;
import org.camunda.bpm.engine.impl.cmd.CreateIncidentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteJobCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.ExternalTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceAsyncCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.ProcessInstanceModificationBatchCmd;
import org.camunda.bpm.engine.impl.cmd.ProcessInstanceModificationCmd;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveIncidentCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDefinitionPriorityCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobPriorityCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateProcessInstancesSuspendStateBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.CorrelateAllMessageBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.DeleteProcessInstanceBatchCmd;
import org.camunda.bpm.engine.impl.cmd.batch.variables.SetVariablesToProcessInstancesBatchCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.migration.AbstractMigrationCmd;
import org.xinhuo.base.Refusal;

/**
 * Stands before every command, whichever way it came in. Queries that somebody asks hold no expressions; what goes past
 * the models (setting variables, moving tokens, starting in the middle, throwing errors out of a task, putting a timer
 * off or out of reach) is for administrators alone, whatever else somebody was granted: the engine's own permissions
 * draw no line between sending a process a message and rewriting its variables, or between completing a task and leaving
 * it by an error. As a batch, which the job executor carries out as nobody, none of it is for anybody: instance by
 * instance the steps know who moves them.
 */
final class CommandGuard extends CommandInterceptor {

    private static final Set<Class<?>> ADMINISTRATORS_ONLY = Set.of(
            AbstractSetVariableCmd.class,
            AbstractPatchVariablesCmd.class,
            AbstractRemoveVariableCmd.class,
            SetVariablesToProcessInstancesBatchCmd.class,
            StartProcessInstanceAtActivitiesCmd.class,
            AbstractProcessInstanceModificationCommand.class,
            ModifyProcessInstanceCmd.class,
            ModifyProcessInstanceAsyncCmd.class,
            ProcessInstanceModificationCmd.class,
            ProcessInstanceModificationBatchCmd.class,
            AbstractRestartProcessInstanceCmd.class,
            AbstractDeleteProcessInstanceCmd.class,
            AbstractSetStateCmd.class,
            AbstractUpdateProcessInstancesSuspendStateCmd.class,
            SignalCmd.class,
            SignalEventReceivedCmd.class,
            MessageEventReceivedCmd.class,
            CorrelateAllMessageBatchCmd.class,
            HandleTaskBpmnErrorCmd.class,
            HandleTaskEscalationCmd.class,
            ExternalTaskCmd.class,
            SetJobDuedateCmd.class,
            SetJobRetriesCmd.class,
            AbstractSetJobsRetriesBatchCmd.class,
            SetJobPriorityCmd.class,
            SetJobDefinitionPriorityCmd.class,
            RecalculateJobDuedateCmd.class,
            DeleteJobCmd.class,
            DeleteJobsCmd.class,
            CreateIncidentCmd.class,
            ResolveIncidentCmd.class,
            DeleteProcessInstanceBatchCmd.class,
            AbstractMigrationCmd.class);

    /** Carried out later, by nobody: whom a step asks who he or she is, it would find nobody to refuse. */
    private static final Set<Class<?>> NOT_AS_A_BATCH = Set.of(
            ModifyProcessInstanceAsyncCmd.class,
            ProcessInstanceModificationBatchCmd.class,
            RestartProcessInstancesBatchCmd.class,
            CorrelateAllMessageBatchCmd.class,
            SetVariablesToProcessInstancesBatchCmd.class,
            UpdateProcessInstancesSuspendStateBatchCmd.class);

    private final ProcessEngineConfigurationImpl engine;

    CommandGuard(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof TaskQueryImpl query) {
            QueryGuard.refuseExpressions(query);
        }
        // What a running command does further is the models' and our own doing, not the caller's.
        if (Context.getCommandContext() == null) {
            refuse(command);
        }
        return next.execute(command);
    }

    private void refuse(Command<?> command) {
        Authentication who = engine.getIdentityService().getCurrentAuthentication();
        if (who == null || who.getUserId() == null) {
            return;
        }
        if (!isAdministrator(who) && isOneOf(ADMINISTRATORS_ONLY, command)) {
            throw new AuthorizationException(
                    who.getUserId(),
                    Permissions.UPDATE.getName(),
                    Resources.PROCESS_INSTANCE.resourceName(),
                    command.getClass().getSimpleName());
        }
        if (isOneOf(NOT_AS_A_BATCH, command)) {
            throw Refusal.forbidden("engine.notAsABatch");
        }
    }

    private static boolean isOneOf(Set<Class<?>> guarded, Command<?> command) {
        return guarded.stream().anyMatch(one -> one.isInstance(command));
    }

    private static boolean isAdministrator(Authentication who) {
        List<String> groups = who.getGroupIds();
        return groups != null && groups.contains(Groups.CAMUNDA_ADMIN);
    }
}
