package org.xinhuo.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinhuo.base.Refusal;

/**
 * What a decision table answered. Where its owner's version does not answer what is asked, reading it is refused with a
 * sentence that names the table, its version and the output; whoever can do without reads {@link UsableAnswer}.
 *
 * @param decision which table, in which version: stored wherever the answer changes somebody's result
 * @param rows the outputs of each rule that matched, by output name, in the table's order
 * @param failure what is wrong with a table that could not be evaluated; null for all others
 */
public record Outcome(
        DecisionRef decision, List<Row> rows, @Nullable Refusal failure) {

    public Outcome {
        rows = rows.stream().map(row -> new Row(row.outputs(), decision)).toList();
    }

    public Outcome(DecisionRef decision, List<Row> rows) {
        this(decision, rows, null);
    }

    /** @throws Refusal where the table could not be evaluated */
    @Override
    public List<Row> rows() {
        if (failure != null) {
            throw failure;
        }
        return rows;
    }

    /** The same for who can do without; none where the table could not be evaluated, and the log says so. */
    public List<Row> rowsIfAny() {
        if (failure != null) {
            log.warn("{} in version {} cannot be evaluated", decision.key(), decision.version(), failure);
        }
        return rows;
    }

    private static final Logger log = LoggerFactory.getLogger(Outcome.class);

    /**
     * Names a decision in one version.
     *
     * @param key the decision's id
     * @param version the version that the engine counts, from 1
     * @param definitionId the engine's id of that version
     */
    public record DecisionRef(String key, int version, String definitionId) {}

    /**
     * The outputs of one matching rule.
     *
     * @param decision which table, to name it in a refusal; null outside of an outcome
     */
    public record Row(Map<String, Object> outputs, @Nullable DecisionRef decision) {

        public Row(Map<String, Object> outputs) {
            this(outputs, null);
        }

        public @Nullable Object value(String output) {
            return outputs.get(output);
        }

        /** @throws Refusal where the output is missing */
        public String text(String output) {
            Object value = outputs.get(output);
            if (value == null) {
                throw unusable("engine.decisionSilent", output, "");
            }
            return value.toString();
        }

        /** @throws Refusal where the output is missing or no number */
        public BigDecimal number(String output) {
            String value = text(output);
            try {
                return new BigDecimal(value);
            } catch (NumberFormatException noNumber) {
                throw unusable("engine.decisionNotANumber", output, value);
            }
        }

        /** @throws Refusal where the output is missing or no whole number of an int */
        public int integer(String output) {
            BigDecimal number = number(output);
            try {
                return number.intValueExact();
            } catch (ArithmeticException fraction) {
                throw unusable("engine.decisionNotWhole", output, number.toPlainString());
            }
        }

        /** @throws Refusal where the output is missing or neither true nor false */
        public boolean flag(String output) {
            String value = text(output);
            if (!value.equals("true") && !value.equals("false")) {
                throw unusable("engine.decisionNotAFlag", output, value);
            }
            return value.equals("true");
        }

        private Refusal unusable(String code, String output, String value) {
            return Refusal.conflict(
                    code,
                    decision == null ? "?" : decision.key(),
                    decision == null ? 0 : decision.version(),
                    output,
                    value);
        }
    }

    /** The first matching rule. @throws Refusal where none matched */
    public Row first() {
        if (rows().isEmpty()) {
            throw Refusal.conflict("engine.decisionNoRule", decision.key(), decision.version());
        }
        return rows().get(0);
    }
}
