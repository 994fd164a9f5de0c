package org.xinhuo.incentive.preference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinhuo.incentive.preference.TopicSuggestion.Kind;
import org.xinhuo.incentive.preference.TopicSuggestion.Reason;
import org.xinhuo.people.CompetencyGap;
import org.xinhuo.people.CompetencyNames;

/** What speaks for one topic, gathered piece by piece. The formulas stand in docs/preferences.md. */
final class TopicTally {

    /** So many learners who wish for it are half of all there is to wish. */
    private static final BigDecimal HALF = BigDecimal.valueOf(3);

    /** A mean of fewer lecturers' shares would be about one or two colleagues. */
    private static final int OTHERS = 3;

    /** So far below a high mean there is nothing left to wish for; so far from the middle nothing to be proud of. */
    private static final BigDecimal LOW_SPAN = BigDecimal.valueOf(4);

    private static final BigDecimal MIDDLE = BigDecimal.valueOf(5);
    private static final int DECIMALS = 4;

    private final String topic;
    private final String core;
    private final @Nullable Pattern pattern;
    private final boolean tagged;
    private final Set<String> wishers = new HashSet<>();
    private long ownSum;
    private long ownRatings;
    private long othersSum;
    private long othersRatings;
    private final Set<String> othersRated = new HashSet<>();
    private Instant lastOwn = Instant.MIN;
    private @Nullable CompetencyGap gap;

    TopicTally(String topic, boolean tagged) {
        this.topic = topic;
        this.core = CompetencyNames.core(topic);
        this.pattern = CompetencyNames.pattern(topic).orElse(null);
        this.tagged = tagged;
    }

    String topic() {
        return topic;
    }

    String core() {
        return core;
    }

    /** @param plain made so by {@link CompetencyNames#plain}. Looking for the letters first costs a tenth. */
    boolean isNamedIn(String plain) {
        return plain.contains(core) && pattern != null && pattern.matcher(plain).find();
    }

    /** Own shares on it, and when the last one is or was. */
    void addOwn(long sum, long ratings, Instant last) {
        ownSum += sum;
        ownRatings += ratings;
        lastOwn = last.isAfter(lastOwn) ? last : lastOwn;
    }

    void addOthers(String lecturerId, long sum, long ratings) {
        if (ratings > 0) {
            othersSum += sum;
            othersRatings += ratings;
            othersRated.add(lecturerId);
        }
    }

    /** What was wished before the lecturer's last share on the topic, given or planned, is answered by it. */
    void addWish(String personId, Instant madeAt) {
        if (madeAt.isAfter(lastOwn)) {
            wishers.add(personId);
        }
    }

    /** The larger part of people counts where a topic names two competencies. */
    void addGap(CompetencyGap other) {
        if (gap == null || part(other).compareTo(part(gap)) > 0) {
            gap = other;
        }
    }

    /** Those reasons that count, the heaviest first. @param weights whose sum is above 0 @param high a mean to be content with */
    List<Reason> reasons(TopicWeights weights, BigDecimal high) {
        List<Reason> reasons = new ArrayList<>();
        if (!wishers.isEmpty()) {
            BigDecimal wished = BigDecimal.valueOf(wishers.size());
            add(reasons, weights, Kind.WISHES, quotient(wished, wished.add(HALF)), wishers.size(), 0, null, null);
        }
        if (gap != null && gap.asked() >= weights.atLeast()) {
            add(reasons, weights, Kind.GAP, part(gap), gap.lacking(), gap.asked(), null, gap.competency());
        }
        if (othersRatings >= Math.max(1, weights.atLeast()) && othersRated.size() >= OTHERS) {
            BigDecimal mean = mean(othersSum, othersRatings);
            BigDecimal value = quotient(high.subtract(mean), LOW_SPAN).min(BigDecimal.ONE);
            add(reasons, weights, Kind.UNMET, value, othersRatings, 0, mean, null);
        }
        if (ownRatings >= Math.max(1, weights.atLeast())) {
            BigDecimal mean = mean(ownSum, ownRatings);
            add(reasons, weights, Kind.STRENGTH, quotient(mean.subtract(MIDDLE), MIDDLE), ownRatings, 0, mean, null);
        }
        if (tagged) {
            add(reasons, weights, Kind.TAG, BigDecimal.ONE, 0, 0, null, null);
        }
        reasons.sort(Comparator.comparing(Reason::points).reversed().thenComparing(Reason::kind));
        return reasons;
    }

    /** Σ weight · value / Σ weight, four decimals, from unrounded parts. */
    static BigDecimal score(List<Reason> reasons, BigDecimal sum) {
        return reasons.stream()
                .map(reason -> reason.weight().multiply(reason.value()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(sum, DECIMALS, RoundingMode.HALF_UP);
    }

    private static void add(
            List<Reason> reasons,
            TopicWeights weights,
            Kind kind,
            BigDecimal value,
            long count,
            long of,
            @Nullable BigDecimal mean,
            @Nullable String competency) {
        BigDecimal weight = weights.weight(kind);
        if (value.signum() > 0 && weight.signum() > 0) {
            BigDecimal points = weight.multiply(value).divide(weights.sum(), DECIMALS, RoundingMode.HALF_UP);
            BigDecimal shown = mean == null ? null : mean.setScale(2, RoundingMode.HALF_UP);
            reasons.add(new Reason(kind, value, weight, points, count, of, shown, competency));
        }
    }

    private static BigDecimal part(CompetencyGap gap) {
        return quotient(BigDecimal.valueOf(gap.lacking()), BigDecimal.valueOf(Math.max(1, gap.asked())));
    }

    private static BigDecimal mean(long sum, long count) {
        return quotient(BigDecimal.valueOf(sum), BigDecimal.valueOf(count));
    }

    private static BigDecimal quotient(BigDecimal one, BigDecimal other) {
        return one.divide(other, MathContext.DECIMAL64);
    }
}
