package org.xinhuo.incentive.rota;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.xinhuo.calendar.Recurrence;

/**
 * By which rule the lecturers of a group share by turn.
 *
 * @param active plans by itself
 * @param beginsOn what intervals of the rule count from
 * @param startsAt on the clock of the zone
 * @param region an input of the table {@code working-calendar}
 * @param audience see {@link org.xinhuo.incentive.invitation.Audiences}
 * @param horizonDays how far ahead it plans
 * @param lecturers how many share on a day of the rule, each in a share of the own
 */
public record Rota(
        String group,
        boolean active,
        Recurrence rule,
        LocalDate beginsOn,
        LocalTime startsAt,
        int minutes,
        ZoneId zone,
        String region,
        @Nullable String place,
        @Nullable String audience,
        int horizonDays,
        int lecturers) {

    /** Most lecturers on one day of the rule. */
    public static final int MOST_LECTURERS = 50;

    /** Furthest that a rota plans ahead. */
    public static final int LONGEST_HORIZON = 400;

    Duration length() {
        return Duration.ofMinutes(minutes);
    }
}
