package org.xinhuo.engine;

import java.util.Map;

/**
 * The decision tables, for code that must not know the engine. An evaluation inside a process step is kept in the
 * history of that process instance, with its inputs and outputs, for the auditor.
 */
public interface Decisions {

    /**
     * Evaluates the latest version of a decision table.
     *
     * @param key the decision's id, which is its file name
     * @param inputs the table's input variables; a value may be null
     * @throws IllegalStateException if no such decision is deployed or the table itself is wrong
     */
    Outcome decide(String key, Map<String, ?> inputs);
}
