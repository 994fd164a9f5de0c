package org.xinhuo.mentoring;

import java.time.Instant;
import java.time.LocalDate;

/** A stage that keeps instants and days in its own tables moves them when a mentorship goes on after a pause. */
public interface MovedDates {

    /**
     * A pause from its first to its last instant. An instant that was still to come moves by the time between, a day
     * by the calendar days between.
     */
    record StoodStill(Instant pausedAt, Instant resumedAt, LocalDate pausedOn, LocalDate resumedOn) {

        /** Calendar days of the company, 0 for a pause within a day. */
        public int days() {
            return Math.toIntExact(resumedOn.toEpochDay() - pausedOn.toEpochDay());
        }
    }

    void move(String mentorshipId, StoodStill pause);
}
