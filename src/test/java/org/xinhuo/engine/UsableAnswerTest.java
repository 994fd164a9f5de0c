package org.xinhuo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What counts where the owner of a table has made a slip. */
class UsableAnswerTest {

    private static UsableAnswer saying(Object value) {
        return UsableAnswer.of(new Outcome(
                new Outcome.DecisionRef("table", 3, "table:3"), List.of(new Outcome.Row(Map.of("output", value)))));
    }

    private static final UsableAnswer SILENT =
            UsableAnswer.of(new Outcome(new Outcome.DecisionRef("table", 3, "table:3"), List.of()));

    @Test
    void whatCanBeUsedCounts() {
        assertThat(saying("rematch").code("output", Set.of("none", "rematch"), "none"))
                .isEqualTo("rematch");
        assertThat(saying(12).integer("output", 1, 120, 24)).isEqualTo(12);
        assertThat(saying(0.15).number("output", BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE))
                .isEqualByComparingTo("0.15");
        assertThat(saying("P2W").period("output", Period.ofDays(5))).isEqualTo(Period.ofDays(14));
    }

    @Test
    void whatCannotBeUsedDoesNot() {
        assertThat(saying("another").code("output", Set.of("none", "rematch"), "none"))
                .isEqualTo("none");
        for (Object slip : List.of(0, 121, 2.5, "many", "")) {
            assertThat(saying(slip).integer("output", 1, 120, 24)).isEqualTo(24);
        }
        for (Object slip : List.of(-0.1, 10.1, Double.NaN, "many", "")) {
            assertThat(saying(slip).number("output", BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE))
                    .isEqualTo(BigDecimal.ONE);
        }
        for (Object slip : List.of("P7", "PT48H", "P0D", "P2Y", "P2M-59D", 7, "")) {
            assertThat(saying(slip).period("output", Period.ofDays(5))).isEqualTo(Period.ofDays(5));
        }
    }

    /** Some periods may be none, some longer than a year. */
    @Test
    void aPeriodCountsWithinItsBounds() {
        assertThat(saying("P0D").period("output", 0, 3660, Period.ofDays(5))).isEqualTo(Period.ZERO);
        assertThat(saying("P3Y").period("output", 1, 3660, Period.ofDays(5))).isEqualTo(Period.ofYears(3));
        assertThat(saying("P11Y").period("output", 1, 3660, Period.ofDays(5))).isEqualTo(Period.ofDays(5));
    }

    @Test
    void whatIsMissingDoesNot() {
        assertThat(SILENT.code("output", Set.of("none"), "none")).isEqualTo("none");
        assertThat(SILENT.integer("output", 1, 120, 24)).isEqualTo(24);
        assertThat(SILENT.number("output", BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE))
                .isEqualTo(BigDecimal.ONE);
        assertThat(SILENT.period("output", Period.ofDays(5))).isEqualTo(Period.ofDays(5));
        assertThat(saying("x").period("elsewhere", Period.ofDays(5))).isEqualTo(Period.ofDays(5));
    }
}
