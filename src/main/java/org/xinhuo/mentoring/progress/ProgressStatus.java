package org.xinhuo.mentoring.progress;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where an item of the progress sheet stands, in the mentee's own judgement. */
public enum ProgressStatus {
    PLANNED,
    DOING,
    DONE,
    STUCK,
    DROPPED;

    /** As REST, pages and the message bundles write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more is to be done. */
    public boolean isOver() {
        return this == DONE || this == DROPPED;
    }

    static Optional<ProgressStatus> of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst();
    }

    static String codes() {
        return Arrays.stream(values()).map(ProgressStatus::code).collect(Collectors.joining(", "));
    }
}
