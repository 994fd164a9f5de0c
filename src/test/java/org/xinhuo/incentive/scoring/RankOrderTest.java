package org.xinhuo.incentive.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinhuo.incentive.scoring.RankOrder.AllRatings;

class RankOrderTest {

    /** μ = 160/20 = 8. few: (40 + 50)/10 = 9.0; many: (40 + 94)/15 = 8.933333: five tens beat ten times 9.4. */
    @Test
    void fewRatersArePulledTowardsTheMean() {
        Map<String, Ranks> ranks = RankOrder.of(
                List.of(rated("few", "A", 5, 50), rated("many", "B", 10, 94)), new AllRatings(20, 160), count -> 5);
        assertThat(RankOrder.levelled(rated("many", "B", 10, 94), new AllRatings(20, 160)))
                .isEqualByComparingTo("8.933333");
        assertThat(ranks.get("few")).isEqualTo(new Ranks(1, null, 1));
        assertThat(ranks.get("many")).isEqualTo(new Ranks(2, null, 1));
    }

    /** Where the process owner turned the adjusted rank on: by the adjusted means, whatever the marks add up to. */
    @Test
    void adjustedMeansTakeThePlaceOfTheContractsWhereTheyAreGiven() {
        Map<String, Ranks> ranks = RankOrder.of(
                List.of(rated("few", "A", 5, 50), rated("many", "B", 10, 94), rated("too-few", "B", 4, 40)),
                new AllRatings(24, 200),
                Map.of(
                        "few", new BigDecimal("8.100000"),
                        "many", new BigDecimal("8.200000"),
                        "too-few", new BigDecimal("9.900000")),
                count -> 5);
        assertThat(ranks.get("many").rating()).isEqualTo(1);
        assertThat(ranks.get("few").rating()).isEqualTo(2);
        assertThat(ranks.get("too-few").rating()).isNull();
    }

    /** All are at the mean of 8, so the more ratings, then the id decide. */
    @Test
    void equalMeansGoByMoreRatingsThenById() {
        Map<String, Ranks> ranks = RankOrder.of(
                List.of(rated("b", "A", 5, 40), rated("a", "A", 5, 40), rated("c", "A", 6, 48)),
                new AllRatings(16, 128),
                count -> 5);
        assertThat(ranks.get("c").rating()).isEqualTo(1);
        assertThat(ranks.get("a").rating()).isEqualTo(2);
        assertThat(ranks.get("b").rating()).isEqualTo(3);
    }

    @Test
    void tooFewRatersHaveNoRankForCash() {
        Map<String, Ranks> ranks = RankOrder.of(List.of(rated("a", "A", 4, 40)), new AllRatings(4, 40), count -> 5);
        assertThat(ranks.get("a")).isEqualTo(Ranks.NONE);
    }

    @Test
    void theMostReusedIsFirstAndNothingReusedHasNoRank() {
        Map<String, Ranks> ranks = RankOrder.of(
                List.of(reused("a", 0), reused("c", 3), reused("b", 3), reused("d", 4)),
                new AllRatings(0, 0),
                count -> 5);
        assertThat(ranks.get("d").reuse()).isEqualTo(1);
        assertThat(ranks.get("b").reuse()).isEqualTo(2);
        assertThat(ranks.get("c").reuse()).isEqualTo(3);
        assertThat(ranks.get("a").reuse()).isNull();
    }

    private static MonthCount rated(String id, String department, int ratings, int sum) {
        return new MonthCount(id, id, department, "default", 1, 1, ratings, sum, ratings, 0);
    }

    private static MonthCount reused(String id, int reuses) {
        return new MonthCount(id, id, "A", "default", 1, 1, 0, 0, 0, reuses);
    }
}
