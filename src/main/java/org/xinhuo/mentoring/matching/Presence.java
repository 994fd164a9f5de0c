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
 * @param times when he is away, the first time first; one of which nothing is known where he is always there
 * @param leavesIn days until an announced departure
 */
record Presence(List<Time> times, @Nullable Integer leavesIn) {

    static final Presence ALWAYS = of(List.of(), null, LocalDate.EPOCH);

    /**
     * One time on which he is away.
     *
     * @param in days until then; 0: he is away today
     * @param days the first and the last included; from today on where he is away already
     */
    record Time(@Nullable Integer in, @Nullable Integer days) {}

    /** @param times the first one first, none of them over */
    static Presence of(List<Away> times, @Nullable LocalDate leftOn, LocalDate today) {
        Integer leavesIn = leftOn == null ? null : days(today, leftOn);
        if (times.isEmpty()) {
            return new Presence(List.of(new Time(null, null)), leavesIn);
        }
        return new Presence(times.stream().map(away -> time(away, today)).toList(), leavesIn);
    }

    private static Time time(Away away, LocalDate today) {
        LocalDate from = away.from().isBefore(today) ? today : away.from();
        return new Time(days(today, from), days(from, away.until()) + 1);
    }

    private static int days(LocalDate from, LocalDate until) {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, until));
    }
}
