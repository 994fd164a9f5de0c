package org.xinhuo.incentive.review;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.UsableAnswer;

/**
 * When the review of a month begins by itself, and when nobody's answer counts as a yes: the decision
 * {@code review-schedule}. A slip in the table stops no review: what comes with the product counts instead.
 */
@Component
@Transactional(readOnly = true)
public class ReviewSchedule {

    private static final String TABLE = "review-schedule";

    /** Shares of the last evening are rated for 24 hours; on the first the month would be cut short. */
    private static final int EARLIEST_DAY = 2;

    /** Every month has it. */
    private static final int LATEST_DAY = 28;

    private static final int LAST_HOUR = 23;
    private static final int MORNING = 9;
    private static final int LONGEST_SILENCE = 28;
    private static final int SILENCE = 3;

    private final MonthlyReviews reviews;
    private final Decisions decisions;
    private final CompanyTime time;

    ReviewSchedule(MonthlyReviews reviews, Decisions decisions, CompanyTime time) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.time = time;
    }

    private record Terms(int day, int hour, Duration silence) {

        static Terms of(Outcome outcome) {
            UsableAnswer answer = UsableAnswer.of(outcome);
            return new Terms(
                    answer.integer("day", EARLIEST_DAY, LATEST_DAY, EARLIEST_DAY),
                    answer.integer("hour", 0, LAST_HOUR, MORNING),
                    Duration.ofDays(answer.integer("silenceDays", 1, LONGEST_SILENCE, SILENCE)));
        }
    }

    /**
     * How a month that is over will be closed.
     *
     * @param underWay whether its review is open; otherwise it will begin
     * @param at when the review begins, or, once results are computed, when they are confirmed by themselves
     */
    public record Closing(boolean underWay, Instant at) {}

    /** When the review of this month begins by itself. Kept in the history of the process that asks. */
    public Instant beginsAt(YearMonth period) {
        return begins(period, Terms.of(decisions.decide(TABLE, inputs(period))));
    }

    /**
     * When nobody's answer counts as a yes, if HR is asked now: so many days from now, and never sooner than so many days
     * after the month. Kept in the history of the process that asks.
     */
    public Instant confirmsItself(YearMonth period) {
        return confirms(period, time.now(), Terms.of(decisions.decide(TABLE, inputs(period))));
    }

    /** How this month is going to be closed; empty once it is confirmed. */
    public Optional<Closing> closing(YearMonth period) {
        Terms terms = Terms.of(decisions.preview(TABLE).decide(inputs(period)));
        MonthlyReview review = reviews.findByPeriod(period.toString()).orElse(null);
        if (review == null) {
            return Optional.of(new Closing(false, begins(period, terms)));
        }
        if (review.isAnswered()) {
            return Optional.empty();
        }
        Instant asked = review.computedAt();
        return Optional.of(new Closing(true, confirms(period, asked == null ? time.now() : asked, terms)));
    }

    private Instant begins(YearMonth period, Terms terms) {
        return period.plusMonths(1)
                .atDay(terms.day())
                .atTime(terms.hour(), 0)
                .atZone(time.zone())
                .toInstant();
    }

    private Instant confirms(YearMonth period, Instant asked, Terms terms) {
        Instant over = time.startOf(period.plusMonths(1).atDay(1));
        return (asked.isAfter(over) ? asked : over).plus(terms.silence());
    }

    private static Map<String, String> inputs(YearMonth period) {
        return Map.of("month", period.toString());
    }
}
