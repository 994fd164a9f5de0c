package org.xinhuo.incentive.scoring;

import java.math.BigDecimal;

/**
 * How much each component weighs, by the decision {@code score-weights}; the score divides by their sum.
 *
 * @param version the version of the decision
 */
public record Weights(BigDecimal shares, BigDecimal rating, BigDecimal reuse, BigDecimal timeliness, int version) {

    BigDecimal sum() {
        return shares.add(rating).add(reuse).add(timeliness);
    }
}
