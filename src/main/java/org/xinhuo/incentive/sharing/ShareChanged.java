package org.xinhuo.incentive.sharing;

import org.jspecify.annotations.Nullable;

/**
 * A share is not what it was; heard in the same transaction.
 *
 * @param formerLecturerId who gave it before, where that has changed
 * @param reason as somebody wrote it, or null
 */
public record ShareChanged(
        String shareId,
        Kind kind,
        @Nullable String formerLecturerId,
        @Nullable String reason) {

    /** What has changed. */
    public enum Kind {
        PLANNED,
        PASSED_ON,
        MOVED,
        CANCELLED
    }
}
