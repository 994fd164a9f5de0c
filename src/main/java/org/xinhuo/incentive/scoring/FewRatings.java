package org.xinhuo.incentive.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Takes shares with few ratings together, so that the mean of none of them tells one person's mark. What is left of the
 * month's mean, which is always shown, is never fewer ratings than that either, unless the whole month has fewer.
 */
final class FewRatings {

    private static final String RATED = "rated";

    private FewRatings() {}

    /** @param least ratings that may be shown together */
    static List<TraceEntry> together(List<TraceEntry> trace, int least) {
        List<TraceEntry> rated = trace.stream()
                .filter(entry -> entry.event().equals(RATED))
                .sorted(Comparator.comparing(FewRatings::count))
                .toList();
        List<TraceEntry> merged = new ArrayList<>();
        int sum = 0;
        for (TraceEntry entry : rated) {
            if (count(entry) < least || (sum > 0 && sum < least)) {
                merged.add(entry);
                sum += count(entry);
            }
        }
        if (merged.size() < 2) {
            return trace;
        }
        List<TraceEntry> shown = new ArrayList<>();
        boolean told = false;
        for (TraceEntry entry : trace) {
            if (!merged.contains(entry)) {
                shown.add(entry);
            } else if (!told) {
                shown.add(asOne(merged, sum));
                told = true;
            }
        }
        return shown;
    }

    private static TraceEntry asOne(List<TraceEntry> merged, int sum) {
        BigDecimal marks = BigDecimal.ZERO;
        BigDecimal points = BigDecimal.ZERO;
        for (TraceEntry entry : merged) {
            marks = marks.add(Objects.requireNonNull(entry.mean()).multiply(BigDecimal.valueOf(count(entry))));
            points = points.add(entry.points());
        }
        TraceEntry first =
                merged.stream().min(Comparator.comparing(TraceEntry::at)).orElseThrow();
        return new TraceEntry(
                "ratedTogether",
                null,
                null,
                first.at(),
                null,
                sum,
                marks.divide(BigDecimal.valueOf(sum), Means.SHOWN, RoundingMode.HALF_UP),
                "rating",
                points);
    }

    private static int count(TraceEntry entry) {
        return Objects.requireNonNull(entry.count());
    }
}
