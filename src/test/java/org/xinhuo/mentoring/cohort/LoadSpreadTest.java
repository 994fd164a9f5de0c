package org.xinhuo.mentoring.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class LoadSpreadTest {

    /** Shares 0, 0.5, 0.5, 1: mean 2 / 4; Gini 2 (1·0 + 2·0.5 + 3·0.5 + 4·1) / (4 · 2) − 5/4 = 1.625 − 1.25 = 0.375. */
    @Test
    void aWorkedExample() {
        LoadSpread spread = LoadSpread.of(new int[] {2, 0, 1, 1, 7}, new int[] {2, 3, 2, 2, 0});
        assertThat(spread)
                .isEqualTo(new LoadSpread(
                        4,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        new BigDecimal("0.5"),
                        new BigDecimal("0.5"),
                        BigDecimal.ONE,
                        new BigDecimal("0.5"),
                        new BigDecimal("0.375")));
    }

    @Test
    void allAlikeIsNoSpread() {
        assertThat(LoadSpread.of(new int[] {1, 2}, new int[] {2, 4}).gini()).isZero();
        assertThat(LoadSpread.of(new int[] {0, 0}, new int[] {2, 4}).gini()).isZero();
    }

    @Test
    void withoutMentorsThereIsNothingToSay() {
        assertThat(LoadSpread.of(new int[] {}, new int[] {}).max()).isNull();
    }
}
