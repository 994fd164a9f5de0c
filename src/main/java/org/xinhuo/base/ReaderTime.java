package org.xinhuo.base;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Dates and times as one reader sees them: in the reader's language and time zone, and counted from the reader's now.
 *
 * @param now the instant that "in two days" counts from
 */
public record ReaderTime(Texts texts, Locale locale, ZoneId zone, Instant now) {

    /** A day, such as "2026年3月31日" or "Mar 31, 2026". */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /** A day with its weekday, such as "2026年3月31日星期二". */
    public String weekday(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(day);
    }

    /** A day and a time to the minute, on the reader's clock. */
    public String moment(Instant at) {
        return withClock(at, "HH:mm");
    }

    /** A day and a time to the second, for histories where much happens in a minute. */
    public String exactMoment(Instant at) {
        return withClock(at, "HH:mm:ss");
    }

    /** Until when something is due: what is due by the end of a day is due on that day, at no time of it. */
    public String due(Instant at) {
        return endsADay(at) ? day(lastBefore(at).atZone(zone).toLocalDate()) : moment(at);
    }

    /** How far away that is, by the same rule. */
    public String relativeDue(Instant at) {
        return relative(endsADay(at) ? lastBefore(at) : at);
    }

    private boolean endsADay(Instant at) {
        return at.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private static Instant lastBefore(Instant at) {
        return at.minusMillis(1);
    }

    /** Twenty-four hours in every language: nobody mistakes them. */
    private String withClock(Instant at, String clock) {
        ZonedDateTime there = at.atZone(zone);
        return day(there.toLocalDate()) + " "
                + DateTimeFormatter.ofPattern(clock, locale).format(there);
    }

    public LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    /** How far away an instant is, by the reader's calendar: "in 3 days", "yesterday", "2 hours ago". */
    public String relative(Instant at) {
        boolean past = at.isBefore(now);
        long minutes = Math.max(1, Duration.between(now, at).abs().toMinutes());
        if (minutes < 60) {
            return say(past, "Minutes", minutes);
        }
        long days = Math.abs(ChronoUnit.DAYS.between(today(), at.atZone(zone).toLocalDate()));
        return days == 0 ? say(past, "Hours", minutes / 60) : say(past, "Days", days);
    }

    private String say(boolean past, String unit, long amount) {
        return texts.text(locale, (past ? "time.ago" : "time.in") + unit, amount);
    }
}
