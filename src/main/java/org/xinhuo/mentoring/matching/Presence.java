package org.xinhuo.mentoring.matching;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinhuo.mentoring.Substitutions.Away;

/**
 * Days on which a mentor will not be there, as the decision {@code mentor-eligibility} is asked with them; null where
 * nothing is known.
 *
 * @param awayIn days until he is away next; 0: he is away today
 * @param awayFor days, the first and the last included; from today on where he is away already
 * @param leavesIn days until an announced departure
 */
record Presence(
        @Nullable Integer awayIn,
        @Nullable Integer awayFor,
        @Nullable Integer leavesIn) {

    static final Presence ALWAYS = new Presence(null, null, null);

    /** @param times the first one first, none of them over */
    static Presence of(List<Away> times, @Nullable LocalDate leftOn, LocalDate today) {
        Integer leavesIn = leftOn == null ? null : days(today, leftOn);
        if (times.isEmpty()) {
            return new Presence(null, null, leavesIn);
        }
        Away next = times.get(0);
        LocalDate from = next.from().isBefore(today) ? today : next.from();
        return new Presence(days(today, from), days(from, next.until()) + 1, leavesIn);
    }

    private static int days(LocalDate from, LocalDate until) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, until));
    }
}
