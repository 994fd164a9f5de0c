package org.xinhuo.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;

/** The business key that a process instance was started with. */
public final class BusinessKey {

    /** No address with one of these in it reaches a page or our interface, however it is written there. */
    private static final String NOT_IN_AN_ADDRESS = "/\\;%";

    private BusinessKey() {}

    /**
     * The key that the starter wants, or null: an empty one, as forms and clients send it, counts as none.
     *
     * @throws Refusal where nobody could ask for it again
     */
    public static @Nullable String given(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        if (key == null || key.isBlank()) {
            return null;
        }
        if (key.equals(".") || key.equals("..") || key.codePoints().anyMatch(BusinessKey::isUnreadable)) {
            throw Refusal.invalid("businessKey", "engine.keyUnreadable");
        }
        return key;
    }

    /** A text column holds neither NUL nor half a surrogate pair; other control characters nobody can type again. */
    private static boolean isUnreadable(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE
                || NOT_IN_AN_ADDRESS.indexOf(character) >= 0;
    }
}
