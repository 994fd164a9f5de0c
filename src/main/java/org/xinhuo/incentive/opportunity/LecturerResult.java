package org.xinhuo.incentive.opportunity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What counts of a lecturer when opportunities are given.
 *
 * @param grade of the latest month that is confirmed in the company, as it was corrected last; empty without one
 * @param score of that month, 0 to 100, or null
 * @param title held now, or empty
 * @param trainingsInAYear external trainings with a place in the last twelve months
 */
record LecturerResult(
        String lecturerId,
        String name,
        String grade,
        @Nullable BigDecimal score,
        String title,
        int trainingsInAYear) {}
