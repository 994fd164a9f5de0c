package org.xinhuo.incentive.reward;

import org.xinhuo.base.Refusal;

/** Why somebody changes what stands in the ledger; it stays there. */
final class Reason {

    private static final int LONGEST = 1000;

    private Reason() {}

    /** @throws Refusal where there is none, too long a one, or one with a zero byte, which no database keeps */
    static String of(String given) {
        if (given.isBlank() || given.length() > LONGEST || given.indexOf('\0') >= 0) {
            throw Refusal.invalid("reason", "incentive.reasonNeeded", LONGEST);
        }
        return given.strip();
    }
}
