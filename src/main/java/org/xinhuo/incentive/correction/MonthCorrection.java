package org.xinhuo.incentive.correction;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;

/**
 * One correction of one confirmed month. The id is the business key of {@code month-correction}.
 *
 * @param number within its period, from 1
 * @param rules by which decision tables
 * @param requestedBy null where the application itself did
 * @param decidedBy null while it is open, and where nobody answered
 */
public record MonthCorrection(
        String id,
        YearMonth period,
        int number,
        State state,
        Rules rules,
        String reason,
        @Nullable String requestedBy,
        Instant requestedAt,
        @Nullable Instant computedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String remark) {

    /** What is computed anew, and by which decision tables. */
    public enum Rules {
        /** Results and rewards, by the tables as the month was confirmed with: only facts were wrong. */
        CONFIRMED,
        /** Results and rewards, by the tables of today. */
        CURRENT,
        /** Rewards alone, by the table of today; every result stays as it was confirmed. */
        REWARDS;

        /** As REST, Tasklist and the database write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws Refusal for anything but one of these words; nothing at all means {@link #CONFIRMED} */
        public static Rules of(@Nullable String code) {
            if (code == null || code.isBlank()) {
                return CONFIRMED;
            }
            return Arrays.stream(values())
                    .filter(rules -> rules.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid("rules", "correction.unknownRules", code));
        }
    }

    /** Whether by the tables as the month was confirmed with; otherwise by those of today. */
    public boolean asConfirmed() {
        return rules == Rules.CONFIRMED;
    }

    /** @throws Refusal where nobody has confirmed it: no step carries it out then, whichever way it was reached */
    public void expectConfirmed() {
        if (state != State.CONFIRMED) {
            throw Refusal.conflict("correction.notConfirmedYet", id);
        }
    }

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
