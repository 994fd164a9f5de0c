package org.xinhuo.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** The settings that design.md measured, and our services in place of the engine's. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    private final TaskGate gate;
    private final TaskViews views;
    private final InboxListener inbox;

    private final ApplicationContext context;

    EngineSettings(TaskGate gate, TaskViews views, InboxListener inbox, ApplicationContext context) {
        this.context = context;
        this.gate = gate;
        this.views = views;
        this.inbox = inbox;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setTaskService(new CheckedTaskService(gate));
        engine.setFormService(new CheckedFormService(gate, views));
        engine.setRuntimeService(new CheckedRuntimeService(
                context.getBeanProvider(MessageForms.class),
                context.getBeanProvider(MessageRights.class),
                context.getBeanProvider(BarredFromJobs.class)));
        if (engine.getCustomSessionFactories() == null) {
            engine.setCustomSessionFactories(new ArrayList<>());
        }
        engine.getCustomSessionFactories().add(HeldTimers.sessions(context.getBeanProvider(PausedWork.class)));
        engine.getCustomSessionFactories().add(NamedCollisions.sessions());
        engine.setHistoryService(new OwnTaskHistory());
        engine.setFilterService(new GuardedFilterService());
        engine.setRepositoryService(new KeptTables());
        engine.setManagementService(
                new SpeakingManagementService(engine, context.getBeanProvider(BarredFromJobs.class)));
        engine.setResourceAuthorizationProvider(new TaskGrants());
        WithholdDecisions withheld = new WithholdDecisions(engine, context.getBeanProvider(WithheldDecisions.class));
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(new CommandGuard(engine), withheld));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(List.of(new CommandGuard(engine)));
        if (engine.getCustomPostBPMNParseListeners() == null) {
            engine.setCustomPostBPMNParseListeners(new ArrayList<>());
        }
        engine.getCustomPostBPMNParseListeners().add(inbox);

        engine.setBeans(new ReachableBeans(context));

        NoScripts noScripts = new NoScripts();
        engine.setScriptEngineResolver(noScripts);
        engine.getCustomPostBPMNParseListeners().add(noScripts);
        engine.getCustomPostBPMNParseListeners().add(new DeletedInstances(context));

        engine.setCompositeIncidentHandlersEnabled(true);
        engine.setCustomIncidentHandlers(List.of(new FailedSteps(context)));

        engine.setHistoryTimeToLive("P3650D");
        engine.setEnforceHistoryTimeToLive(true);
        // The default, "end", writes sixteen extra updates an instance; ten years are far above the longest loop.
        engine.setHistoryRemovalTimeStrategy("start");
        engine.setTaskMetricsEnabled(false);
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);

        // An assignee works on a task; changing its variables or passing it on are other rights.
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setJavaSerializationFormatEnabled(false);
        // Whoever sends a variable names its class; only plain Java values are made of it.
        engine.setDeserializationTypeValidationEnabled(true);
        // Else the engine ends the branch, and the pair's loop goes on as if the task had been done.
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        // A refused form is an answer, not an error; failures are logged where they surface: REST and job executor.
        engine.setEnableCmdExceptionLogging(false);
    }
}
