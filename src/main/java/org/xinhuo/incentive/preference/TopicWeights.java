package org.xinhuo.incentive.preference;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.xinhuo.engine.Outcome;
import org.xinhuo.incentive.preference.TopicSuggestion.Kind;

/**
 * What the decision table {@code topic-weights} answered.
 *
 * @param back so far back wishes and shares count
 * @param dismissed so long a dismissed topic stays away
 * @param atLeast from so many ratings or people on, figures of others count
 */
record TopicWeights(Map<Kind, BigDecimal> weights, Duration back, Duration dismissed, int atLeast) {

    static final String DECISION = "topic-weights";

    static TopicWeights of(Outcome.Row row) {
        Map<Kind, BigDecimal> weights = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            weights.put(kind, row.number(kind.name().toLowerCase(Locale.ROOT)).max(BigDecimal.ZERO));
        }
        return new TopicWeights(
                weights,
                Duration.ofDays(row.integer("days")),
                Duration.ofDays(row.integer("dismissedDays")),
                row.integer("atLeast"));
    }

    BigDecimal weight(Kind kind) {
        return weights.getOrDefault(kind, BigDecimal.ZERO);
    }

    BigDecimal sum() {
        return weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
