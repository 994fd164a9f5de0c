package org.xinhuo.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.xinhuo.base.Refusal;

/**
 * The engine's management service; nobody fires the timers of the own case, and a refusal behind a job that somebody
 * fires reaches the caller.
 */
class SpeakingManagementService extends ManagementServiceImpl {

    private final ObjectProvider<BarredFromJobs> barred;

    SpeakingManagementService(ProcessEngineConfiguration engine, ObjectProvider<BarredFromJobs> barred) {
        super(engine);
        this.barred = barred;
    }

    @Override
    public void executeJob(String jobId) {
        // What a running command does further is the models' and our own doing, not the caller's.
        if (Context.getCommandContext() == null && jobId != null) {
            commandExecutor.execute(context -> refuseStrangers(jobId, context));
        }
        try {
            super.executeJob(jobId);
        } catch (AuthorizationException notAllowed) {
            throw notAllowed;
        } catch (RuntimeException failure) {
            Refusal refusal = Refusal.in(failure);
            if (refusal == null) {
                throw failure;
            }
            throw new Refused(refusal);
        }
    }

    /**
     * Before the engine asks for itself: it takes its own refusal for a failure of the job, and whoever is refused often
     * enough would leave the job without retries.
     */
    private @Nullable Void refuseStrangers(String jobId, CommandContext context) {
        Authentication who = context.getAuthentication();
        JobEntity job = context.getJobManager().findJobById(jobId);
        if (who == null || who.getUserId() == null || job == null) {
            return null;
        }
        context.getProcessEngineConfiguration().getCommandCheckers().forEach(checker -> checker.checkUpdateJob(job));
        String process = job.getProcessDefinitionKey();
        ExecutionEntity instance = job.getProcessInstanceId() == null
                ? null
                : context.getExecutionManager().findExecutionById(job.getProcessInstanceId());
        String businessKey = instance == null ? null : instance.getBusinessKey();
        if (process != null
                && businessKey != null
                && barred.stream().anyMatch(known -> known.isBarred(process, businessKey, who.getUserId()))) {
            throw new AuthorizationException(
                    who.getUserId(), Permissions.UPDATE.getName(), Resources.PROCESS_INSTANCE.resourceName(), jobId);
        }
        return null;
    }

    /** The one kind of exception that the REST interface's job resource passes on with its cause. */
    static final class Refused extends AuthorizationException {

        private static final long serialVersionUID = 1L;

        Refused(Refusal refusal) {
            super(refusal.getMessage());
            initCause(refusal);
        }
    }
}
