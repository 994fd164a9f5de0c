package org.xinhuo.incentive.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The ranks of a month (contract, section 6: rank for cash, reuse rank): total orders over the whole company. */
final class RankOrder {

    /** How strongly few ratings are pulled towards the company's mean: as five ratings of that mean. */
    private static final int PULL = 5;

    private static final int DECIMALS = 6;

    private RankOrder() {}

    /**
     * All ratings of a month, over the whole company.
     *
     * @param ratings how many there are
     * @param sum the sum of their scores
     */
    record AllRatings(long ratings, long sum) {}

    /** As the contract says: see {@link #of(List, AllRatings, Map, Function)}. */
    static Map<String, Ranks> of(
            List<MonthCount> counts, AllRatings all, Function<MonthCount, Integer> requiredRaters) {
        return of(counts, all, Map.of(), requiredRaters);
    }

    /**
     * Ranks every lecturer of a month.
     *
     * @param adjusted the adjusted means by lecturer where the rank for cash follows them; empty: the contract's
     * @param requiredRaters how many different raters the cash rank of this lecturer asks for
     */
    static Map<String, Ranks> of(
            List<MonthCount> counts,
            AllRatings all,
            Map<String, BigDecimal> adjusted,
            Function<MonthCount, Integer> requiredRaters) {
        Map<String, Integer> byRating = new HashMap<>();
        Map<String, Integer> inDepartment = new HashMap<>();
        Map<String, Integer> departmentSizes = new HashMap<>();
        List<MonthCount> forCash = new ArrayList<>(counts.stream()
                .filter(count -> count.ratings() > 0 && count.raters() >= requiredRaters.apply(count))
                .toList());
        Map<String, BigDecimal> levelled = new HashMap<>();
        forCash.forEach(count ->
                levelled.put(count.lecturerId(), adjusted.getOrDefault(count.lecturerId(), levelled(count, all))));
        forCash.sort(Comparator.comparing((MonthCount count) -> levelled.get(count.lecturerId()))
                .thenComparing(MonthCount::ratings)
                .reversed()
                .thenComparing(MonthCount::lecturerId));
        for (MonthCount count : forCash) {
            byRating.put(count.lecturerId(), byRating.size() + 1);
            inDepartment.put(count.lecturerId(), departmentSizes.merge(count.department(), 1, Integer::sum));
        }

        Map<String, Integer> byReuse = new HashMap<>();
        counts.stream()
                .filter(count -> count.reuses() > 0)
                .sorted(Comparator.comparing(MonthCount::reuses).reversed().thenComparing(MonthCount::lecturerId))
                .forEach(count -> byReuse.put(count.lecturerId(), byReuse.size() + 1));

        Map<String, Ranks> ranks = new HashMap<>();
        for (MonthCount count : counts) {
            String id = count.lecturerId();
            ranks.put(id, new Ranks(byRating.get(id), byReuse.get(id), inDepartment.get(id)));
        }
        return ranks;
    }

    /** (5 · μ + Σ r) / (5 + n) at six decimals, as one fraction so that nothing is rounded twice. */
    static BigDecimal levelled(MonthCount count, AllRatings all) {
        BigDecimal numerator = BigDecimal.valueOf(PULL)
                .multiply(BigDecimal.valueOf(all.sum()))
                .add(BigDecimal.valueOf(count.ratingSum()).multiply(BigDecimal.valueOf(all.ratings())));
        BigDecimal denominator =
                BigDecimal.valueOf(all.ratings()).multiply(BigDecimal.valueOf(PULL + (long) count.ratings()));
        return numerator.divide(denominator, DECIMALS, RoundingMode.HALF_UP);
    }
}
