package org.xinhuo.incentive.performance;

import java.math.BigDecimal;
import java.util.List;

/**
 * What one lecturer brings into the performance review.
 *
 * @param department of the latest of the months, like {@code group}
 * @param months the confirmed months that count, the oldest first; never empty
 * @param score the mean of their scores, 0 to 100, rounded half up to two decimals
 * @param weight by the decision {@code performance-weight}, a fraction of 1
 * @param points {@code weight · mean} from the unrounded mean, rounded half up to two decimals
 * @param decisionKey the decision that set the weight, in {@code decisionVersion}
 */
public record LecturerPerformance(
        String lecturerId,
        String name,
        String department,
        String group,
        List<Month> months,
        BigDecimal score,
        BigDecimal weight,
        BigDecimal points,
        String decisionKey,
        int decisionVersion) {

    /** A confirmed month as it counts now, after its last correction. @param period yyyy-MM */
    public record Month(String period, BigDecimal score, String grade) {}
}
