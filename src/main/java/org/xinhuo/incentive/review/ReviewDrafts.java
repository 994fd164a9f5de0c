package org.xinhuo.incentive.review;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.MonthlyResults;

/** All results that HR is asked to confirm. */
@Component
@Transactional(readOnly = true)
public class ReviewDrafts {

    private final MonthlyReviews reviews;
    private final MonthlyResults results;

    ReviewDrafts(MonthlyReviews reviews, MonthlyResults results) {
        this.reviews = reviews;
        this.results = results;
    }

    /**
     * The results as they were computed.
     *
     * @param computedAt when
     * @param months by cash rank, score and id
     */
    public record Drafts(Instant computedAt, List<LecturerMonth> months) {}

    /** Empty where the month is not under review, or not computed yet. */
    public Optional<Drafts> of(YearMonth period) {
        return reviews.findByPeriod(period.toString())
                .filter(review -> !review.isConfirmed())
                .map(MonthlyReview::computedAt)
                .map(at -> new Drafts(at, results.of(period)));
    }
}
