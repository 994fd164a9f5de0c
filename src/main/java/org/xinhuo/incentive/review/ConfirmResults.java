package org.xinhuo.incentive.review;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;

/** Takes HR's answer to the results, or that there was none. */
@Component
@Transactional
public class ConfirmResults {

    private final MonthlyReviews reviews;
    private final CompanyTime time;

    ConfirmResults(MonthlyReviews reviews, CompanyTime time) {
        this.reviews = reviews;
        this.time = time;
    }

    /**
     * A month that is not over may be confirmed, though what is held, rated and reused after that does not count: the
     * form warns of it.
     *
     * @throws Refusal where the results are not confirmed and nobody says why
     */
    public void answer(String reviewId, String person, boolean confirmed, @Nullable String remark) {
        MonthlyReview review = reviews.get(reviewId);
        if (confirmed) {
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
