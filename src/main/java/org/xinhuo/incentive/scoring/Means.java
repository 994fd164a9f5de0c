package org.xinhuo.incentive.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Means of ratings, and how figures are rounded for people. The formulas of the score stand in the database. */
final class Means {

    /** Decimals of what people read. */
    static final int SHOWN = 2;

    /** Far beyond what counts: thirds that add up to a whole come back to it before the last rounding. */
    private static final int GUARD = 20;

    private Means() {}

    /** The raw mean, not rounded, or null without ratings. */
    static @Nullable BigDecimal mean(int sum, int ratings) {
        return ratings == 0
                ? null
                : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(ratings), MathContext.DECIMAL128);
    }

    /** Half up to the two decimals that people read. */
    static BigDecimal rounded(BigDecimal value) {
        return value.setScale(GUARD, RoundingMode.HALF_UP).setScale(SHOWN, RoundingMode.HALF_UP);
    }
}
