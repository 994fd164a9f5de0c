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
     * A month that is not over may be confirmed, but not by a slip: what is held, rated and reused after that would not
     * count.
     *
     * @throws Refusal where the results are not confirmed, or confirmed before the month is over, and nobody says why
     */
    public void answer(String reviewId, String person, boolean confirmed, @Nullable String remark) {
        MonthlyReview review = reviews.get(reviewId);
        if (confirmed) {
            if (remark == null && !review.period().isBefore(time.thisMonth())) {
                throw Refusal.invalid(
                        "remark", "score.monthNotOver", review.period().toString());
            }
            review.approved(person, remark, time.now());
        } else {
            review.questioned(remark);
        }
    }

    /** Nobody answered in time: the results stand. */
    public void confirmUnasked(String reviewId) {
        reviews.get(reviewId).approved(null, null, time.now());
    }
}
