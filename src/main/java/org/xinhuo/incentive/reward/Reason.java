package org.xinhuo.incentive.reward;

import org.xinhuo.base.Refusal;

/** Why somebody changes what stands in the ledger; it stays there. */
final class Reason {

    private static final int LONGEST = 1000;

    private Reason() {}

    /** @throws Refusal where there is none, or too long a one */
    static String of(String given) {
        if (given.isBlank() || given.length() > LONGEST) {
            throw Refusal.invalid("reason", "incentive.reasonNeeded", LONGEST);
        }
        return given.strip();
    }
}
