package org.xinhuo.mentoring.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.Outcome.DecisionRef;
import org.xinhuo.engine.UsableAnswer;
import org.xinhuo.people.Employee;

/**
 * What counts how much, from the decision {@code match-weights}. Where one of the four weights is missing, negative or
 * above 1000, or all of them are 0, the four that come with the product count, as only their proportions matter; the
 * same goes for the exposure factor by itself.
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

    private static final List<String> FACTORS = List.of("expertise", "experience", "style", "rating");
    private static final List<BigDecimal> SHIPPED =
            List.of(new BigDecimal("0.5"), new BigDecimal("0.2"), new BigDecimal("0.15"), new BigDecimal("0.15"));
    private static final BigDecimal EXPOSURE = BigDecimal.valueOf(3);
    private static final BigDecimal MOST = BigDecimal.valueOf(1000);

    static Weights of(Outcome outcome) {
        UsableAnswer answer = UsableAnswer.of(outcome);
        List<BigDecimal> said = answer.shares(FACTORS, MOST, SHIPPED);
        return new Weights(
                said.get(0),
                said.get(1),
                said.get(2),
                said.get(3),
                answer.number("exposureFactor", BigDecimal.ZERO, MOST, EXPOSURE),
                outcome.decision());
    }

    /**
     * What the table is asked with. Twelve months are what everybody who uses the table has agreed to call a newcomer:
     * as an input of months each mentee would be a question of his own, where now a cohort asks once a department.
     */
    static Map<String, Object> inputs(Employee mentee, LocalDate today) {
        return Map.of(
                "newcomer", mentee.hiredOn().plusMonths(12).isAfter(today),
                "department", mentee.department());
    }

    BigDecimal sum() {
        return expertise.add(experience).add(style).add(rating);
    }
}
