package org.xinhuo.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.xinhuo.notification.WorkingHours.Window;

/**
 * When one person wants to be written to.
 *
 * @param urgentAnyTime what is urgent may come outside the hours too
 */
record Rhythm(WorkingHours hours, ZoneId zone, Cadence cadence, boolean urgentAnyTime) {

    private static final Duration HOUR = Duration.ofHours(1);

    /** From when on an urgent notice may go; {@code now} or earlier is "at once". */
    Instant urgentFrom(Instant now) {
        return urgentAnyTime ? now : hours.next(now, zone);
    }

    /**
     * From when on any other notice may go.
     *
     * @param toldAt when it was told
     * @param lastNormal when such notices were last packed for this person, or null
     */
    Instant normalFrom(Instant now, Instant toldAt, @Nullable Instant lastNormal) {
        return switch (cadence) {
            case EACH -> hours.next(now, zone);
            case HOURLY ->
                hours.next(
                        lastNormal == null || lastNormal.plus(HOUR).isBefore(now) ? now : lastNormal.plus(HOUR), zone);
            case DAILY -> daily(now, toldAt, lastNormal);
        };
    }

    private Instant daily(Instant now, Instant toldAt, @Nullable Instant lastNormal) {
        Window day = hours.last(now, zone);
        boolean belongsToIt = toldAt.isBefore(day.start()) && (lastNormal == null || lastNormal.isBefore(day.start()));
        return belongsToIt && now.isBefore(day.end())
                ? now
                : hours.after(now, zone).start();
    }
}
