package org.xinhuo.incentive.sharing;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;

/** Knows whom an audience, as it is written, can mean. */
public interface KnownAudiences {

    /** Those parts that mean nobody whom we know: no department, no lecturer group, no person. */
    Set<String> unknown(@Nullable String written);

    /** @throws Refusal with the parts that mean nobody */
    default void expectKnown(@Nullable String written) {
        Set<String> unknown = unknown(written);
        if (!unknown.isEmpty()) {
            throw Refusal.invalid("audience", "rota.unknownAudience", String.join(", ", unknown));
        }
    }
}
