package org.xinhuo.mentoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.xinhuo.mentoring.evaluation.Growth.Way;

class GrowthTest {

    private static Way way(String competency, String before, String after, String target) {
        return new Way(competency, new BigDecimal(before), new BigDecimal(after), new BigDecimal(target));
    }

    @Test
    void workedExample() {
        Growth growth = new Growth(List.of(way("Speaking", "2", "3", "4"), way("Selling", "1", "1.5", "2")));
        // (3-2 + 1.5-1) / (2+1) = 1.5/3
        assertThat(growth.improvementRate()).isEqualByComparingTo("0.5");
        // (1 + 0.5) / ((4-2) + (2-1)) = 1.5/3
        assertThat(growth.gapClosed()).isEqualByComparingTo("0.5");
    }

    @Test
    void aTargetAlreadyReachedCountsForImprovementButNotForTheGap() {
        Growth growth = new Growth(List.of(way("Speaking", "2", "3", "4"), way("Selling", "3", "4", "3")));
        // improvement (1+1)/(2+3) = 0.4; gap only Speaking: 1/2
        assertThat(growth.improvementRate()).isEqualByComparingTo("0.4");
        assertThat(growth.gapClosed()).isEqualByComparingTo("0.5");
    }

    @Test
    void lostGroundIsNegativeAndThirdsAreRoundedAtSixDecimals() {
        Growth growth = new Growth(List.of(way("Speaking", "3", "2", "4")));
        assertThat(growth.improvementRate()).isEqualTo(new BigDecimal("-0.333333"));
        assertThat(growth.gapClosed()).isEqualTo(new BigDecimal("-1.000000"));
    }

    @Test
    void whatCannotBeDividedIsNull() {
        assertThat(new Growth(List.of()).improvementRate()).isNull();
        assertThat(new Growth(List.of(way("Speaking", "0", "2", "4"))).improvementRate())
                .isNull();
        assertThat(new Growth(List.of(way("Speaking", "4", "5", "4"))).gapClosed())
                .isNull();
    }

    @Property
    void theWholeWayIsOneWhateverTheLevels(@ForAll @Size(min = 1, max = 8) List<@IntRange(max = 4) Integer> befores) {
        List<Way> ways = befores.stream()
                .map(before -> way("c", before.toString(), String.valueOf(before + 1), String.valueOf(before + 1)))
                .toList();
        assertThat(new Growth(ways).gapClosed()).isEqualByComparingTo("1");
    }

    @Property
    void moreLearnedIsNeverLessGapClosed(
            @ForAll @IntRange(max = 4) int before,
            @ForAll @IntRange(max = 5) int after,
            @ForAll @IntRange(min = 0, max = 5) int more) {
        Growth one = new Growth(List.of(way("c", "" + before, "" + Math.min(after, more), "5")));
        Growth other = new Growth(List.of(way("c", "" + before, "" + Math.max(after, more), "5")));
        assertThat(other.gapClosed()).isGreaterThanOrEqualTo(one.gapClosed());
    }

    @Test
    void effortIsPerElapsedMonthAndWeekButNeverPerLess() {
        LocalDate start = LocalDate.of(2026, 3, 2);
        // two talks of 45 minutes on the first days: 1.5 hours in (at least) one month, 2 in one week
        CoachingEffort young = CoachingEffort.between(start, start.plusDays(2), 90, 2);
        assertThat(young.hoursPerMonth()).isEqualByComparingTo("1.5");
        assertThat(young.contactsPerWeek()).isEqualByComparingTo("2");
        // 28 days: 2 talks in 4 weeks; still one month
        CoachingEffort weeks = CoachingEffort.between(start, start.plusDays(27), 90, 2);
        assertThat(weeks.contactsPerWeek()).isEqualByComparingTo("0.5");
        assertThat(weeks.hoursPerMonth()).isEqualByComparingTo("1.5");
        // 487 days = 16 months of 30.4375: 32 hours make 2 a month
        assertThat(CoachingEffort.between(start, start.plusDays(486), 1920, 2).hoursPerMonth())
                .isEqualByComparingTo("2");
    }
}
