package org.xinhuo.mentoring.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How far a mentee came over the competencies of a plan. Formulas of contract.md, section 6, Mentorship; results have six
 * decimals, rounded half up.
 */
record Growth(List<Way> ways) {

    static final int DECIMALS = 6;

    /** One competency: the level when the plan was confirmed, the level after, and the target; all 0 to 5. */
    record Way(String competency, BigDecimal before, BigDecimal after, BigDecimal target) {}

    /** Sum of (after - before) / sum of before; null where every level before was 0, or there is no competency. */
    @Nullable
    BigDecimal improvementRate() {
        return ratio(sum(ways, way -> way.after().subtract(way.before())), sum(ways, Way::before));
    }

    /**
     * Sum of (after - before) / sum of (target - before), over the competencies whose target is above the level before;
     * null where there is none.
     */
    @Nullable
    BigDecimal gapClosed() {
        List<Way> open = ways.stream()
                .filter(way -> way.target().compareTo(way.before()) > 0)
                .toList();
        return ratio(
                sum(open, way -> way.after().subtract(way.before())),
                sum(open, way -> way.target().subtract(way.before())));
    }

    /**
     * The competency that came least far on its way: the smallest (after - before) / (target - before) below 1, over the
     * competencies whose target is above the level before; of equals the one with more left to go, then by name. Empty
     * where none is behind.
     */
    Optional<Way> slowest() {
        return ways.stream()
                .filter(way ->
                        way.target().compareTo(way.before()) > 0 && way.after().compareTo(way.target()) < 0)
                .min(Comparator.comparing(Growth::share)
                        .thenComparing(way -> way.after().subtract(way.target()))
                        .thenComparing(Way::competency));
    }

    /** How much of its way to the target a competency came; the target lies above the level before. */
    static BigDecimal share(Way way) {
        return way.after()
                .subtract(way.before())
                .divide(way.target().subtract(way.before()), DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(List<Way> ways, Function<Way, BigDecimal> part) {
        return ways.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, DECIMALS, RoundingMode.HALF_UP);
    }
}
