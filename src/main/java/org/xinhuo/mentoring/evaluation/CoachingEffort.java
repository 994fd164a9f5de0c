package org.xinhuo.mentoring.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What was put into a coaching. A month is a twelfth of 365.25 days and a week seven days; a coaching that is younger
 * than one month or week counts as one, so that the first talk does not look like thirty. Six decimals, half up.
 *
 * @param minutes of guidance so far
 * @param contacts days on which the two had a talk or wrote to each other
 * @param days from the first day of the coaching to the last one that counts, both included
 */
record CoachingEffort(int minutes, int contacts, long days) {

    private static final BigDecimal DAYS_A_MONTH = new BigDecimal("30.4375");
    private static final BigDecimal DAYS_A_WEEK = BigDecimal.valueOf(7);
    private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(60);

    static CoachingEffort between(LocalDate startedOn, LocalDate lastDay, int minutes, int contacts) {
        return new CoachingEffort(minutes, contacts, ChronoUnit.DAYS.between(startedOn, lastDay) + 1);
    }

    BigDecimal hoursPerMonth() {
        return a(BigDecimal.valueOf(minutes), DAYS_A_MONTH)
                .divide(MINUTES_AN_HOUR, Growth.DECIMALS, RoundingMode.HALF_UP);
    }

    BigDecimal contactsPerWeek() {
        return a(BigDecimal.valueOf(contacts), DAYS_A_WEEK).setScale(Growth.DECIMALS, RoundingMode.HALF_UP);
    }

    private BigDecimal a(BigDecimal amount, BigDecimal unit) {
        BigDecimal units = BigDecimal.valueOf(days).max(unit);
        return amount.multiply(unit).divide(units, 12, RoundingMode.HALF_UP);
    }
}
