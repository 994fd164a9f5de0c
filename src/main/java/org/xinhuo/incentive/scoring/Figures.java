package org.xinhuo.incentive.scoring;

/**
 * The counts that a score is made of.
 *
 * @param held shares held whose reported minutes reach the target
 * @param onTime those of them whose content came at least 24 hours before the start
 * @param ratings all ratings given to the month's shares
 * @param ratingSum the sum of their scores
 * @param reuses distinct reuses
 */
public record Figures(int held, int onTime, int ratings, int ratingSum, int reuses) {}
