package org.xinhuo.mentoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.xinhuo.people.WorkMetric;

class WorkMetricChangeTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final YearMonth MAY = YearMonth.of(2026, 5);

    private static WorkMetric metric(String name, int month, String value, String target, boolean higher) {
        return new WorkMetric(
                name,
                YearMonth.of(2026, month),
                new BigDecimal(value),
                new BigDecimal(target),
                higher,
                "Deals".equals(name) ? "Selling" : "Speaking");
    }

    private static BigDecimal change(WorkMetric... history) {
        return WorkMetricChange.of(List.of(history), MARCH, MAY, Set.of("Selling", "Speaking"));
    }

    /** 3 → 5 of a target of 5 is 2/5; complaints 10 → 7 of a target of 4 are 3/4; the mean is 0.575. */
    @Test
    void twoMetricsInTheirOwnDirections() {
        assertThat(change(
                        metric("Deals", 2, "3", "5", true),
                        metric("Deals", 4, "5", "6", true),
                        metric("Complaints", 2, "10", "4", false),
                        metric("Complaints", 5, "7", "4", false)))
                .isEqualByComparingTo("0.575");
    }

    @Test
    void beforeIsTheLatestMonthBeforeTheCoachingAndAfterTheLatestThatCounts() {
        assertThat(change(
                        metric("Deals", 1, "9", "5", true),
                        metric("Deals", 2, "3", "5", true),
                        metric("Deals", 3, "9", "5", true),
                        metric("Deals", 5, "4", "5", true),
                        metric("Deals", 6, "9", "5", true)))
                .isEqualByComparingTo("0.2");
    }

    @Test
    void whereNothingWasRecordedBeforeTheFirstMonthOfTheCoachingIsTheBeginning() {
        assertThat(change(metric("Deals", 3, "4", "5", true), metric("Deals", 4, "3", "5", true)))
                .isEqualByComparingTo("-0.2");
        assertThat(change(metric("Deals", 4, "4", "5", true), metric("Deals", 5, "3", "5", true)))
                .isNull();
    }

    @Test
    void aTargetOfZeroIsMeasuredByTheValueBefore() {
        assertThat(change(metric("Complaints", 2, "4", "0", false), metric("Complaints", 4, "3", "0", false)))
                .isEqualByComparingTo("0.25");
        assertThat(change(metric("Complaints", 2, "0", "0", false), metric("Complaints", 4, "3", "0", false)))
                .isNull();
    }

    @Test
    void oneMonthNothingToCompareAndForeignCompetenciesDoNotCount() {
        assertThat(change(metric("Deals", 2, "3", "5", true))).isNull();
        assertThat(change()).isNull();
        assertThat(WorkMetricChange.of(
                        List.of(metric("Deals", 2, "3", "5", true), metric("Deals", 4, "5", "5", true)),
                        MARCH,
                        MAY,
                        Set.of("Speaking")))
                .isNull();
    }

    @Property
    void theSignFollowsTheDirectionAndTheUnitDoesNotMatter(
            @ForAll @IntRange(min = 0, max = 1000) int before,
            @ForAll @IntRange(min = 0, max = 1000) int after,
            @ForAll @IntRange(min = 1, max = 1000) int target,
            @ForAll @IntRange(min = 1, max = 1000) int unit) {
        BigDecimal higher = one(before, after, target, 1, true);
        assertThat(one(before, after, target, 1, false)).isEqualByComparingTo(higher.negate());
        assertThat(one(before, after, target, unit, true)).isEqualByComparingTo(higher);
        assertThat(higher.signum()).isEqualTo(Integer.signum(after - before));
    }

    private static BigDecimal one(int before, int after, int target, int unit, boolean higher) {
        return change(
                metric("Deals", 2, String.valueOf((long) before * unit), String.valueOf((long) target * unit), higher),
                metric("Deals", 4, String.valueOf((long) after * unit), String.valueOf((long) target * unit), higher));
    }

    @Property
    void theMeanLiesBetweenTheMetricsAndTheirOrderDoesNotMatter(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = -50, max = 50) Integer> moves) {
        List<WorkMetric> history = new ArrayList<>();
        for (int index = 0; index < moves.size(); index++) {
            history.add(metric("M" + index, 2, "100", "100", true));
            history.add(metric("M" + index, 4, String.valueOf(100 + moves.get(index)), "100", true));
        }
        BigDecimal mean = WorkMetricChange.of(history, MARCH, MAY, Set.of("Speaking"));
        assertThat(mean.multiply(BigDecimal.valueOf(100)))
                .isBetween(
                        BigDecimal.valueOf(Collections.min(moves)).subtract(BigDecimal.ONE.movePointLeft(3)),
                        BigDecimal.valueOf(Collections.max(moves)).add(BigDecimal.ONE.movePointLeft(3)));
        Collections.reverse(history);
        assertThat(WorkMetricChange.of(history, MARCH, MAY, Set.of("Speaking"))).isEqualByComparingTo(mean);
    }
}
