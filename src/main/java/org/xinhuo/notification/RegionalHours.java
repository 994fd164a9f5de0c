package org.xinhuo.notification;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Decisions.Preview;
import org.xinhuo.engine.Outcome;

/** The working hours of each region, as the decision table {@code working-hours} has them now. */
@Component
class RegionalHours {

    private static final Logger LOG = LoggerFactory.getLogger(RegionalHours.class);

    private static final String TABLE = "working-hours";

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
        try {
            Preview table = decisions.preview(TABLE);
            return region -> known.computeIfAbsent(region, asked -> hours(table, asked));
        } catch (IllegalStateException notDeployed) {
            LOG.warn("There is no table {}: nine to six counts", TABLE, notDeployed);
            return region -> WorkingHours.USUAL;
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
