package org.xinhuo.mentoring.matching;

import java.math.BigDecimal;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.Outcome.DecisionRef;

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

    BigDecimal sum() {
        return expertise.add(experience).add(style).add(rating);
    }
}
