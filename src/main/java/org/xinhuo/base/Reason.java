package org.xinhuo.base;

import org.jspecify.annotations.Nullable;

/**
 * Why somebody does what others would ask about, in his or her own words.
 *
 * @param words 1 to {@value #LONGEST} characters, without blanks around them and without NUL
 */
public record Reason(String words) {

    /** Characters, as people count them. */
    public static final int LONGEST = 500;

    /** As somebody typed it. @throws Refusal of the field {@code reason} where it is missing, too long or no text */
    public static Reason of(@Nullable String typed) {
        Reason reason = orNull(typed);
        if (reason == null) {
            throw Refusal.invalid("reason", "form.required", "reason");
        }
        return reason;
    }

    /** The same where none is needed; null for none. @throws Refusal where it is too long or no text */
    public static @Nullable Reason orNull(@Nullable String typed) {
        String words = typed == null ? "" : typed.strip();
        if (words.isEmpty()) {
            return null;
        }
        if (words.codePointCount(0, words.length()) > LONGEST) {
            throw Refusal.invalid("reason", "form.tooLong", "reason", LONGEST);
        }
        if (words.indexOf('\0') >= 0) {
            throw Refusal.invalid("reason", "form.notAText", "reason");
        }
        return new Reason(words);
    }
}
