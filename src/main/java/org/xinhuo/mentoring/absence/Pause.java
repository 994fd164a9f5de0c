package org.xinhuo.mentoring.absence;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One pause of a mentorship.
 *
 * @param pausedOn the first day, in the company's zone
 * @param lastDay goes on by itself after this day
 * @param resumedOn the day on which it went on; null while it lasts
 */
public record Pause(
        long id,
        String mentorshipId,
        Instant pausedAt,
        LocalDate pausedOn,
        LocalDate lastDay,
        @Nullable LocalDate resumedOn) {}
