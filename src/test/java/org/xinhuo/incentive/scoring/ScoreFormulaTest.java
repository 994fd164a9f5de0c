package org.xinhuo.incentive.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xinhuo.testing.EngineDriver.refusedWith;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.engine.Outcome;
import org.xinhuo.incentive.scoring.MonthScores.Scope;
import org.xinhuo.testing.PlainDecisions;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** The formulas by worked examples. */
@XinhuoTest
class ScoreFormulaTest {

    static final YearMonth JUNE = YearMonth.of(2026, 6);
    static final Targets TARGETS = new Targets(2, 30, 3, 5, 1);
    static final Weights DEFAULT = weights("0.2", "0.4", "0.3", "0.1");
    static final Weights SALES = weights("0", "0.5", "0.3", "0.2");

    @Autowired
    MonthScores scores;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcClient jdbc;

    /** 2 of 2 held, mean 8.5, 3 of 3 reuses, both on time: 0.2·100 + 0.4·85 + 0.3·100 + 0.1·100 = 94. */
    @Test
    void aFullMonthScores() {
        assertThat(score(new Figures(2, 2, 6, 51, 3), DEFAULT)).isEqualByComparingTo("94.00");
    }

    /** 1 of 2 held (50), mean 20/3 (66.67), 1 of 3 reuses (33.33), late (0): 10 + 26.667 + 10 + 0 = 46.67. */
    @Test
    void thirdsAreRoundedOnceAtTheEnd() {
        assertThat(score(new Figures(1, 0, 3, 20, 1), DEFAULT)).isEqualByComparingTo("46.67");
    }

    /** Sales: shares do not count. Mean 9, 2 of 3 reuses, 1 of 2 on time: 0.5·90 + 0.3·66.67 + 0.2·50 = 75. */
    @Test
    void salesAreNotScoredByTheNumberOfShares() {
        assertThat(score(new Figures(2, 1, 2, 18, 2), SALES)).isEqualByComparingTo("75.00");
    }

    /** Weights 2, 4, 3, 1 say the same as 0.2, 0.4, 0.3, 0.1. */
    @Test
    void weightsNeedNotAddUpToOne() {
        assertThat(score(new Figures(1, 0, 3, 20, 1), weights("2", "4", "3", "1")))
                .isEqualByComparingTo("46.67");
    }

    @Test
    void weightsOfNothingAreAMistakeInTheTable() {
        ScoringRules nothing = new ScoringRules(key -> inputs -> new Outcome(
                new Outcome.DecisionRef(key, 1, key),
                List.of(new Outcome.Row(Map.of("shares", 0, "rating", 0, "reuse", 0, "timeliness", 0)))));
        assertThatThrownBy(() -> nothing.weights("default")).satisfies(refusedWith("table.noWeight"));
    }

    /** Each alone: the sum of the weights may well be above nothing. */
    @Test
    void weightsAndTargetsBelowNothingAreMistakesInTheTable() {
        for (String slip : List.of("shares", "rating", "reuse", "timeliness")) {
            assertThatThrownBy(() -> with(slip, "-0.1").weights("default"))
                    .as(slip)
                    .satisfies(refusedWith("table.negative"))
                    .hasMessageContaining("score-weights")
                    .hasMessageContaining(slip)
                    .hasMessageContaining("-0.1");
        }
        for (String slip : List.of("shares", "minutes", "reuse", "raters")) {
            assertThatThrownBy(() -> with(slip, "-1").targets("default", YearMonth.of(2026, 6)))
                    .as(slip)
                    .satisfies(refusedWith("table.negative"))
                    .hasMessageContaining("share-targets");
        }
        assertThat(with("shares", "0").targets("default", YearMonth.of(2026, 6)).shares())
                .isZero();
    }

    private static ScoringRules with(String output, String value) {
        Map<String, Object> outputs = new HashMap<>();
        for (String each : List.of("shares", "rating", "reuse", "timeliness", "minutes", "raters")) {
            outputs.put(each, "1");
        }
        outputs.put(output, value);
        return new ScoringRules(
                key -> inputs -> new Outcome(new Outcome.DecisionRef(key, 1, key), List.of(new Outcome.Row(outputs))));
    }

    @Test
    void aMonthWithoutAnythingScoresZero() {
        assertThat(score(new Figures(0, 0, 0, 0, 0), DEFAULT)).isEqualByComparingTo("0.00");
        assertThat(jdbc.sql("select score_timeliness(0, 0) + score_rating(0, 0)")
                        .query(BigDecimal.class)
                        .single())
                .isZero();
        assertThat(Means.mean(0, 0)).isNull();
    }

    @Test
    void moreThanTheTargetGivesNoMore() {
        assertThat(score(new Figures(5, 5, 6, 51, 30), DEFAULT)).isEqualByComparingTo("94.00");
    }

    /** 0.4 · 10 · 11371/8000 = 5.6855 → 5.69; and 84.995 exactly goes up, a hair less does not. */
    @Test
    void halfACentGoesUp() {
        assertThat(score(new Figures(0, 0, 8000, 11371, 0), DEFAULT)).isEqualByComparingTo("5.69");
        assertThat(jdbc.sql(
                                "select rounded_half_up(84995, 1000, 2) || ' '"
                                        + " || rounded_half_up(84994999999999999999999999999999, 1000000000000000000000000000000, 2)")
                        .query(String.class)
                        .single())
                .isEqualTo("85.00 84.99");
    }

    @Test
    void everythingIsScoredByOneStatementInItsOrder() {
        assertThat(scores.whatIf(TARGETS, DEFAULT, List.of(new Figures(2, 2, 6, 51, 3), new Figures(0, 0, 0, 0, 0))))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal(94), BigDecimal.ZERO);
    }

    /**
     * 20 ratings that add up to 160, so μ is 8. few: (40 + 50)/10 = 9.0; many: (40 + 94)/15 = 8.933333: five tens beat ten
     * times 9.4. The rest, (40 + 16)/10, is third, and first in its own department.
     */
    @Test
    void fewRatersArePulledTowardsTheMean() {
        lecturer("few", "A", 10, 10, 10, 10, 10);
        lecturer("many", "B", 9, 9, 9, 9, 9, 9, 10, 10, 10, 10);
        lecturer("rest", "C", 3, 3, 3, 3, 4);
        Map<String, Ranks> ranks = ranks(Map.of());
        assertThat(ranks.get("few")).isEqualTo(new Ranks(1, null, 1));
        assertThat(ranks.get("many")).isEqualTo(new Ranks(2, null, 1));
        assertThat(ranks.get("rest")).isEqualTo(new Ranks(3, null, 1));
        assertThat(jdbc.sql("select levelled_mean(94, 10, 160, 20)")
                        .query(String.class)
                        .single())
                .isEqualTo("8.933333");
    }

    /** Where the process owner turned the adjusted rank on: by the adjusted means, whatever the marks add up to. */
    @Test
    void adjustedMeansTakeThePlaceOfTheContractsWhereTheyAreGiven() {
        lecturer("few", "A", 10, 10, 10, 10, 10);
        lecturer("many", "B", 9, 9, 9, 9, 9);
        lecturer("too-few", "B", 10, 10, 10, 10);
        Map<String, BigDecimal> adjusted = new LinkedHashMap<>();
        adjusted.put("few", new BigDecimal("8.100000"));
        adjusted.put("many", new BigDecimal("8.200000"));
        adjusted.put("too-few", new BigDecimal("9.900000"));
        Map<String, Ranks> ranks = ranks(adjusted);
        assertThat(ranks.get("many").rating()).isEqualTo(1);
        assertThat(ranks.get("few").rating()).isEqualTo(2);
        assertThat(ranks.get("too-few")).isEqualTo(new Ranks(null, null, null));
    }

    /** All are at the mean of 8, so the more ratings, then the id decide. */
    @Test
    void equalMeansGoByMoreRatingsThenById() {
        lecturer("b", "A", 8, 8, 8, 8, 8);
        lecturer("a", "B", 8, 8, 8, 8, 8);
        lecturer("c", "A", 8, 8, 8, 8, 8, 8);
        Map<String, Ranks> ranks = ranks(Map.of());
        assertThat(ranks.get("c")).isEqualTo(new Ranks(1, null, 1));
        assertThat(ranks.get("a")).isEqualTo(new Ranks(2, null, 1));
        assertThat(ranks.get("b")).isEqualTo(new Ranks(3, null, 2));
    }

    /** Five marks by four people are four raters; three and two by five people are five. */
    @Test
    void ratersAreDifferentPeople() {
        lecturer("ann", "A", 9, 9, 9, 9);
        company.heldShare("again", "ann", Instant.parse("2026-06-12T06:00:00Z"), 45, 0)
                .rated("again", 9);
        lecturer("bob", "A", 8, 8, 8, 8);
        company.heldShare("more", "bob", Instant.parse("2026-06-12T06:00:00Z"), 45, 0);
        company.employee("other");
        company.write("insert into rating (share_id, learner_id, score, rated_at) values ('more', 'other', 8, now())");
        Map<String, Ranks> ranks = ranks(Map.of());
        assertThat(ranks.get("ann").rating()).isNull();
        assertThat(ranks.get("bob").rating()).isEqualTo(1);
        assertThat(scores.of(JUNE, rules(), Scope.one("ann")))
                .extracting(LecturerMonth::raters)
                .containsExactly(4);
    }

    @Test
    void theMostReusedIsFirstAndNothingReusedHasNoRank() {
        Map.of("a", 0, "c", 3, "b", 3, "d", 4)
                .forEach((id, reuses) -> company.employee(id)
                        .lecturer(id, "default")
                        .heldShare("s" + id, id, Instant.parse("2026-06-10T06:00:00Z"), 45, reuses));
        Map<String, Ranks> ranks = ranks(Map.of());
        assertThat(ranks.get("d").reuse()).isEqualTo(1);
        assertThat(ranks.get("b").reuse()).isEqualTo(2);
        assertThat(ranks.get("c").reuse()).isEqualTo(3);
        assertThat(ranks.get("a").reuse()).isNull();
    }

    private void lecturer(String id, String department, int... marks) {
        company.employee(id, department, "Consultant", null)
                .lecturer(id, "default")
                .heldShare("s-" + id, id, Instant.parse("2026-06-10T06:00:00Z"), 45, 0)
                .rated("s-" + id, marks);
    }

    private Map<String, Ranks> ranks(Map<String, BigDecimal> adjusted) {
        return scores.of(JUNE, rules(), new Scope(null, adjusted, false)).stream()
                .collect(Collectors.toMap(LecturerMonth::lecturerId, LecturerMonth::ranks));
    }

    private static ScoringRules rules() {
        return new ScoringRules(new PlainDecisions()::preview);
    }

    private BigDecimal score(Figures figures, Weights weights) {
        return scores.whatIf(TARGETS, weights, Arrays.asList(figures)).get(0);
    }

    static Weights weights(String shares, String rating, String reuse, String timeliness) {
        return new Weights(
                new BigDecimal(shares), new BigDecimal(rating), new BigDecimal(reuse), new BigDecimal(timeliness), 1);
    }
}
