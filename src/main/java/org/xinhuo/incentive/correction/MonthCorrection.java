package org.xinhuo.incentive.correction;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One correction of one confirmed month. The id is the business key of {@code month-correction}.
 *
 * @param number within its period, from 1
 * @param asConfirmed by the decision tables as the month was confirmed with; otherwise by those of today
 * @param requestedBy null where the application itself did
 * @param decidedBy null while it is open, and where nobody answered
 */
public record MonthCorrection(
        String id,
        YearMonth period,
        int number,
        State state,
        boolean asConfirmed,
        String reason,
        @Nullable String requestedBy,
        Instant requestedAt,
        @Nullable Instant computedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String remark) {

    /** What became of it. */
    public enum State {
        OPEN,
        /** Computed anew, everybody has the same result. */
        NOTHING,
        CONFIRMED,
        REFUSED,
        /** Nobody answered in time. */
        LAPSED
    }
}
