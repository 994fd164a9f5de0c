package org.xinhuo.mentoring.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.xinhuo.people.WorkMetric;

/**
 * How a mentee's work metrics moved under a plan. For each metric that stands for a competency of the plan:
 *
 * <p>{@code change = d · (after − before) / |target|}, with d = 1 where higher is better and −1 where lower is. Before is
 * the latest month on record before the month in which the coaching began, or that month itself where nothing was
 * recorded earlier; after is the latest month on record up to the last one that counts. The target is that of before;
 * where it is 0, |before| stands in its place. A metric without two different months, or with 0 for both, does not
 * count.
 *
 * <p>The change of the plan is the mean over its metrics: 0.2 says that they moved by a fifth of their targets, to the
 * better. Six decimals, half up. The scale is the target, as in the formula of need (contract, section 6), because the
 * target is what the metric was to reach and a value near 0 would blow a ratio up.
 */
final class WorkMetricChange {

    private WorkMetricChange() {}

    /**
     * The mean change, above 0 for the better.
     *
     * @param history any months of one person, in any order
     * @param began the month in which the coaching began
     * @param last the last month that counts
     * @param competencies those of the plan
     * @return null where no metric can be compared
     */
    static @Nullable BigDecimal of(
            List<WorkMetric> history, YearMonth began, YearMonth last, Collection<String> competencies) {
        Map<String, NavigableMap<YearMonth, WorkMetric>> byMetric = new LinkedHashMap<>();
        history.stream()
                .filter(metric -> metric.competency() != null && competencies.contains(metric.competency()))
                .filter(metric -> !metric.period().isAfter(last))
                .forEach(metric -> byMetric.computeIfAbsent(metric.metric(), first -> new TreeMap<>())
                        .put(metric.period(), metric));
        List<BigDecimal> changes = byMetric.values().stream()
                .map(months -> change(months, began))
                .flatMap(Optional::stream)
                .toList();
        return changes.isEmpty()
                ? null
                : changes.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(changes.size()), Growth.DECIMALS, RoundingMode.HALF_UP);
    }

    private static Optional<BigDecimal> change(NavigableMap<YearMonth, WorkMetric> months, YearMonth began) {
        Map.Entry<YearMonth, WorkMetric> earlier = months.lowerEntry(began);
        WorkMetric before = earlier != null ? earlier.getValue() : months.get(began);
        WorkMetric after = months.lastEntry().getValue();
        if (before == null || !after.period().isAfter(before.period())) {
            return Optional.empty();
        }
        BigDecimal scale = (before.target().signum() == 0 ? before.value() : before.target()).abs();
        if (scale.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal moved = after.value().subtract(before.value());
        return Optional.of((before.higherIsBetter() ? moved : moved.negate()).divide(scale, 12, RoundingMode.HALF_UP));
    }
}
