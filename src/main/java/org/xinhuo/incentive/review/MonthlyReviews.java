package org.xinhuo.incentive.review;

import java.util.Optional;
import org.springframework.data.repository.Repository;
import org.xinhuo.base.Refusal;

/** All reviews, one a period. */
interface MonthlyReviews extends Repository<MonthlyReview, String> {

    Optional<MonthlyReview> findById(String id);

    Optional<MonthlyReview> findByPeriod(String period);

    default MonthlyReview get(String id) {
        return findById(id).orElseThrow(() -> Refusal.notFound("incentive.unknownReview", id));
    }
}
