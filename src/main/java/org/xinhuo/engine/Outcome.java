package org.xinhuo.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * What a decision table answered.
 *
 * @param decision which table, in which version: stored wherever the answer changes somebody's result
 * @param rows the outputs of each rule that matched, by output name, in the table's order
 */
public record Outcome(DecisionRef decision, List<Row> rows) {

    /**
     * Names a decision in one version.
     *
     * @param key the decision's id
     * @param version the version that the engine counts, from 1
     * @param definitionId the engine's id of that version
     */
    public record DecisionRef(String key, int version, String definitionId) {}

    /** The outputs of one matching rule. */
    public record Row(Map<String, Object> outputs) {

        public @Nullable Object value(String output) {
            return outputs.get(output);
        }

        public String text(String output) {
            return required(output).toString();
        }

        public BigDecimal number(String output) {
            return new BigDecimal(required(output).toString());
        }

        public int integer(String output) {
            return number(output).intValueExact();
        }

        public boolean flag(String output) {
            return Boolean.parseBoolean(required(output).toString());
        }

        private Object required(String output) {
            Object value = outputs.get(output);
            if (value == null) {
                throw new NoSuchElementException("the decision gave no output named " + output + ": " + outputs);
            }
            return value;
        }
    }

    /** The first matching rule. @throws NoSuchElementException where none matched */
    public Row first() {
        if (rows.isEmpty()) {
            throw new NoSuchElementException("no rule of decision " + decision.key() + " matched");
        }
        return rows.get(0);
    }
}
