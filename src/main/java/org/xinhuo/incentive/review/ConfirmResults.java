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
    private final ReviewResults drafts;
    private final CompanyTime time;

    ConfirmResults(MonthlyReviews reviews, MonthlyResults results, ReviewResults drafts, CompanyTime time) {
        this.drafts = drafts;
        this.reviews = reviews;
        this.results = results;
        this.time = time;
    }

    /**
     * A month that is not over may be confirmed, though what is held, rated and reused after that does not count: the
     * form warns of it. Not by whom it would pay, though: nobody chooses the moment at which the own rank is best.
     *
     * @throws Refusal where the results are not confirmed and nobody says why, and where somebody with a result in the
     *     month confirms it before its end, while shares of it wait for their report or are still being rated, or while
     *     results would be others by now
     */
    public void answer(String reviewId, String person, boolean confirmed, @Nullable String remark) {
        MonthlyReview review = reviews.get(reviewId);
        if (confirmed) {
            if (results.hasResult(review.period(), person)) {
                refuseUnlessComplete(review);
            }
            review.approved(person, remark, time.now());
        } else {
            review.questioned(remark);
        }
    }

    private void refuseUnlessComplete(MonthlyReview review) {
        if (!review.period().isBefore(time.thisMonth())) {
            throw Refusal.forbidden("score.ownMonthNotOver", review.period().toString());
        }
        ReviewResults.Outstanding outstanding = drafts.outstanding(review.id());
        int unreported = outstanding.unreported().size();
        if (unreported + outstanding.openWindows() > 0) {
            throw Refusal.forbidden(
                    "score.ownMonthOutstanding", review.period().toString(), unreported, outstanding.openWindows());
        }
        if (outstanding.changed().orElse(1) > 0) {
            throw Refusal.forbidden("score.ownMonthChanged", review.period().toString());
        }
    }

    /**
     * Nobody answered in time: the results stand as they were computed anew just before.
     *
     * @param by who has brought the process here by hand, or null where time has
     * @throws Refusal where that is somebody with a result in the month
     */
    public void confirmUnasked(String reviewId, @Nullable String by) {
        MonthlyReview review = reviews.get(reviewId);
        if (by != null && results.hasResult(review.period(), by)) {
            throw Refusal.forbidden("score.ownMonth", review.period().toString());
        }
        review.approved(null, null, time.now());
    }
}
