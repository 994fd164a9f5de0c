package org.xinhuo.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A time zone as VTIMEZONE, from the same data that Java computes with; what was before the events is left out. */
final class ZoneText {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    /** Where a zone changes without a rule, so many changes are listed. */
    private static final int MOST_CHANGES = 20;

    private ZoneText() {}

    static List<String> lines(ZoneId zone, Instant from) {
        List<String> lines = new ArrayList<>(List.of("BEGIN:VTIMEZONE", "TZID:" + zone.getId()));
        ZoneRules rules = zone.getRules();
        boolean ruled = !rules.getTransitionRules().isEmpty()
                && rules.getTransitionRules().stream().noneMatch(ZoneOffsetTransitionRule::isMidnightEndOfDay);
        if (!ruled) {
            ZoneOffsetTransition last = rules.previousTransition(from);
            if (last == null) {
                ZoneOffset offset = rules.getOffset(from);
                observance(lines, false, LocalDateTime.of(1970, 1, 1, 0, 0), offset, offset, "");
            } else {
                observance(lines, rules, last, "");
            }
            ZoneOffsetTransition next = rules.nextTransition(from);
            for (int count = 0; next != null && count < MOST_CHANGES; count++) {
                observance(lines, rules, next, "");
                next = rules.nextTransition(next.getInstant());
            }
        } else {
            int year = from.atZone(zone).getYear();
            for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
                observance(lines, rules, rule.createTransition(year - 1), yearly(rule));
            }
        }
        lines.add("END:VTIMEZONE");
        return lines;
    }

    private static void observance(List<String> lines, ZoneRules rules, ZoneOffsetTransition change, String rule) {
        observance(
                lines,
                rules.isDaylightSavings(change.getInstant()),
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter(),
                rule);
    }

    private static void observance(
            List<String> lines,
            boolean daylight,
            LocalDateTime begins,
            ZoneOffset before,
            ZoneOffset after,
            String rule) {
        String kind = daylight ? "DAYLIGHT" : "STANDARD";
        lines.add("BEGIN:" + kind);
        lines.add("DTSTART:" + LOCAL.format(begins));
        if (!rule.isEmpty()) {
            lines.add("RRULE:" + rule);
        }
        lines.add("TZOFFSETFROM:" + written(before));
        lines.add("TZOFFSETTO:" + written(after));
        lines.add("END:" + kind);
    }

    private static String yearly(ZoneOffsetTransitionRule rule) {
        DayOfWeek day = rule.getDayOfWeek();
        int indicator = rule.getDayOfMonthIndicator();
        String month = "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue();
        if (day == null) {
            return month + ";BYMONTHDAY=" + indicator;
        }
        String name = day.name().substring(0, 2);
        if (indicator < 0) {
            return month + ";BYDAY=" + indicator + name;
        }
        // The first such weekday on or after a day of the month.
        StringBuilder days = new StringBuilder();
        for (int on = indicator; on < indicator + 7; on++) {
            days.append(days.isEmpty() ? "" : ",").append(on);
        }
        return month + ";BYDAY=" + name + ";BYMONTHDAY=" + days;
    }

    private static String written(ZoneOffset offset) {
        int seconds = Math.abs(offset.getTotalSeconds());
        String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
        String minutes = String.format(Locale.ROOT, "%s%02d%02d", sign, seconds / 3600, seconds / 60 % 60);
        return seconds % 60 == 0 ? minutes : minutes + String.format(Locale.ROOT, "%02d", seconds % 60);
    }
}
