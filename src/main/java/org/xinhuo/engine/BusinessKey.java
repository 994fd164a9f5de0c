package org.xinhuo.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** The business key that a process instance was started with. */
public final class BusinessKey {

    private BusinessKey() {}

    /** The key that the starter wants, or null: an empty one, as forms and clients send it, counts as none. */
    public static @Nullable String given(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        return key == null || key.isBlank() ? null : key;
    }
}
