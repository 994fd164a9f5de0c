package org.xinhuo.mentoring.coaching;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One duty of one period.
 *
 * @param dueOn last day of the period
 * @param opensAt when its task may arrive
 * @param dueAt first instant at which it is late
 * @param state what became of it
 */
public record Duty(
        long id,
        DutyKind kind,
        LocalDate periodStart,
        LocalDate dueOn,
        Instant opensAt,
        Instant remindAt,
        Instant dueAt,
        Instant escalateAt,
        State state) {

    /** What became of it. */
    public enum State {
        OWED,
        DONE,
        /** Its period passed without it; a talk that is written down later makes up for it, and it stays missed. */
        MISSED,
        /** The coaching was cut short before it was due. */
        LAPSED
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(periodStart) && !day.isAfter(dueOn);
    }
}
