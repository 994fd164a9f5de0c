package org.xinhuo.incentive.rota;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.UsableAnswer;

/**
 * Which day a day of the rule becomes, by the tables {@code working-calendar} (who works when) and {@code rota-slot}
 * (what happens on a day off).
 */
@Component
class RotaDays {

    private static final String CALENDAR = "working-calendar";
    private static final String SLOT = "rota-slot";

    private static final String UNCLEAR = "unclear";
    private static final Set<String> ACTIONS = Set.of("skip", "nextWorkingDay", "workingDayBefore", "keep");
    private static final int FURTHEST = 10;
    private static final int MOST_DAYS = 60;

    private final Decisions decisions;

    RotaDays(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * What a day of the rule becomes.
     *
     * @param on the day of the share, or null where it is left out
     * @param clear false where the table does not say what becomes of it: then it is left out for now and not for good
     * @param dayOff why it is not the day of the rule; empty for a plain weekend, null where it is that day
     */
    record Day(
            @Nullable LocalDate on,
            boolean clear,
            @Nullable String dayOff,
            int calendarVersion,
            @Nullable Integer slotVersion) {}

    /**
     * @param taken days on which another turn of the group is, or will be by its rule; a day that is moved looks on past
     *     them, so that holidays do not pile one turn on another
     * @param forGood leaves the asking of the tables in the history; without, nothing is written anywhere
     */
    Day of(Rota rota, LocalDate slot, Predicate<LocalDate> taken, boolean forGood) {
        Outcome calendar = calendar(rota.region(), slot, forGood);
        int version = calendar.decision().version();
        if (calendar.first().flag("working")) {
            return new Day(slot, true, null, version, null);
        }
        String name = calendar.first().text("name");
        Map<String, Object> inputs = Map.of("region", rota.region(), "group", rota.group(), "holiday", !name.isEmpty());
        Outcome rule = forGood
                ? decisions.decide(SLOT, inputs)
                : decisions.preview(SLOT).decide(inputs);
        UsableAnswer answer = UsableAnswer.of(rule);
        int furthest = answer.integer("furthest", 0, MOST_DAYS, FURTHEST);
        String action = answer.code("action", ACTIONS, UNCLEAR);
        LocalDate on = switch (action) {
            case "keep" -> slot;
            case "nextWorkingDay" -> working(rota.region(), slot, 1, furthest, taken, forGood);
            case "workingDayBefore" -> working(rota.region(), slot, -1, furthest, taken, forGood);
            default -> null;
        };
        return new Day(
                on, !action.equals(UNCLEAR), name, version, rule.decision().version());
    }

    private @Nullable LocalDate working(
            String region, LocalDate from, int step, int furthest, Predicate<LocalDate> taken, boolean forGood) {
        for (int days = 1; days <= furthest; days++) {
            LocalDate day = from.plusDays((long) step * days);
            if (!taken.test(day) && calendar(region, day, forGood).first().flag("working")) {
                return day;
            }
        }
        return null;
    }

    /** Whether the calendar names any day off of a region within a year. */
    boolean knowsHolidays(String region, LocalDate from) {
        return from.datesUntil(from.plusYears(1)).anyMatch(day -> {
            Outcome answer = calendar(region, day, false);
            return !answer.first().flag("working")
                    && !answer.first().text("name").isEmpty();
        });
    }

    private Outcome calendar(String region, LocalDate day, boolean forGood) {
        return ask(
                CALENDAR,
                Map.of(
                        "region", region,
                        "day", day.toString(),
                        "weekday", day.getDayOfWeek().getValue()),
                forGood);
    }

    private Outcome ask(String table, Map<String, ?> inputs, boolean forGood) {
        return forGood
                ? decisions.decide(table, inputs)
                : decisions.preview(table).decide(inputs);
    }
}
