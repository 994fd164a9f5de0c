package org.xinhuo.engine;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.jspecify.annotations.Nullable;
import org.xinhuo.base.Refusal;

/**
 * Refuses expressions in queries before any is evaluated. Camunda 7.24 forbids them in ad-hoc queries only at the first
 * level and evaluates what stands in nested {@code orQueries}, and everything in saved filters (CVE-2026-109432): whoever
 * may ask for tasks could run code.
 */
final class QueryGuard {

    /** All that a saved filter may ask for: who is asking, and which groups that person is in. */
    private static final Pattern HARMLESS = Pattern.compile("\\s*[$#]\\{\\s*currentUser(Groups)?\\(\\s*\\)\\s*}\\s*");

    private QueryGuard() {}

    /** A query that somebody asks now, or that narrows a saved filter: no expression at any depth. */
    static void refuseExpressions(@Nullable Object query) {
        check(query, true, visited());
    }

    /** A query that is saved or was saved: no expression at any depth but the harmless two. */
    static void refuseHarmfulExpressions(@Nullable Object query) {
        check(query, false, visited());
    }

    private static void check(@Nullable Object query, boolean all, Set<Object> visited) {
        if (!(query instanceof AbstractQuery<?, ?> known) || !visited.add(query)) {
            return;
        }
        for (Map.Entry<String, String> expression : known.getExpressions().entrySet()) {
            if (all || !HARMLESS.matcher(expression.getValue()).matches()) {
                throw Refusal.invalid(expression.getKey(), "engine.noExpressions", expression.getKey());
            }
        }
        if (query instanceof TaskQueryImpl tasks) {
            // The list holds the query itself and those that are joined by "or"; these may hold further ones.
            tasks.getQueries().forEach(nested -> check(nested, all, visited));
        }
    }

    private static Set<Object> visited() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
