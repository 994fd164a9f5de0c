package org.xinhuo.mentoring.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
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

    private static BigDecimal sum(List<Way> ways, Function<Way, BigDecimal> part) {
        return ways.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? null : part.divide(whole, DECIMALS, RoundingMode.HALF_UP);
    }
}
