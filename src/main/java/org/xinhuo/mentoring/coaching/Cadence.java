package org.xinhuo.mentoring.coaching;

import java.time.LocalDate;
import java.time.Period;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.Outcome.DecisionRef;
import org.xinhuo.engine.UsableAnswer;

/**
 * How often a duty comes and when its task arrives, is reminded and is escalated; from the decision table duty-cadence.
 * Where that gives no usable period, of ten years at most, what comes with the product counts.
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

    private static final int LONGEST_DAYS = 3660;

    static Cadence of(DutyKind kind, Outcome outcome) {
        UsableAnswer answer = UsableAnswer.of(outcome);
        Cadence shipped = shipped(kind, outcome.decision());
        return new Cadence(
                answer.period("period", 1, LONGEST_DAYS, shipped.period),
                answer.period("opensBefore", 0, LONGEST_DAYS, shipped.opensBefore),
                answer.period("reminderBefore", 0, LONGEST_DAYS, shipped.reminderBefore),
                answer.period("escalationAfter", 0, LONGEST_DAYS, shipped.escalationAfter),
                answer.has("filingAfter")
                        ? answer.period("filingAfter", 0, LONGEST_DAYS, shipped.filingAfter)
                        : Period.ZERO,
                outcome.decision());
    }

    private static Cadence shipped(DutyKind kind, DecisionRef decision) {
        Period filing = Period.ofDays(5);
        return switch (kind) {
            case DEEP_GUIDANCE ->
                new Cadence(
                        Period.ofMonths(1), Period.ofMonths(1), Period.ofDays(7), Period.ofDays(3), filing, decision);
            case ABILITY_EVALUATION ->
                new Cadence(
                        Period.ofMonths(3), Period.ofDays(14), Period.ofDays(7), Period.ofDays(3), filing, decision);
            case EXPERIENCE_SHARING ->
                new Cadence(
                        Period.ofYears(1), Period.ofDays(30), Period.ofDays(14), Period.ofDays(7), filing, decision);
        };
    }
}
