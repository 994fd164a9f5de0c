package org.xinhuo.incentive.review;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final JdbcClient jdbc;
    private final CompanyTime time;

    ReviewResults(MonthlyReviews reviews, MonthlyResults results, JdbcClient jdbc, CompanyTime time) {
        this.reviews = reviews;
        this.results = results;
        this.jdbc = jdbc;
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

    /** A share of the month that has ended and that nobody has reported: it does not count. */
    public record Unreported(String shareId, String lecturer, String title, Instant startsAt) {}

    /**
     * What the computed results do not have in them.
     *
     * @param changed lecturers whose result would be another by now; empty where a decision table does not answer
     * @param unreported the earliest first
     * @param openWindows shares of the month that are still being rated
     */
    public record Outstanding(OptionalInt changed, List<Unreported> unreported, int openWindows) {}

    /** What would count if the month were computed later than it was. */
    public Outstanding outstanding(String reviewId) {
        YearMonth period = reviews.get(reviewId).period();
        return new Outstanding(results.outdated(period), unreported(period), openWindows(period));
    }

    /** Whether this person has a result in the month of this review, be it a draft. */
    public boolean pays(String reviewId, String personId) {
        return reviews.findById(reviewId)
                .filter(review -> results.hasResult(review.period(), personId))
                .isPresent();
    }

    private List<Unreported> unreported(YearMonth period) {
        return jdbc.sql("select s.id, e.name, s.title, s.starts_at from share s join employee e on e.id = s.lecturer_id"
                        + " where s.starts_at >= :from and s.starts_at < :until and s.state = 'PLANNED'"
                        + " and s.starts_at + s.minutes * interval '1 minute' <= :now order by s.starts_at, s.id")
                .params(bounds(period))
                .query((row, number) -> new Unreported(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("title"),
                        row.getTimestamp("starts_at").toInstant()))
                .list();
    }

    private int openWindows(YearMonth period) {
        return jdbc.sql("select count(*) from share where starts_at >= :from and starts_at < :until"
                        + " and rating_opened_at is not null and rating_closed_at is null and rating_closes_at > :now")
                .params(bounds(period))
                .query(Integer.class)
                .single();
    }

    private Map<String, Object> bounds(YearMonth period) {
        return Map.of(
                "now", Timestamp.from(time.now()),
                "from", Timestamp.from(time.startOf(period.atDay(1))),
                "until", Timestamp.from(time.startOf(period.plusMonths(1).atDay(1))));
    }

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
