package org.xinhuo.incentive.reward;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinhuo.incentive.scoring.LecturerMonth;

/**
 * On what a reward was decided: the five inputs of {@code lecturer-reward}, and the person's own figures behind them,
 * which tell a correction of the own result from a rank that somebody else's correction has moved. Kept with the entry.
 *
 * @param score 0 to 100, two decimals
 * @param ratingSum the sum of the scores of all {@code ratings}
 */
public record RewardBasis(
        @Nullable String grade,
        @Nullable Integer ratingRank,
        @Nullable Integer reuseRank,
        int raters,
        @Nullable String region,
        BigDecimal score,
        int held,
        int onTime,
        int ratings,
        int ratingSum,
        int reuses) {

    static RewardBasis of(LecturerMonth month, @Nullable String region) {
        return new RewardBasis(
                month.grade() == null ? null : month.grade().name(),
                month.ranks().rating(),
                month.ranks().reuse(),
                month.raters(),
                region,
                month.score(),
                month.held(),
                month.onTime(),
                month.ratings(),
                month.ratingSum(),
                month.reuses());
    }

    /** Whether the person's own result is the same; ranks are others' results as well. */
    boolean sameResult(RewardBasis other) {
        return Objects.equals(grade, other.grade)
                && raters == other.raters
                && score.compareTo(other.score) == 0
                && held == other.held
                && onTime == other.onTime
                && ratings == other.ratings
                && ratingSum == other.ratingSum
                && reuses == other.reuses;
    }

    boolean sameRanks(RewardBasis other) {
        return Objects.equals(ratingRank, other.ratingRank) && Objects.equals(reuseRank, other.reuseRank);
    }
}
