package org.xinhuo.incentive.review;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.incentive.scoring.MonthlyResults;

/** Computes the results that HR is asked to confirm. */
@Component
@Transactional
public class ComputeResults {

    private final MonthlyReviews reviews;
    private final MonthlyResults results;
    private final CompanyTime time;

    ComputeResults(MonthlyReviews reviews, MonthlyResults results, CompanyTime time) {
        this.reviews = reviews;
        this.results = results;
        this.time = time;
    }

    public void compute(String reviewId) {
        MonthlyReview review = reviews.get(reviewId);
        review.computed(time.now());
        results.compute(review.period(), reviewId);
    }
}
