package org.xinhuo.incentive.conversion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of one case.
 *
 * @param number from 1
 * @param lecturerId who gave the share
 * @param confirmedNumber the newest confirmed version of the case, or null
 * @param resourceId a file of the library that shows it, or null
 * @param escalateAt when HR is asked instead of the lecturer
 * @param remark of who answered, or null
 */
public record ApplicationCase(
        String id,
        int number,
        String shareId,
        String lecturerId,
        String learnerId,
        CaseStory story,
        @Nullable String resourceId,
        State state,
        @Nullable Integer confirmedNumber,
        Instant filedAt,
        Instant dueAt,
        Instant remindAt,
        Instant escalateAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String remark) {

    /** What became of a version. */
    public enum State {
        FILED,
        CONFIRMED,
        RETURNED,
        WITHDRAWN
    }
}
