package org.xinhuo.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.fortuna.ical4j.model.Recur;

/**
 * A rule by which days repeat, written as the value of an RRULE (RFC 5545, 3.3.10): {@code FREQ=MONTHLY;BYDAY=2TU}.
 * Days only; the time of day is the caller's.
 */
public final class Recurrence {

    /** More days than this in one question is a slip. */
    public static final int MOST_DAYS = 400;

    private static final int LONGEST_RULE = 200;

    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");

    private static final Set<String> COUNTED = Set.of("INTERVAL", "COUNT");

    private static final Set<String> PARTS = Set.of(
            "FREQ",
            "INTERVAL",
            "COUNT",
            "UNTIL",
            "BYDAY",
            "BYMONTHDAY",
            "BYMONTH",
            "BYSETPOS",
            "BYWEEKNO",
            "BYYEARDAY",
            "WKST");

    private final String text;
    private final Recur<LocalDate> rule;

    private Recurrence(String text, Recur<LocalDate> rule) {
        this.text = text;
        this.rule = rule;
    }

    /** @throws IllegalArgumentException where it is no rule for days: unknown parts, hours, several times a day */
    public static Recurrence of(String written) {
        String text = written.strip().toUpperCase(Locale.ROOT);
        if (text.length() > LONGEST_RULE) {
            throw new IllegalArgumentException("too long");
        }
        boolean frequency = false;
        for (String part : text.split(";", -1)) {
            String[] nameAndValue = part.split("=", -1);
            if (nameAndValue.length != 2 || !PARTS.contains(nameAndValue[0]) || nameAndValue[1].isBlank()) {
                throw new IllegalArgumentException("not a part of a rule for days: " + part);
            }
            if (COUNTED.contains(nameAndValue[0]) && !nameAndValue[1].matches("[1-9]\\d{0,3}")) {
                throw new IllegalArgumentException("1 or more: " + part);
            }
            if (nameAndValue[0].equals("FREQ")) {
                frequency = FREQUENCIES.contains(nameAndValue[1]);
            }
        }
        if (!frequency) {
            throw new IllegalArgumentException("FREQ must be one of " + FREQUENCIES);
        }
        try {
            Recur<LocalDate> rule = new Recur<>(text);
            // Some slips show only when days are asked for.
            rule.getDates(LocalDate.EPOCH, LocalDate.EPOCH, LocalDate.EPOCH.plusDays(1));
            return new Recurrence(text, rule);
        } catch (DateTimeException | ClassCastException | IndexOutOfBoundsException | NullPointerException slip) {
            throw new IllegalArgumentException("not a rule: " + text, slip);
        }
    }

    /**
     * The days of the rule, in order.
     *
     * @param seed the day that intervals and counts begin with; no day lies before it
     * @param from the first day asked for
     * @param to the last one, itself included
     */
    public List<LocalDate> days(LocalDate seed, LocalDate from, LocalDate to) {
        LocalDate first = from.isBefore(seed) ? seed : from;
        if (to.isBefore(first)) {
            return List.of();
        }
        return rule.getDates(seed, seed, to.plusDays(1)).stream()
                .filter(day -> !day.isBefore(first) && !day.isAfter(to))
                .distinct()
                .sorted()
                .limit(MOST_DAYS)
                .toList();
    }

    @Override
    public String toString() {
        return text;
    }
}
