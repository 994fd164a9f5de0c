package org.xinhuo.incentive.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.rating.LiveRatings;
import org.xinhuo.incentive.rating.Ratings;
import org.xinhuo.incentive.sharing.Attendances;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/** What people may see of shares. Who rated is seen by nobody here but the rater. */
@Service
@Transactional(readOnly = true)
class ReadShares {

    private static final int MOST_SHARES = 50;

    private static final Set<String> READ_EVERYBODYS = Set.of("hr", "auditor", "camunda-admin");

    private final Shares shares;
    private final Attendances attendances;
    private final Ratings ratings;
    private final LiveRatings shown;
    private final Employees employees;
    private final Groups groups;
    private final CompanyTime time;

    ReadShares(
            Shares shares,
            Attendances attendances,
            Ratings ratings,
            LiveRatings shown,
            Employees employees,
            Groups groups,
            CompanyTime time) {
        this.shares = shares;
        this.attendances = attendances;
        this.ratings = ratings;
        this.shown = shown;
        this.employees = employees;
        this.groups = groups;
        this.time = time;
    }

    /**
     * The rating of a share.
     *
     * @param state {@code notOpen}, {@code open} or {@code closed}
     * @param count ratings given so far
     * @param mean of the scores 1 to 10, two decimals; for HR, auditors and administrators of all, for everybody else of
     *     what is shown together ({@link LiveRatings}); null where that is nothing
     */
    record RatingView(
            String state,
            @Nullable Instant openedAt,
            @Nullable Instant closesAt,
            @Nullable Instant closedAt,
            int count,
            @Nullable BigDecimal mean) {}

    /** One share. {@code myRating} is the reader's own, and null for who did not rate. */
    record View(
            String id,
            String lecturerId,
            String title,
            Instant startsAt,
            int minutes,
            @Nullable String place,
            @Nullable String audience,
            String state,
            String contentState,
            Instant contentDueAt,
            @Nullable Instant submittedAt,
            @Nullable Instant heldAt,
            @Nullable Integer reportedMinutes,
            int attendees,
            RatingView rating,
            Ratings.@Nullable Given myRating) {}

    /** A person's own: the newest shares given, and what waits for a rating, the most urgent first. */
    record Mine(List<View> asLecturer, List<Ratings.Open> toRate) {}

    View share(String id, String reader) {
        Share share = shares.get(id);
        Set<String> attendees = attendances.of(id);
        boolean oversees = groups.of(reader).stream().anyMatch(READ_EVERYBODYS::contains);
        if (!reader.equals(share.lecturerId())
                && !attendees.contains(reader)
                && !oversees
                && !reader.equals(employees.get(share.lecturerId()).managerId())) {
            throw Refusal.forbidden("incentive.shareNotYours");
        }
        // Whoever oversees the shares of others sees the own ones as their lecturer does.
        boolean all = oversees && !reader.equals(share.lecturerId());
        return view(share, shown.one(id), all, ratings.given(id, reader).orElse(null));
    }

    Mine mine(String person, boolean asLecturer, boolean toRate) {
        List<Share> given =
                asLecturer ? shares.findByLecturerIdOrderByStartsAtDesc(person, Limit.of(MOST_SHARES)) : List.of();
        Map<String, LiveRatings.Live> live =
                shown.of(given.stream().map(Share::id).toList());
        return new Mine(
                given.stream()
                        .map(share -> view(share, Objects.requireNonNull(live.get(share.id())), false, null))
                        .toList(),
                toRate ? ratings.openFor(person, time.now()) : List.of());
    }

    private View view(Share share, LiveRatings.Live live, boolean all, Ratings.@Nullable Given mine) {
        return new View(
                share.id(),
                share.lecturerId(),
                share.title(),
                share.startsAt(),
                share.minutes(),
                share.place(),
                share.audience(),
                share.state().name(),
                share.contentState().name(),
                share.contentDueAt(),
                share.submittedAt(),
                share.heldAt(),
                share.reportedMinutes(),
                live.attendees(),
                new RatingView(
                        ratingState(share),
                        share.ratingOpenedAt(),
                        share.ratingClosesAt(),
                        share.ratingClosedAt(),
                        live.count(),
                        all ? ratings.figures(share.id()).mean() : live.mean(2)),
                mine);
    }

    private String ratingState(Share share) {
        if (share.isRatingOpenAt(time.now())) {
            return "open";
        }
        return share.ratingOpenedAt() == null && share.state() == Share.State.PLANNED ? "notOpen" : "closed";
    }
}
