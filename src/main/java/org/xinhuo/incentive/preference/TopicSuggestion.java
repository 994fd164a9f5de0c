package org.xinhuo.incentive.preference;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A topic for a lecturer, with why.
 *
 * @param score Σ weight · value / Σ weight, 0 to 1, rounded half up to four decimals
 * @param reasons those that count, the heaviest first; never empty
 * @param cases what learners made of shares on the topic, the latest first
 */
public record TopicSuggestion(String topic, BigDecimal score, List<Reason> reasons, List<Case> cases) {

    /** Why a topic is suggested; each has its weight in the decision table, by the same name. */
    public enum Kind {
        /** Learners asked for it. */
        WISHES,
        /** Employees lack the competency. */
        GAP,
        /** Learners rated the shares of others on it low. */
        UNMET,
        /** Learners rated this lecturer's shares on it high. */
        STRENGTH,
        /** One of the lecturer's own tags. */
        TAG
    }

    /**
     * One reason with its figures.
     *
     * @param value 0 to 1
     * @param points weight · value / Σ weight, four decimals; the score is rounded by itself
     * @param count learners who wished, employees who lack it, or ratings; 0 for a tag
     * @param of employees whose job asks for the competency, else 0
     * @param mean of the ratings, two decimals, or null
     * @param competency the one that is lacked, or null
     */
    public record Reason(
            Kind kind,
            BigDecimal value,
            BigDecimal weight,
            BigDecimal points,
            long count,
            long of,
            @Nullable BigDecimal mean,
            @Nullable String competency) {}

    /** A confirmed application case. @param share the title of the share it came of */
    public record Case(String share, String situation, String result) {}
}
