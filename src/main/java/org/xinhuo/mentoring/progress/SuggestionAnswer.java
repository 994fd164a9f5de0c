package org.xinhuo.mentoring.progress;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the mentee says to a suggestion. */
public enum SuggestionAnswer {
    ADOPTED,
    NOT_NOW,
    /** The mentor is told at once. */
    NEED_HELP;

    /** As REST, pages and the message bundles write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<SuggestionAnswer> of(String code) {
        return Arrays.stream(values())
                .filter(answer -> answer.code().equals(code))
                .findFirst();
    }

    static String codes() {
        return Arrays.stream(values()).map(SuggestionAnswer::code).collect(Collectors.joining(", "));
    }
}
