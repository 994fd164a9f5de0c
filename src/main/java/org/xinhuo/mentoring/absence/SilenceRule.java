package org.xinhuo.mentoring.absence;

import java.time.Period;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.UsableAnswer;

/**
 * What the table {@code silence-rule} says. Each period is a day at least and a year at most; for a value that is none,
 * what comes with the product counts.
 *
 * @param silenceAfter after how long without contact the two are asked how it goes
 * @param hrAfter how long they have to answer before HR is told
 * @param hrAgainAfter how long after that HR is reminded, again and again, while there is no contact
 * @param hrAgainAtMost how often HR is reminded at most, 0 to 52; as often as it comes with the product by a table of
 *     before, which says nothing about it
 */
record SilenceRule(Period silenceAfter, Period hrAfter, Period hrAgainAfter, int hrAgainAtMost) {

    static final String DECISION = "silence-rule";

    private static final SilenceRule SHIPPED =
            new SilenceRule(Period.ofDays(30), Period.ofDays(7), Period.ofDays(7), 4);

    private static final int WEEKS_OF_A_YEAR = 52;

    static SilenceRule of(Outcome outcome) {
        UsableAnswer answer = UsableAnswer.of(outcome);
        return new SilenceRule(
                answer.period("silenceAfter", SHIPPED.silenceAfter),
                answer.period("hrAfter", SHIPPED.hrAfter),
                answer.has("hrAgainAfter") ? answer.period("hrAgainAfter", SHIPPED.hrAgainAfter) : SHIPPED.hrAgainAfter,
                answer.has("hrAgainAtMost")
                        ? answer.integer("hrAgainAtMost", 0, WEEKS_OF_A_YEAR, SHIPPED.hrAgainAtMost)
                        : SHIPPED.hrAgainAtMost);
    }
}
