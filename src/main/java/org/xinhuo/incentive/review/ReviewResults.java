package org.xinhuo.incentive.review;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.MonthlyResults;

/** What a review found, for whoever must look at it. */
@Component
@Transactional(readOnly = true)
public class ReviewResults {

    private final MonthlyReviews reviews;
    private final MonthlyResults results;
    private final CompanyTime time;

    ReviewResults(MonthlyReviews reviews, MonthlyResults results, CompanyTime time) {
        this.reviews = reviews;
        this.results = results;
        this.time = time;
    }

    /**
     * A review with its results.
     *
     * @param over whether the month is over
     * @param rounds how often the results were computed
     * @param lastRemark what HR wrote last, or null
     * @param months by cash rank, score and id
     */
    public record Reviewed(
            YearMonth period,
            boolean over,
            int rounds,
            @Nullable String lastRemark,
            List<LecturerMonth> months) {}

    public Reviewed of(String reviewId) {
        MonthlyReview review = reviews.get(reviewId);
        return new Reviewed(
                review.period(),
                review.period().isBefore(time.thisMonth()),
                review.rounds(),
                review.remark(),
                results.of(review.period()));
    }
}
