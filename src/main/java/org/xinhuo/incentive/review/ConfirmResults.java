package org.xinhuo.incentive.review;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.scoring.MonthlyResults;

/** Takes HR's answer to the results, or that there was none. */
@Component
@Transactional
public class ConfirmResults {

    private final MonthlyReviews reviews;
    private final MonthlyResults results;
    private final CompanyTime time;

    ConfirmResults(MonthlyReviews reviews, MonthlyResults results, CompanyTime time) {
        this.reviews = reviews;
        this.results = results;
        this.time = time;
    }

    /**
     * A month that is not over may be confirmed, though what is held, rated and reused after that does not count: the
     * form warns of it. Not by whom it would pay, though: nobody chooses the moment at which the own rank is best.
     *
     * @throws Refusal where the results are not confirmed and nobody says why, and where somebody with a result in the
     *     month confirms it before its end
     */
    public void answer(String reviewId, String person, boolean confirmed, @Nullable String remark) {
        MonthlyReview review = reviews.get(reviewId);
        if (confirmed) {
            if (!review.period().isBefore(time.thisMonth()) && results.hasResult(review.period(), person)) {
                throw Refusal.forbidden("score.ownMonthNotOver", review.period().toString());
            }
            review.approved(person, remark, time.now());
        } else {
            review.questioned(remark);
        }
    }

    /** Nobody answered in time: the results stand as they were computed anew just before. */
    public void confirmUnasked(String reviewId) {
        reviews.get(reviewId).approved(null, null, time.now());
    }
}
