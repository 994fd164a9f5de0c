package org.xinhuo.incentive.web;

import org.jspecify.annotations.Nullable;
import org.xinhuo.incentive.reward.RewardEntry;

/** An entry of the ledger as REST shows it; the amount as a decimal text, so that nobody's parser rounds it. */
record RewardView(
        String id,
        String employeeId,
        String period,
        String kind,
        String amount,
        String currency,
        String state,
        Decision decision,
        @Nullable String reversalOf) {

    record Decision(String key, int version) {}

    static RewardView of(RewardEntry entry) {
        return new RewardView(
                entry.id(),
                entry.employeeId(),
                entry.period().toString(),
                entry.kind(),
                entry.amount().toPlainString(),
                entry.currency(),
                entry.state().code(),
                new Decision(entry.decisionKey(), entry.decisionVersion()),
                entry.reversalOf());
    }
}
