package org.xinhuo.incentive.fairness;

/** The standard normal distribution. */
final class Normal {

    private Normal() {}

    /** The chance of more than {@code z}, by a continued fraction far out and the series of the middle near 0. */
    static double above(double z) {
        if (z < 0) {
            return 1 - above(-z);
        }
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        if (z < 3) {
            double term = z;
            double sum = z;
            for (int k = 1; term > 1e-17 * sum; k++) {
                term *= z * z / (2 * k + 1);
                sum += term;
            }
            return 0.5 - density * sum;
        }
        double fraction = z;
        for (int k = 60; k > 0; k--) {
            fraction = z + k / fraction;
        }
        return density / fraction;
    }

    /** How many standard deviations to both sides of the mean hold this share of all: 1.645 for 0.9. */
    static double halfWidth(double share) {
        double low = 0;
        double high = 40;
        for (int step = 0; step < 100; step++) {
            double middle = (low + high) / 2;
            if (1 - 2 * above(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
