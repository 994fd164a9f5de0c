package org.xinhuo.database;

import org.jspecify.annotations.Nullable;

/** The embedded database cannot be used; says why in one sentence, and what the person at the keyboard can do. */
class DatabaseUnavailable extends RuntimeException {

    private final String action;

    DatabaseUnavailable(String sentence, String action, @Nullable Throwable cause) {
        super(sentence, cause);
        this.action = action;
    }

    DatabaseUnavailable(String sentence, String action) {
        this(sentence, action, null);
    }

    String action() {
        return action;
    }
}
