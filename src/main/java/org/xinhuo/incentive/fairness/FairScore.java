package org.xinhuo.incentive.fairness;

import java.math.BigDecimal;

/**
 * The adjusted mean of a lecturer month.
 *
 * @param mean 1 to 10, six decimals: strict and lenient raters levelled, few raters shrunk towards the month's mean
 * @param low the lower end of the interval that holds the true value with the probability {@code level}
 * @param rawMean of all ratings of the month, beside it
 * @param leniency how lenient (above 0) or strict (below) its raters are on average, in points
 * @param raters different people
 * @param method {@code crossed-effects}, or {@code shrunk} where there were too few marks to know raters' severities
 */
public record FairScore(
        String lecturerId,
        BigDecimal mean,
        BigDecimal low,
        BigDecimal high,
        BigDecimal level,
        BigDecimal rawMean,
        BigDecimal leniency,
        int raters,
        String method) {}
