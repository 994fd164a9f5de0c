package org.xinhuo.engine;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Tells which models in force are a person's and not the application's own. That is no illness: always up. */
@Component("modelsHealthIndicator")
class ModelsHealth extends AbstractHealthIndicator {

    private final ModelDeployment models;

    ModelsHealth(ModelDeployment models) {
        this.models = models;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up().withDetail("drifted", models.drifted());
    }
}
