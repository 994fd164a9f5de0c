package org.xinhuo.incentive.reward;

import java.math.BigDecimal;
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
        @Nullable String reversalOf) {

    /** Where an entry stands; each state is reached once. */
    public enum State {
        /** Written into the ledger. */
        GRANTED,
        /** By HR, or by rule. */
        APPROVED,
        /** By HR: nothing is paid. */
        REJECTED,
        /** On the payroll file of its period, or in the honours. */
        CREDITED;

        /** As REST writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
