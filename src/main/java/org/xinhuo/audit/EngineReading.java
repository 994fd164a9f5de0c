package org.xinhuo.audit;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Reads of the engine that ask {@link AuditRights} and not the engine's authorizations: one answer for a whole story
 * instead of one a row. Nothing in this module calls a method of the engine that writes.
 */
@Component
class EngineReading {

    private final ProcessEngine engine;

    EngineReading(ProcessEngine engine) {
        this.engine = engine;
    }

    <T> T read(Supplier<T> reading) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(reading::get));
    }
}
