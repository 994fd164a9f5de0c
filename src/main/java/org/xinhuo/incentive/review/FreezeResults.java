package org.xinhuo.incentive.review;

import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.fairness.FairScores;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.MonthlyResults;
import org.xinhuo.notification.Notices;

/** Makes the confirmed results final and tells every lecturer the own one. */
@Component
@Transactional
public class FreezeResults {

    private final MonthlyReviews reviews;
    private final MonthlyResults results;
    private final FairScores fairScores;
    private final TellLateFacts lateFacts;
    private final Notices notices;
    private final OutcomeTexts outcomes;
    private final CompanyTime time;

    FreezeResults(
            MonthlyReviews reviews,
            MonthlyResults results,
            FairScores fairScores,
            TellLateFacts lateFacts,
            Notices notices,
            OutcomeTexts outcomes,
            CompanyTime time) {
        this.reviews = reviews;
        this.results = results;
        this.fairScores = fairScores;
        this.lateFacts = lateFacts;
        this.notices = notices;
        this.outcomes = outcomes;
        this.time = time;
    }

    /** @throws Refusal where neither HR nor HR's silence has confirmed them, whichever way this step was reached */
    public void freeze(String reviewId) {
        MonthlyReview review = reviews.get(reviewId);
        if (review.isConfirmed()) {
            return;
        }
        if (!review.isAnswered()) {
            throw Refusal.conflict(
                    "incentive.reviewNotAnswered", review.period().toString());
        }
        Set<String> incomplete = results.incomplete(review.period());
        review.close();
        results.freeze(review.period(), time.now());
        fairScores.freeze(review.period(), time.now());
        lateFacts.ofMonth(review.period(), incomplete);
        for (LecturerMonth month : results.of(review.period())) {
            String grade = Objects.requireNonNull(month.grade()).name();
            notices.tell(
                    month.lecturerId(),
                    "incentive/month/" + month.period(),
                    outcomes.code("incentive.monthConfirmed", grade),
                    "/months/" + month.period(),
                    month.period().toString(),
                    month.score().toPlainString(),
                    grade);
        }
    }
}
