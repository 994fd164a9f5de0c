package org.xinhuo.notification;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When somebody may be written to, on that person's clock.
 *
 * @param days the days on which hours begin, at least one
 * @param to where it is not after {@code from}, on the next day; the same time is around the clock
 */
record WorkingHours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    private static final int DAYS_OF_A_WEEK = 7;

    /** Monday to Friday, nine to six. */
    static final WorkingHours USUAL = new WorkingHours(days("MON-FRI"), LocalTime.of(9, 0), LocalTime.of(18, 0));

    WorkingHours {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("working hours need a day");
        }
        days = EnumSet.copyOf(days);
    }

    /** From the first instant to the one that is no longer in it. */
    record Window(Instant start, Instant end) {}

    /**
     * Weekdays as the decision table writes them: {@code MON-FRI}, {@code SUN-THU}, {@code MON,WED,FRI}.
     *
     * @throws IllegalArgumentException where it is anything else
     */
    static Set<DayOfWeek> days(String written) {
        return Arrays.stream(written.split(","))
                .flatMap(WorkingHours::range)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }

    static String written(Set<DayOfWeek> days) {
        return EnumSet.copyOf(days).stream()
                .map(day -> day.name().substring(0, 3))
                .collect(Collectors.joining(","));
    }

    /** The instant itself where it lies within the hours, else the beginning of the next ones. */
    Instant next(Instant instant, ZoneId zone) {
        Window now = last(instant, zone);
        return instant.isBefore(now.end()) ? instant : after(instant, zone).start();
    }

    boolean contain(Instant instant, ZoneId zone) {
        return next(instant, zone).equals(instant);
    }

    /** The latest hours that have begun, over or not. */
    Window last(Instant instant, ZoneId zone) {
        LocalDate today = instant.atZone(zone).toLocalDate();
        // One day more than a week: of today's, the hour may not have come.
        return IntStream.rangeClosed(0, DAYS_OF_A_WEEK)
                .mapToObj(today::minusDays)
                .filter(day -> days.contains(day.getDayOfWeek()))
                .map(day -> window(day, zone))
                .filter(window -> !window.start().isAfter(instant))
                .findFirst()
                .orElseThrow();
    }

    /** The first hours that begin later than this. */
    Window after(Instant instant, ZoneId zone) {
        LocalDate today = instant.atZone(zone).toLocalDate();
        return IntStream.rangeClosed(0, DAYS_OF_A_WEEK)
                .mapToObj(today::plusDays)
                .filter(day -> days.contains(day.getDayOfWeek()))
                .map(day -> window(day, zone))
                .filter(window -> window.start().isAfter(instant))
                .findFirst()
                .orElseThrow();
    }

    /** A time that the clock skips in spring is the first one after it. */
    private Window window(LocalDate day, ZoneId zone) {
        LocalDate last = to.isAfter(from) ? day : day.plusDays(1);
        return new Window(
                day.atTime(from).atZone(zone).toInstant(),
                last.atTime(to).atZone(zone).toInstant());
    }

    private static Stream<DayOfWeek> range(String written) {
        String[] ends = written.strip().split("-", 2);
        DayOfWeek first = day(ends[0]);
        int length = Math.floorMod(day(ends[ends.length - 1]).getValue() - first.getValue(), DAYS_OF_A_WEEK);
        return IntStream.rangeClosed(0, length).mapToObj(first::plus);
    }

    private static DayOfWeek day(String written) {
        String name = written.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> name.length() >= 3 && day.name().startsWith(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no weekday: " + written));
    }
}
