package org.xinhuo.incentive.review;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.incentive.fairness.ComputeFairScores;
import org.xinhuo.incentive.scoring.MonthlyResults;

/** Computes the results that HR is asked to confirm. */
@Component
@Transactional
public class ComputeResults {

    private final MonthlyReviews reviews;
    private final ComputeFairScores fairScores;
    private final MonthlyResults results;
    private final CompanyTime time;

    ComputeResults(MonthlyReviews reviews, ComputeFairScores fairScores, MonthlyResults results, CompanyTime time) {
        this.reviews = reviews;
        this.fairScores = fairScores;
        this.results = results;
        this.time = time;
    }

    public void compute(String reviewId) {
        MonthlyReview review = reviews.get(reviewId);
        review.computed(time.now());
        // Before the ranks: they follow the adjusted means where the process owner wants it.
        fairScores.compute(review.period(), reviewId);
        results.compute(review.period(), reviewId);
    }
}
