package org.xinhuo.incentive.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The formulas of a lecturer month (contract, section 6), exact until the last step. */
final class ScoreFormula {

    /** Decimals of what people read. */
    static final int SHOWN = 2;

    /** Far beyond what counts: thirds that add up to a whole come back to it before the last rounding. */
    private static final int GUARD = 20;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private ScoreFormula() {}

    static Components components(MonthCount count, Targets targets) {
        return new Components(
                share(count.held(), targets.shares()),
                count.ratings() == 0
                        ? BigDecimal.ZERO
                        : BigDecimal.TEN
                                .multiply(BigDecimal.valueOf(count.ratingSum()))
                                .divide(BigDecimal.valueOf(count.ratings()), MathContext.DECIMAL128),
                share(count.reuses(), targets.reuse()),
                count.held() == 0 ? BigDecimal.ZERO : share(count.onTime(), count.held()));
    }

    /** Σ weight · component / Σ weight, 0 to 100, rounded half up to two decimals. */
    static BigDecimal score(Components of, Weights by) {
        BigDecimal sum = by.sum();
        if (sum.signum() <= 0) {
            throw new IllegalStateException("the weights of score-weights add up to nothing: " + by);
        }
        return rounded(of.shares()
                .multiply(by.shares())
                .add(of.rating().multiply(by.rating()))
                .add(of.reuse().multiply(by.reuse()))
                .add(of.timeliness().multiply(by.timeliness()))
                .divide(sum, MathContext.DECIMAL128));
    }

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

    /** 100 · min(1, reached / target); a target of nothing is always reached. */
    private static BigDecimal share(int reached, int target) {
        if (reached >= target) {
            return HUNDRED;
        }
        return HUNDRED.multiply(BigDecimal.valueOf(reached)).divide(BigDecimal.valueOf(target), MathContext.DECIMAL128);
    }
}
