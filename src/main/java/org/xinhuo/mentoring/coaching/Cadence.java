package org.xinhuo.mentoring.coaching;

import java.time.LocalDate;
import java.time.Period;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.Outcome.DecisionRef;

/**
 * How often a duty comes and when its task arrives, is reminded and is escalated; from the decision table duty-cadence.
 *
 * @param period one duty each
 * @param opensBefore the task arrives so long before the end of the period, but not before its start
 * @param reminderBefore so long before the end of the period the mentor is reminded
 * @param escalationAfter so long after the end of the period HR is told
 * @param filingAfter so long after the end of the coaching what was done in it may be written down; not at all where
 *     the table does not say it
 */
record Cadence(
        Period period,
        Period opensBefore,
        Period reminderBefore,
        Period escalationAfter,
        Period filingAfter,
        DecisionRef decision) {

    Cadence {
        LocalDate anyDay = LocalDate.EPOCH;
        if (!anyDay.plus(period).isAfter(anyDay)) {
            throw new IllegalStateException("duty-cadence gives a period that does not pass: " + period);
        }
    }

    static Cadence of(Outcome outcome) {
        Outcome.Row row = outcome.first();
        return new Cadence(
                Period.parse(row.text("period")),
                Period.parse(row.text("opensBefore")),
                Period.parse(row.text("reminderBefore")),
                Period.parse(row.text("escalationAfter")),
                row.outputs().get("filingAfter") instanceof String filing ? Period.parse(filing) : Period.ZERO,
                outcome.decision());
    }
}
