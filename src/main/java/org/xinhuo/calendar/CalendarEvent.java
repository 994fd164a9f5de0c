package org.xinhuo.calendar;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One event, as calendars of other programs know it.
 *
 * @param uid the same for every version of the event, whoever gets it
 * @param sequence larger with every change
 * @param stamp when this version was made
 * @param zone on whose clock start and end are written
 * @param url where it takes place online, or null
 */
public record CalendarEvent(
        String uid,
        int sequence,
        Instant stamp,
        Instant start,
        Instant end,
        ZoneId zone,
        String summary,
        String description,
        @Nullable String place,
        @Nullable String url,
        boolean cancelled) {}
