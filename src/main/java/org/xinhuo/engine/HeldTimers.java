package org.xinhuo.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.springframework.beans.factory.ObjectProvider;

/** The engine's jobs; a timer that is set in what stands still is suspended from the beginning. */
class HeldTimers extends JobManager {

    private final ObjectProvider<PausedWork> paused;

    private HeldTimers(ObjectProvider<PausedWork> paused) {
        this.paused = paused;
    }

    static SessionFactory sessions(ObjectProvider<PausedWork> paused) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return JobManager.class;
            }

            @Override
            public Session openSession() {
                return new HeldTimers(paused);
            }
        };
    }

    @Override
    public void insertJob(JobEntity job) {
        if (job instanceof TimerEntity && job.getProcessInstanceId() != null && isHeld(job)) {
            job.setSuspensionState(SuspensionState.SUSPENDED.getStateCode());
        }
        super.insertJob(job);
    }

    private boolean isHeld(JobEntity job) {
        ExecutionEntity instance =
                Context.getCommandContext().getExecutionManager().findExecutionById(job.getProcessInstanceId());
        return instance != null
                && paused.stream()
                        .anyMatch(work -> work.holdsTimer(
                                job.getProcessDefinitionKey(), job.getActivityId(), instance.getBusinessKey()));
    }
}
