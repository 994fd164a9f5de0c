package org.xinhuo.engine;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Ready means that timers fire: a runner that blocks at startup keeps the job executor from starting, silently. A node
 * whose job executor is switched off leaves the timers to others and is as ready as any. Takes the place of the
 * starter's own indicator, which cannot tell the two apart.
 */
@Component("jobExecutorHealthIndicator")
class JobExecutorHealth extends AbstractHealthIndicator {

    private final ObjectProvider<JobExecutor> executor;

    JobExecutorHealth(ObjectProvider<JobExecutor> executor) {
        this.executor = executor;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        JobExecutor running = executor.getIfAvailable();
        if (running == null) {
            health.up().withDetail("enabled", false);
        } else {
            health.status(running.isActive() ? "UP" : "DOWN")
                    .withDetail("enabled", true)
                    .withDetail("active", running.isActive());
        }
    }
}
