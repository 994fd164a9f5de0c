package org.xinhuo.incentive.sharing;

import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;

/** Short texts and ids as people and programs send them, before anything is looked up or stored. */
public final class PlainText {

    private PlainText() {}

    /** @throws Refusal of the field where there is nothing, too much, or what no text column holds */
    public static String of(String field, @Nullable String typed, int longest) {
        String text = orNull(field, typed, longest);
        if (text == null) {
            throw Refusal.invalid(field, "form.required", field);
        }
        return text;
    }

    /** The same where nothing is needed; null for nothing. @throws Refusal where it is too long or no text */
    public static @Nullable String orNull(String field, @Nullable String typed, int longest) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        if (text.indexOf('\0') >= 0) {
            throw Refusal.invalid(field, "form.notAText", field);
        }
        if (text.length() > longest) {
            throw Refusal.invalid(field, "form.tooLong", field, longest);
        }
        return text;
    }
}
