package org.xinhuo.incentive.scoring;

import java.math.BigDecimal;
import java.time.YearMonth;
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
        BigDecimal score,
        @Nullable Grade grade,
        Ranks ranks) {

    /** The raw mean of all ratings, not rounded; null without any. */
    public @Nullable BigDecimal averageRating() {
        return ScoreFormula.mean(ratingSum, ratings);
    }

    /** The four parts of the score, not rounded. */
    public Components components() {
        return ScoreFormula.components(count(), targets);
    }

    MonthCount count() {
        return new MonthCount(lecturerId, name, department, group, held, onTime, ratings, ratingSum, raters, reuses);
    }

    LecturerMonth graded(Grade as) {
        return new LecturerMonth(
                lecturerId,
                name,
                department,
                group,
                period,
                confirmed,
                held,
                onTime,
                ratings,
                ratingSum,
                raters,
                reuses,
                targets,
                weights,
                score,
                as,
                ranks);
    }
}
