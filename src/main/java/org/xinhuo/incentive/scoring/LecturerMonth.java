package org.xinhuo.incentive.scoring;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A lecturer's month, computed or confirmed.
 *
 * @param confirmed whether it is frozen by a confirmed review; otherwise it is what the tables say now
 * @param held shares held whose reported minutes reach the target
 * @param onTime those of them whose content came in time
 * @param ratings all ratings of the month's shares, {@code ratingSum} the sum of their scores
 * @param raters the different people who rated
 * @param reuses distinct reuses
 * @param components the four parts of the score, each 0 to 100 and not rounded
 * @param score 0 to 100, two decimals
 * @param grade null where it was not asked for
 */
public record LecturerMonth(
        String lecturerId,
        String name,
        String department,
        String group,
        YearMonth period,
        boolean confirmed,
        int held,
        int onTime,
        int ratings,
        int ratingSum,
        int raters,
        int reuses,
        Targets targets,
        Weights weights,
        Components components,
        BigDecimal score,
        @Nullable Grade grade,
        Ranks ranks) {

    /** The raw mean of all ratings, not rounded; null without any. */
    public @Nullable BigDecimal averageRating() {
        return Means.mean(ratingSum, ratings);
    }

    /** The counts that the score is made of. */
    public Figures figures() {
        return new Figures(held, onTime, ratings, ratingSum, reuses);
    }

    /** Whether this says the same of the person as another one: figures, targets, weights, score, grade and ranks. */
    public boolean sameResult(LecturerMonth other) {
        return figures().equals(other.figures())
                && raters == other.raters
                && targets.same(other.targets)
                && weights.same(other.weights)
                && score.compareTo(other.score) == 0
                && Objects.equals(gradeName(), other.gradeName())
                && ranks.equals(other.ranks);
    }

    /** The grade as the table writes it, or null where it was not asked for. */
    public @Nullable String gradeName() {
        return grade == null ? null : grade.name();
    }

    LecturerMonth graded(Grade as) {
        return with(confirmed, as);
    }

    LecturerMonth asConfirmed() {
        return with(true, grade);
    }

    private LecturerMonth with(boolean nowConfirmed, @Nullable Grade as) {
        return new LecturerMonth(
                lecturerId,
                name,
                department,
                group,
                period,
                nowConfirmed,
                held,
                onTime,
                ratings,
                ratingSum,
                raters,
                reuses,
                targets,
                weights,
                components,
                score,
                as,
                ranks);
    }
}
