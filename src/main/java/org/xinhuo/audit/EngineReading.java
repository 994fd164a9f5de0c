package org.xinhuo.audit;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.HouseRules;

/**
 * Reads of the engine that ask {@link AuditRights} and not the engine's authorizations: one answer for a whole story
 * instead of one a row. Nothing in this module calls a method of the engine that writes.
 */
@Component
class EngineReading {

    private final HouseRules rules;

    EngineReading(HouseRules rules) {
        this.rules = rules;
    }

    <T> T read(Supplier<T> reading) {
        return rules.apply(reading::get);
    }
}
