package org.xinhuo.incentive.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ScoreFormulaTest {

    static final Targets TARGETS = new Targets(2, 30, 3, 5, 1);
    static final Weights DEFAULT = weights("0.2", "0.4", "0.3", "0.1");
    static final Weights SALES = weights("0", "0.5", "0.3", "0.2");

    /** 2 of 2 held, mean 8.5, 3 of 3 reuses, both on time: 0.2·100 + 0.4·85 + 0.3·100 + 0.1·100 = 94. */
    @Test
    void aFullMonthScores() {
        assertThat(score(count(2, 2, 6, 51, 6, 3), DEFAULT)).isEqualByComparingTo("94.00");
    }

    /** 1 of 2 held (50), mean 20/3 (66.67), 1 of 3 reuses (33.33), late (0): 10 + 26.667 + 10 + 0 = 46.67. */
    @Test
    void thirdsAreRoundedOnceAtTheEnd() {
        assertThat(score(count(1, 0, 3, 20, 3, 1), DEFAULT)).isEqualByComparingTo("46.67");
    }

    /** Sales: shares do not count. Mean 9, 2 of 3 reuses, 1 of 2 on time: 0.5·90 + 0.3·66.67 + 0.2·50 = 75. */
    @Test
    void salesAreNotScoredByTheNumberOfShares() {
        assertThat(score(count(2, 1, 2, 18, 2, 2), SALES)).isEqualByComparingTo("75.00");
    }

    /** Weights 2, 4, 3, 1 say the same as 0.2, 0.4, 0.3, 0.1. */
    @Test
    void weightsNeedNotAddUpToOne() {
        assertThat(score(count(1, 0, 3, 20, 3, 1), weights("2", "4", "3", "1")))
                .isEqualByComparingTo(score(count(1, 0, 3, 20, 3, 1), DEFAULT));
    }

    @Test
    void weightsOfNothingAreAMistakeInTheTable() {
        assertThatThrownBy(() -> score(count(1, 0, 3, 20, 3, 1), weights("0", "0", "0", "0")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aMonthWithoutAnythingScoresZero() {
        MonthCount nothing = count(0, 0, 0, 0, 0, 0);
        assertThat(score(nothing, DEFAULT)).isEqualByComparingTo("0.00");
        assertThat(ScoreFormula.components(nothing, TARGETS).timeliness()).isZero();
        assertThat(ScoreFormula.mean(0, 0)).isNull();
    }

    @Test
    void moreThanTheTargetGivesNoMore() {
        assertThat(score(count(5, 5, 6, 51, 6, 30), DEFAULT)).isEqualByComparingTo("94.00");
    }

    /** 0.4 · 10 · 171/80 = 8.55 exactly; with 0.005 left it goes up: 10 · 0.4 · 11371/8000 = 5.6855 → 5.69. */
    @Test
    void halfACentGoesUp() {
        assertThat(score(count(0, 0, 8000, 11371, 8, 0), DEFAULT)).isEqualByComparingTo("5.69");
        // A third and two thirds make the whole again: 10/3·… must not end in …4999.
        assertThat(ScoreFormula.rounded(new BigDecimal("84.9949999999999999999999999999999")))
                .isEqualByComparingTo("85.00");
    }

    static BigDecimal score(MonthCount count, Weights weights) {
        return ScoreFormula.score(ScoreFormula.components(count, TARGETS), weights);
    }

    static MonthCount count(int held, int onTime, int ratings, int sum, int raters, int reuses) {
        return new MonthCount("l", "L", "Sales", "default", held, onTime, ratings, sum, raters, reuses);
    }

    static Weights weights(String shares, String rating, String reuse, String timeliness) {
        return new Weights(
                new BigDecimal(shares), new BigDecimal(rating), new BigDecimal(reuse), new BigDecimal(timeliness), 1);
    }
}
