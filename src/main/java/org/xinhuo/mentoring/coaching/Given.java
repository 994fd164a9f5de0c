package org.xinhuo.mentoring.coaching;

import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;

/** Checks what comes in over our own pages and REST by the rules that forms keep. */
final class Given {

    private Given() {}

    static String text(String field, @Nullable String value, int most) {
        String given = textOrNull(field, value, most);
        if (given == null) {
            throw Refusal.invalid(field, "form.required", field);
        }
        return given;
    }

    static @Nullable String textOrNull(String field, @Nullable String value, int most) {
        // Text columns hold no NUL.
        String given = value == null ? "" : value.replace("\0", "").strip();
        if (given.length() > most) {
            throw Refusal.invalid(field, "form.tooLong", field, String.valueOf(most));
        }
        return given.isEmpty() ? null : given;
    }
}
