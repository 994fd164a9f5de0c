package org.xinhuo.incentive.reward;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger and where it stands.
 *
 * @param kind {@code training-allowance}, {@code excellence-bonus} or {@code knowledge-contribution}
 * @param amount in {@code currency}, two decimals; 0 for a certificate, negative for a reversal
 * @param decisionKey the decision that granted it, in {@code decisionVersion}
 * @param reversalOf the entry that this one takes back, or null
 * @param replaces the entry of the same person, period and kind in whose place this one stands, or null
 * @param reversed whether another entry takes this one back
 * @param basis on what it was decided; null for reversals and for entries older than this was kept
 * @param correctionVersion of the decision {@code reward-correction} behind it; null where no correction made it
 * @param reason why it was reversed or corrected; null for what a review granted
 * @param enteredBy null: by rule
 * @param paidIn the payroll month whose file it stands in, or null
 */
public record RewardEntry(
        String id,
        String employeeId,
        YearMonth period,
        String kind,
        BigDecimal amount,
        String currency,
        State state,
        String decisionKey,
        int decisionVersion,
        @Nullable String reversalOf,
        @Nullable String replaces,
        boolean reversed,
        @Nullable RewardBasis basis,
        @Nullable Integer correctionVersion,
        @Nullable String reason,
        @Nullable String enteredBy,
        Instant enteredAt,
        @Nullable YearMonth paidIn) {

    /** Where an entry stands; each state is reached once. */
    public enum State {
        /** Written into the ledger. */
        GRANTED,
        /** By HR, or by rule. */
        APPROVED,
        /** By HR: nothing is paid. */
        REJECTED,
        /** By a correction, before anything was credited: no longer due. */
        WITHDRAWN,
        /** Waits for the payroll or was paid with it; a certificate is in the honours. */
        CREDITED;

        /** As REST writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the person has it or may still get it: neither taken back nor rejected nor withdrawn. */
    public boolean stands() {
        return reversalOf == null && !reversed && state != State.REJECTED && state != State.WITHDRAWN;
    }

    /** Whether it is on its way to its credit, so that something has to carry it on. */
    boolean isUnderWay() {
        return stands() && state != State.CREDITED;
    }

    /** Whether the person has been given it for good: paid, or a certificate in the honours. */
    boolean settled() {
        return amount.signum() == 0 ? state == State.CREDITED : paidIn != null;
    }
}
