package org.xinhuo.mentoring.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.Outcome.DecisionRef;
import org.xinhuo.people.Employee;

/**
 * What counts how much, from the decision {@code match-weights}.
 *
 * @param exposureFactor how many times his free places a mentor may stand on open shortlists
 * @param decision the table that said so
 */
record Weights(
        BigDecimal expertise,
        BigDecimal experience,
        BigDecimal style,
        BigDecimal rating,
        BigDecimal exposureFactor,
        DecisionRef decision) {

    static Weights of(Outcome outcome) {
        Outcome.Row row = outcome.first();
        return new Weights(
                row.number("expertise"),
                row.number("experience"),
                row.number("style"),
                row.number("rating"),
                row.number("exposureFactor"),
                outcome.decision());
    }

    /** What the table is asked with. */
    static Map<String, Object> inputs(Employee mentee, LocalDate today) {
        return Map.of(
                "newcomer", mentee.hiredOn().plusMonths(12).isAfter(today),
                "department", mentee.department());
    }

    BigDecimal sum() {
        return expertise.add(experience).add(style).add(rating);
    }
}
