package org.xinhuo.notification;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Decisions.Preview;
import org.xinhuo.engine.Outcome;

/**
 * The working hours of each region, as the decision table {@code working-hours} has them now, with its holidays and the
 * days worked for them from {@code working-calendar}.
 */
@Component
class RegionalHours {

    private static final Logger LOG = LoggerFactory.getLogger(RegionalHours.class);

    private static final String TABLE = "working-hours";
    private static final String CALENDAR = "working-calendar";

    private final Decisions decisions;

    RegionalHours(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * The table in force at this moment, to be asked for several regions. Asked for outside of a transaction: a missing
     * table would take it along.
     */
    Function<String, WorkingHours> now() {
        Map<String, WorkingHours> known = new HashMap<>();
        Function<String, SpecialDays> calendar = calendar();
        try {
            Preview table = decisions.preview(TABLE);
            return region ->
                    known.computeIfAbsent(region, asked -> hours(table, asked).with(calendar.apply(asked)));
        } catch (IllegalStateException notDeployed) {
            LOG.warn("There is no table {}: nine to six counts", TABLE, notDeployed);
            return region -> WorkingHours.USUAL;
        }
    }

    private Function<String, SpecialDays> calendar() {
        try {
            Preview table = decisions.preview(CALENDAR);
            return region -> {
                Map<LocalDate, Optional<Boolean>> known = new HashMap<>();
                return day -> known.computeIfAbsent(day, asked -> worked(table, region, asked))
                        .orElse(null);
            };
        } catch (IllegalStateException notDeployed) {
            LOG.warn("There is no table {}: no holidays count", CALENDAR, notDeployed);
            return region -> SpecialDays.NONE;
        }
    }

    /** A day that has a name is not like others of its weekday; which of these are worked, the hours say. */
    private static Optional<Boolean> worked(Preview table, String region, LocalDate day) {
        try {
            Outcome.Row row = table.decide(Map.of(
                            "region",
                            region,
                            "day",
                            day.toString(),
                            "weekday",
                            day.getDayOfWeek().getValue()))
                    .first();
            return row.text("name").isBlank() ? Optional.empty() : Optional.of(row.flag("working"));
        } catch (RuntimeException slip) {
            LOG.warn("Table {} says nothing of {} in region {}: it counts by its weekday", CALENDAR, day, region, slip);
            return Optional.empty();
        }
    }

    /** A slip in the table must not stop the mail of everybody: the usual hours count until it is mended. */
    private static WorkingHours hours(Preview table, String region) {
        try {
            Outcome.Row row = table.decide(Map.of("region", region)).first();
            return new WorkingHours(
                    WorkingHours.days(row.text("days")),
                    LocalTime.parse(row.text("from")),
                    LocalTime.parse(row.text("to")));
        } catch (RuntimeException slip) {
            LOG.warn("Table {} has no working hours for region {}: nine to six counts", TABLE, region, slip);
            return WorkingHours.USUAL;
        }
    }
}
