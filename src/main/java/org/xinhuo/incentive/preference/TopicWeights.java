package org.xinhuo.incentive.preference;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.UsableAnswer;
import org.xinhuo.incentive.preference.TopicSuggestion.Kind;

/**
 * What the decision table {@code topic-weights} answered; where its owner slipped, as the product comes.
 *
 * @param back so far back wishes and shares count
 * @param dismissed so long a dismissed topic stays away
 * @param atLeast from so many ratings or people on, figures of others count
 */
record TopicWeights(Map<Kind, BigDecimal> weights, Duration back, Duration dismissed, int atLeast) {

    static final String DECISION = "topic-weights";

    private static final List<String> NAMES = Arrays.stream(Kind.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .toList();

    /** In the order of the kinds. */
    private static final List<BigDecimal> SHIPPED = List.of(
            new BigDecimal("0.35"),
            new BigDecimal("0.25"),
            new BigDecimal("0.15"),
            new BigDecimal("0.1"),
            new BigDecimal("0.15"));

    private static final BigDecimal HEAVIEST = BigDecimal.valueOf(1000);
    private static final int BACK_DAYS = 180;
    private static final int DISMISSED_DAYS = 90;
    private static final int AT_LEAST = 5;
    private static final int LONGEST_DAYS = 3660;
    private static final int MOST = 10_000;

    static TopicWeights of(Outcome outcome) {
        UsableAnswer answer = UsableAnswer.of(outcome);
        List<BigDecimal> each = answer.shares(NAMES, HEAVIEST, SHIPPED);
        Map<Kind, BigDecimal> weights = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            weights.put(kind, each.get(kind.ordinal()));
        }
        return new TopicWeights(
                weights,
                Duration.ofDays(answer.integer("days", 1, LONGEST_DAYS, BACK_DAYS)),
                Duration.ofDays(answer.integer("dismissedDays", 0, LONGEST_DAYS, DISMISSED_DAYS)),
                answer.integer("atLeast", 0, MOST, AT_LEAST));
    }

    BigDecimal weight(Kind kind) {
        return weights.getOrDefault(kind, BigDecimal.ZERO);
    }

    BigDecimal sum() {
        return weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
