package org.xinhuo.engine;

import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.management.SetJobRetriesBuilderImpl;
import org.camunda.bpm.engine.impl.management.SetJobRetriesByJobsAsyncBuilderImpl;
import org.camunda.bpm.engine.impl.management.SetJobRetriesByProcessAsyncBuilderImpl;
import org.camunda.bpm.engine.impl.management.UpdateJobDefinitionSuspensionStateBuilderImpl;
import org.camunda.bpm.engine.impl.management.UpdateJobSuspensionStateBuilderImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.management.SetJobRetriesByJobsAsyncBuilder;
import org.camunda.bpm.engine.management.SetJobRetriesByProcessAsyncBuilder;
import org.camunda.bpm.engine.management.UpdateJobDefinitionSuspensionStateSelectBuilder;
import org.camunda.bpm.engine.management.UpdateJobSuspensionStateSelectBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.xinhuo.base.Refusal;

/**
 * The engine's management service; nobody fires, puts off or takes away the timers of the own case, one or many at once,
 * and a refusal behind a job that somebody fires reaches the caller.
 */
class SpeakingManagementService extends ManagementServiceImpl {

    private final ObjectProvider<BarredFromJobs> barred;

    SpeakingManagementService(ProcessEngineConfiguration engine, ObjectProvider<BarredFromJobs> barred) {
        super(engine);
        this.barred = barred;
    }

    @Override
    public void executeJob(String jobId) {
        refuseStrangers(jobId);
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

    /** Put to another time a timer fires as surely as by hand. */
    @Override
    public void setJobDuedate(String jobId, Date newDuedate, boolean cascade) {
        refuseStrangers(jobId);
        super.setJobDuedate(jobId, newDuedate, cascade);
    }

    @Override
    public void setJobDuedate(String jobId, Date newDuedate) {
        refuseStrangers(jobId);
        super.setJobDuedate(jobId, newDuedate);
    }

    @Override
    public void recalculateJobDuedate(String jobId, boolean creationDateBased) {
        refuseStrangers(jobId);
        super.recalculateJobDuedate(jobId, creationDateBased);
    }

    @Override
    public void setJobPriority(String jobId, long priority) {
        refuseStrangers(jobId);
        super.setJobPriority(jobId, priority);
    }

    @Override
    public void deleteJob(String jobId) {
        refuseStrangers(jobId);
        super.deleteJob(jobId);
    }

    /** Without retries a timer never fires. */
    @Override
    public SetJobRetriesBuilderImpl setJobRetries(int retries) {
        return new SetJobRetriesBuilderImpl(commandExecutor, retries) {
            @Override
            public void execute() {
                validateParameters();
                refuseStrangers(jobs(jobIds), jobs(jobId), of(jobDefinitionId, JobQuery::jobDefinitionId));
                super.execute();
            }
        };
    }

    @Override
    public SetJobRetriesByJobsAsyncBuilder setJobRetriesByJobsAsync(int retries) {
        return new SetJobRetriesByJobsAsyncBuilderImpl(commandExecutor, retries) {
            @Override
            public Batch executeAsync() {
                validateParameters();
                refuseStrangers(jobs(jobIds), jobQuery);
                return super.executeAsync();
            }
        };
    }

    @Override
    public SetJobRetriesByProcessAsyncBuilder setJobRetriesByProcessAsync(int retries) {
        return new SetJobRetriesByProcessAsyncBuilderImpl(commandExecutor, retries) {
            @Override
            public Batch executeAsync() {
                validateParameters();
                Set<String> instances = known(processInstanceIds);
                if (processInstanceQuery != null) {
                    processInstanceQuery.list().forEach(instance -> instances.add(instance.getId()));
                }
                if (historicProcessInstanceQuery != null) {
                    historicProcessInstanceQuery.list().forEach(instance -> instances.add(instance.getId()));
                }
                refuseStrangers(instances.isEmpty() ? null : createJobQuery().processInstanceIds(instances));
                return super.executeAsync();
            }
        };
    }

    /** Nor does one that is suspended. */
    @Override
    public UpdateJobSuspensionStateSelectBuilder updateJobSuspensionState() {
        return new UpdateJobSuspensionStateBuilderImpl(commandExecutor) {
            @Override
            public void activate() {
                refuseStrangers();
                super.activate();
            }

            @Override
            public void suspend() {
                refuseStrangers();
                super.suspend();
            }

            private void refuseStrangers() {
                validateParameters();
                SpeakingManagementService.this.refuseStrangers(
                        jobs(jobId),
                        of(jobDefinitionId, JobQuery::jobDefinitionId),
                        of(processInstanceId, JobQuery::processInstanceId),
                        of(processDefinitionId, JobQuery::processDefinitionId),
                        of(processDefinitionKey, JobQuery::processDefinitionKey));
            }
        };
    }

    @Override
    public UpdateJobDefinitionSuspensionStateSelectBuilder updateJobDefinitionSuspensionState() {
        return new UpdateJobDefinitionSuspensionStateBuilderImpl(commandExecutor) {
            @Override
            public void activate() {
                refuseStrangers();
                super.activate();
            }

            @Override
            public void suspend() {
                refuseStrangers();
                super.suspend();
            }

            private void refuseStrangers() {
                validateParameters();
                SpeakingManagementService.this.refuseStrangers(
                        of(jobDefinitionId, JobQuery::jobDefinitionId),
                        of(processDefinitionId, JobQuery::processDefinitionId),
                        of(processDefinitionKey, JobQuery::processDefinitionKey));
            }
        };
    }

    private @Nullable JobQuery of(@Nullable String id, BiFunction<JobQuery, String, JobQuery> selection) {
        return id == null ? null : selection.apply(createJobQuery(), id);
    }

    private @Nullable JobQuery jobs(@Nullable String jobId) {
        return of(jobId, JobQuery::jobId);
    }

    private @Nullable JobQuery jobs(@Nullable Collection<String> jobIds) {
        Set<String> known = known(jobIds);
        return known.isEmpty() ? null : createJobQuery().jobIds(known);
    }

    /** What the engine says of one that is null it shall say itself. */
    private static Set<String> known(@Nullable Collection<String> ids) {
        Set<String> known = new HashSet<>(ids == null ? List.of() : ids);
        known.remove(null);
        return known;
    }

    /** Nothing is done where one of them is of the own case. */
    private void refuseStrangers(@Nullable JobQuery... selections) {
        if (Context.getCommandContext() != null) {
            return;
        }
        for (JobQuery selection : selections) {
            if (selection != null) {
                commandExecutor.execute(context -> {
                    Authentication who = context.getAuthentication();
                    if (who != null && who.getUserId() != null) {
                        context.runWithoutAuthorization(selection::list)
                                .forEach(job -> refuseParties(job, who.getUserId(), context));
                    }
                    return null;
                });
            }
        }
    }

    private void refuseStrangers(String jobId) {
        // What a running command does further is the models' and our own doing, not the caller's.
        if (Context.getCommandContext() == null && jobId != null) {
            commandExecutor.execute(context -> refuseStrangers(jobId, context));
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
        refuseParties(job, who.getUserId(), context);
        return null;
    }

    private void refuseParties(Job job, String personId, CommandContext context) {
        String process = job.getProcessDefinitionKey();
        ExecutionEntity instance = job.getProcessInstanceId() == null
                ? null
                : context.getExecutionManager().findExecutionById(job.getProcessInstanceId());
        String businessKey = instance == null ? null : instance.getBusinessKey();
        if (process != null
                && businessKey != null
                && barred.stream().anyMatch(known -> known.isBarred(process, businessKey, personId))) {
            throw new Refused(Refusal.forbidden("engine.ownCase"));
        }
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
