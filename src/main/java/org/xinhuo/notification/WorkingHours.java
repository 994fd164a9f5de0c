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
 * @param special days on which it is otherwise
 */
record WorkingHours(Set<DayOfWeek> days, LocalTime from, LocalTime to, SpecialDays special) {

    /** Above every row of holidays; a calendar in which nobody works for so long is a slip, and does not count. */
    private static final int LONGEST_BREAK = 60;

    private static final int DAYS_OF_A_WEEK = 7;

    /** Monday to Friday, nine to six. */
    static final WorkingHours USUAL = new WorkingHours(days("MON-FRI"), LocalTime.of(9, 0), LocalTime.of(18, 0));

    WorkingHours {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("working hours need a day");
        }
        days = EnumSet.copyOf(days);
    }

    /** Hours of every week, whatever the holidays. */
    WorkingHours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        this(days, from, to, SpecialDays.NONE);
    }

    WorkingHours with(SpecialDays others) {
        return new WorkingHours(days, from, to, others);
    }

    private boolean beginOn(LocalDate day) {
        Boolean worked = special.worked(day);
        return worked == null ? days.contains(day.getDayOfWeek()) : worked;
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
        return IntStream.rangeClosed(0, LONGEST_BREAK)
                .mapToObj(today::minusDays)
                .filter(this::beginOn)
                .map(day -> window(day, zone))
                .filter(window -> !window.start().isAfter(instant))
                .findFirst()
                .orElseGet(() -> with(SpecialDays.NONE).last(instant, zone));
    }

    /** The first hours that begin later than this. */
    Window after(Instant instant, ZoneId zone) {
        LocalDate today = instant.atZone(zone).toLocalDate();
        return IntStream.rangeClosed(0, LONGEST_BREAK)
                .mapToObj(today::plusDays)
                .filter(this::beginOn)
                .map(day -> window(day, zone))
                .filter(window -> window.start().isAfter(instant))
                .findFirst()
                .orElseGet(() -> with(SpecialDays.NONE).after(instant, zone));
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
