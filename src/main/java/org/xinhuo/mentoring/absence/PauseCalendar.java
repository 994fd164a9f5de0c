package org.xinhuo.mentoring.absence;

import java.time.LocalDate;
import java.util.List;

/**
 * Where days that two agreed on fall once they have been away: a day that lay ahead when a pause began moves by the
 * calendar days of the pause. What was agreed stays as it was written; only what counts moves.
 *
 * @param pauses those that began after the agreement, the oldest first
 */
public record PauseCalendar(List<Pause> pauses) {

    /** Nothing moves. */
    public static final PauseCalendar EMPTY = new PauseCalendar(List.of());

    /** The day that counts instead of the agreed one; during a pause it is always still to come. */
    public LocalDate moved(LocalDate agreed, LocalDate today) {
        LocalDate day = agreed;
        for (Pause pause : pauses) {
            if (!day.isBefore(pause.pausedOn())) {
                LocalDate back = pause.resumedOn() == null ? today.plusDays(1) : pause.resumedOn();
                day = day.plusDays(back.toEpochDay() - pause.pausedOn().toEpochDay());
            }
        }
        return day;
    }
}
