package org.xinhuo.incentive.scoring;

/**
 * What the tables hold of one lecturer's month, counted.
 *
 * @param held shares held whose reported minutes reach the target
 * @param onTime those of them whose content came at least 24 hours before the start
 * @param ratings all ratings given to the month's shares
 * @param ratingSum the sum of their scores
 * @param raters the different people who gave them
 * @param reuses distinct reuses of the month's content
 */
record MonthCount(
        String lecturerId,
        String name,
        String department,
        String group,
        int held,
        int onTime,
        int ratings,
        int ratingSum,
        int raters,
        int reuses) {}
