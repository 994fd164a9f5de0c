package org.xinhuo.people;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A figure of somebody's work in one month.
 *
 * @param higherIsBetter on which side of the target the value should be
 * @param competency the competency that this figure speaks of, or null
 */
public record WorkMetric(
        String metric,
        YearMonth period,
        BigDecimal value,
        BigDecimal target,
        boolean higherIsBetter,
        @Nullable String competency) {}
