package org.xinhuo.incentive.opportunity;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One lecturer's application for one training.
 *
 * @param rank from 1, with the figures behind it as they stood at the deadline; null before
 * @param priority 1 comes before 2, by the decision table {@code training-priority}
 * @param grade of the latest month that was confirmed, or empty
 * @param score of that month, 0 to 100, or null
 * @param title held, or empty
 * @param place which of the places; null without one
 */
public record TrainingApplication(
        String offerId,
        String lecturerId,
        String name,
        String reason,
        Instant appliedAt,
        State state,
        @Nullable Integer rank,
        @Nullable Integer priority,
        @Nullable Integer priorityVersion,
        @Nullable String grade,
        @Nullable BigDecimal score,
        @Nullable String title,
        @Nullable Integer trainingsInAYear,
        @Nullable Integer place,
        @Nullable String endedWhy) {

    /** What became of it. */
    public enum State {
        APPLIED,
        PLACED,
        WAITING,
        WITHDRAWN,
        /** Has left the company, or is a lecturer no longer. */
        GONE,
        /** The offer ended without a place for it. */
        UNPLACED;

        /** Whether a place is held or hoped for. */
        public boolean counts() {
            return this == APPLIED || this == PLACED || this == WAITING;
        }
    }
}
