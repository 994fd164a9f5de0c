package org.xinhuo.engine;

import java.util.Map;

/**
 * The decision tables, for code that must not know the engine. An evaluation inside a process step is kept in the
 * history of that process instance, with its inputs and outputs, for the auditor.
 */
public interface Decisions {

    /**
     * Evaluates the latest version of a decision table. Where that table itself fails, the outcome says so as soon as
     * its rows are read. In a read-only transaction nothing is decided, and nothing kept.
     *
     * @param key the decision's id, which is its file name
     * @param inputs the table's input variables; a value may be null
     * @throws IllegalStateException if no such decision is deployed
     */
    Outcome decide(String key, Map<String, ?> inputs);

    /**
     * Evaluates an earlier version of a decision table, for what must follow the table as it was then.
     *
     * @throws IllegalStateException if there is no such version
     * @throws org.xinhuo.base.Refusal where the table itself fails, with what is wrong with it
     */
    default Outcome decide(String key, int version, Map<String, ?> inputs) {
        return preview(key, version).decide(inputs);
    }

    /**
     * The latest version of a decision table, to be asked many times without a trace in the history: for figures that
     * are shown and not stored. What changes somebody's result is asked through {@link #decide}.
     *
     * @throws IllegalStateException if no such decision is deployed
     */
    Preview preview(String key);

    /**
     * The latest version of a decision table.
     *
     * @throws IllegalStateException if no such decision is deployed
     */
    default Outcome.DecisionRef newest(String key) {
        return preview(key).decide(Map.of()).decision();
    }

    /**
     * The same of an earlier version: for figures that must follow the table as it was then.
     *
     * @throws IllegalStateException if there is no such version
     */
    Preview preview(String key, int version);

    /** One version of a decision table that answers without being recorded. */
    @FunctionalInterface
    interface Preview {

        /** @param inputs the table's input variables; a value may be null */
        Outcome decide(Map<String, ?> inputs);

        /**
         * Inputs that this version certainly answers like these, the same for all that are alike: a whole number beyond
         * every number that the table names stands for all such. Who asks for thousands asks once for each of these.
         */
        default Map<String, ?> alike(Map<String, ?> inputs) {
            return inputs;
        }
    }
}
