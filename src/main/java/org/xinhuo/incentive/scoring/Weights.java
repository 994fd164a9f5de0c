package org.xinhuo.incentive.scoring;

import java.math.BigDecimal;

/**
 * How much each component weighs, by the decision {@code score-weights}; the score divides by their sum.
 *
 * @param version the version of the decision
 */
public record Weights(BigDecimal shares, BigDecimal rating, BigDecimal reuse, BigDecimal timeliness, int version) {

    /** The same numbers, whatever the version. */
    boolean same(Weights other) {
        return shares.compareTo(other.shares) == 0
                && rating.compareTo(other.rating) == 0
                && reuse.compareTo(other.reuse) == 0
                && timeliness.compareTo(other.timeliness) == 0;
    }

    BigDecimal sum() {
        return shares.add(rating).add(reuse).add(timeliness);
    }
}
