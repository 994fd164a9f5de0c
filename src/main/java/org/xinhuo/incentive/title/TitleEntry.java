package org.xinhuo.incentive.title;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One line of somebody's history of titles; never changed.
 *
 * @param period the month from which it holds
 * @param decisionKey {@code lecturer-title} or {@code title-loss}, in the version that decided
 * @param standing what the decision was asked with, or null for lines of before that was kept
 * @param correctionId the correction of a month that brought it about, or null for a confirmed month
 * @param reason why that correction was made, or null
 */
public record TitleEntry(
        long id,
        String lecturerId,
        String title,
        Kind kind,
        YearMonth period,
        String decisionKey,
        int decisionVersion,
        @Nullable Standing standing,
        @Nullable String correctionId,
        @Nullable String reason,
        Instant decidedAt) {

    /** What happened to the title. */
    public enum Kind {
        WON,
        LOST,
        /** A correction took away what had won it. */
        WITHDRAWN,
        /** A correction took away what had lost it. */
        RESTORED;

        /** Whether the title is held from this line on. */
        public boolean gives() {
            return this == WON || this == RESTORED;
        }
    }
}
