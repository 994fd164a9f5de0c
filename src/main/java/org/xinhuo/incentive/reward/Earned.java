package org.xinhuo.incentive.reward;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.Outcome;

/**
 * One answer of the decision {@code lecturer-reward}. What cannot be is refused with the table, its version and the
 * value, and nobody is paid until its owner has mended it: an amount below nothing would be a deduction that needs no
 * approval, a currency that does not exist a payroll that no bank takes.
 *
 * @param amount two decimals; 0 for a certificate
 * @param currency of ISO 4217
 */
record Earned(String kind, BigDecimal amount, String currency) {

    /** What the ledger's column holds. */
    private static final BigDecimal MOST = new BigDecimal("9999999999.99");

    private static final int LONGEST_KIND = 100;

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /** @throws Refusal for what cannot be */
    static Earned of(Outcome.Row row, Outcome.DecisionRef table) {
        String kind = row.text("kind");
        if (kind.isBlank() || kind.length() > LONGEST_KIND) {
            throw refused("table.kind", table, "kind", kind);
        }
        BigDecimal amount = row.number("amount").setScale(2, RoundingMode.HALF_UP);
        if (amount.signum() < 0 || amount.compareTo(MOST) > 0) {
            throw refused("table.amount", table, "amount", row.text("amount"));
        }
        String currency = row.text("currency");
        if (!CURRENCIES.contains(currency)) {
            throw refused("table.currency", table, "currency", currency);
        }
        return new Earned(kind, amount, currency);
    }

    private static Refusal refused(String code, Outcome.DecisionRef table, String output, String value) {
        return Refusal.conflict(code, table.key(), table.version(), output, value);
    }
}
