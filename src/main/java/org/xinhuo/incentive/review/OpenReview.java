package org.xinhuo.incentive.review;

import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.people.Groups;

/** Opens the one review that a period has. */
@Component
@Transactional
public class OpenReview {

    private static final Set<String> MAY_START = Set.of("hr", "camunda-admin");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private final MonthlyReviews reviews;
    private final JdbcClient jdbc;
    private final CompanyTime time;
    private final Groups groups;
    private final FinishReview finishReview;

    OpenReview(MonthlyReviews reviews, JdbcClient jdbc, CompanyTime time, Groups groups, FinishReview finishReview) {
        this.finishReview = finishReview;
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.time = time;
        this.groups = groups;
    }

    /** What a start came upon. */
    public enum Finding {
        /** The review is new. */
        OPENED,
        /** The period has an open review, which goes on. */
        UNDER_WAY,
        /** The period is confirmed, and something that follows is not done. */
        UNFINISHED,
        /** The period is confirmed, with all that follows. */
        CONFIRMED
    }

    /** @param reviewId the review of the period, new or found */
    public record Opened(String reviewId, Finding finding) {}

    /**
     * Opens a review, or finds the one there is. Two at once: the second waits for the first and finds it.
     *
     * @param wantedId the id to give, or null for a new one
     * @param startedBy who starts it, or null for the timer
     * @throws Refusal where the person may not, the month has not begun, or the id is another period's
     */
    public Opened open(@Nullable String wantedId, YearMonth period, @Nullable String startedBy) {
        if (startedBy != null && groups.of(startedBy).stream().noneMatch(MAY_START::contains)) {
            throw Refusal.forbidden("incentive.onlyHrReviews");
        }
        if (period.isAfter(time.thisMonth())) {
            throw Refusal.invalid("period", "incentive.reviewOfFuture", period.toString());
        }
        if (wantedId != null && !ID.matcher(wantedId).matches()) {
            throw Refusal.invalid("businessKey", "incentive.badReviewId");
        }
        if (wantedId != null
                && reviews.findById(wantedId)
                        .filter(known -> !known.period().equals(period))
                        .isPresent()) {
            throw Refusal.invalid("businessKey", "incentive.reviewIdTaken", wantedId);
        }
        String id = wantedId == null ? UUID.randomUUID().toString() : wantedId;
        int inserted = jdbc.sql("insert into monthly_review (id, period, state, opened_by, opened_at)"
                        + " values (:id, :period, 'OPEN', :by, :now) on conflict (period) do nothing")
                .param("id", id)
                .param("period", period.toString())
                .param("by", startedBy)
                .param("now", Timestamp.from(time.now()))
                .update();
        if (inserted == 1) {
            return new Opened(id, Finding.OPENED);
        }
        // One at a time finds that nothing carries it on.
        jdbc.sql("select id from monthly_review where period = :period for update")
                .param("period", period.toString())
                .query(String.class)
                .single();
        MonthlyReview found = reviews.findByPeriod(period.toString()).orElseThrow();
        if (!found.isConfirmed()) {
            return new Opened(found.id(), Finding.UNDER_WAY);
        }
        boolean finished = finishReview.unfinished(found.id()).isEmpty();
        return new Opened(found.id(), finished ? Finding.CONFIRMED : Finding.UNFINISHED);
    }
}
