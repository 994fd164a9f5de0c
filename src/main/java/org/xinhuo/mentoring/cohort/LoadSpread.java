package org.xinhuo.mentoring.cohort;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How evenly mentors are loaded: places taken / capacity over the mentors that have a capacity, three decimals.
 *
 * @param mentors how many there are; the figures are null where there are none
 * @param lowerQuartile by the nearest rank, as the two others
 * @param gini 0 where all are loaded alike, towards 1 where one carries everything; 0 where nobody carries anything
 */
public record LoadSpread(
        int mentors,
        @Nullable BigDecimal min,
        @Nullable BigDecimal lowerQuartile,
        @Nullable BigDecimal median,
        @Nullable BigDecimal upperQuartile,
        @Nullable BigDecimal max,
        @Nullable BigDecimal mean,
        @Nullable BigDecimal gini) {

    private static final int DECIMALS = 3;

    /**
     * Of these mentors; who has no capacity is left out.
     *
     * @param loads places taken, by mentor
     * @param capacities places at all, by mentor
     */
    static LoadSpread of(int[] loads, int[] capacities) {
        double[] shares = new double[loads.length];
        int mentors = 0;
        for (int mentor = 0; mentor < loads.length; mentor++) {
            if (capacities[mentor] > 0) {
                shares[mentors++] = (double) loads[mentor] / capacities[mentor];
            }
        }
        if (mentors == 0) {
            return new LoadSpread(0, null, null, null, null, null, null, null);
        }
        double[] sorted = Arrays.copyOf(shares, mentors);
        Arrays.sort(sorted);
        double sum = 0;
        double weighted = 0;
        for (int rank = 0; rank < mentors; rank++) {
            sum += sorted[rank];
            weighted += (rank + 1) * sorted[rank];
        }
        double gini = sum == 0 ? 0 : (2 * weighted) / (mentors * sum) - (mentors + 1.0) / mentors;
        return new LoadSpread(
                mentors,
                rounded(sorted[0]),
                rounded(quantile(sorted, 0.25)),
                rounded(quantile(sorted, 0.5)),
                rounded(quantile(sorted, 0.75)),
                rounded(sorted[mentors - 1]),
                rounded(sum / mentors),
                rounded(gini));
    }

    private static double quantile(double[] sorted, double part) {
        return sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
    }

    static BigDecimal rounded(double number) {
        BigDecimal plain = BigDecimal.valueOf(number)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
