package org.xinhuo.mentoring.coaching;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Cuts a coaching into the periods of a duty. Periods follow each other from the first day, counted from that day (a
 * coaching from 31 January has its months at 28 February, 31 March, …). The first period is always owed and ends with the
 * plan at the latest; every other one is owed only if it ends within the plan. A period that the plan's end had cut
 * short still stands for the whole one: what is done in it is not owed again before the next one begins.
 *
 * @param start first day of the first period
 * @param end last day of the plan
 */
record DutyCalendar(LocalDate start, LocalDate end) {

    /**
     * One period of a duty, first and last day, and the days on which things happen.
     *
     * @param opensOn the task is there from the beginning of this day
     * @param remindOn the mentor is reminded at the beginning of this day
     * @param escalateOn HR is told at the beginning of this day
     */
    record DutyPeriod(LocalDate start, LocalDate dueOn, LocalDate opensOn, LocalDate remindOn, LocalDate escalateOn) {}

    DutyPeriod first(Cadence cadence) {
        LocalDate dueOn = boundary(1, cadence).minusDays(1);
        return period(start, dueOn.isAfter(end) ? end : dueOn, cadence);
    }

    /** The period after the one that was due on a day; none where it does not end within the plan. */
    Optional<DutyPeriod> after(LocalDate dueOn, Cadence cadence) {
        int next = numberAfter(dueOn, cadence);
        LocalDate nextDue = boundary(next + 1, cadence).minusDays(1);
        return nextDue.isAfter(end) ? Optional.empty() : Optional.of(period(boundary(next, cadence), nextDue, cadence));
    }

    /** By when the period is due that is due on a day now: at its own end, or at the plan's where that comes first. */
    LocalDate dueOn(LocalDate now, Cadence cadence) {
        LocalDate whole = boundary(numberAfter(now, cadence), cadence).minusDays(1);
        return whole.isAfter(end) ? end : whole;
    }

    /** The number of the first period that begins after a day. */
    private int numberAfter(LocalDate day, Cadence cadence) {
        int number = 1;
        while (!boundary(number, cadence).isAfter(day)) {
            number++;
        }
        return number;
    }

    /** First day of the period with this number, from 0. */
    private LocalDate boundary(int number, Cadence cadence) {
        return start.plus(cadence.period().multipliedBy(number));
    }

    static DutyPeriod period(LocalDate from, LocalDate dueOn, Cadence cadence) {
        LocalDate firstDayAfter = dueOn.plusDays(1);
        LocalDate opensOn = later(from, firstDayAfter.minus(cadence.opensBefore()));
        return new DutyPeriod(
                from,
                dueOn,
                opensOn,
                later(opensOn, firstDayAfter.minus(cadence.reminderBefore())),
                firstDayAfter.plus(cadence.escalationAfter()));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
