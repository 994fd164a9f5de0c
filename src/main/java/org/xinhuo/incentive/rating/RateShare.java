package org.xinhuo.incentive.rating;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.sharing.Attendances;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.Shares;

/** Takes a learner's rating of a share he attended, while the window is open; a second one replaces the first. */
@Service
@Transactional
public class RateShare {

    public static final int LOWEST = 1;
    public static final int HIGHEST = 10;

    /** Most characters of a comment. */
    public static final int LONGEST_COMMENT = 2000;

    private final Ratings ratings;
    private final Shares shares;
    private final Attendances attendances;
    private final CompanyTime time;

    RateShare(Ratings ratings, Shares shares, Attendances attendances, CompanyTime time) {
        this.ratings = ratings;
        this.shares = shares;
        this.attendances = attendances;
        this.time = time;
    }

    /**
     * @param score {@value #LOWEST} to {@value #HIGHEST}
     * @param comment at most {@value #LONGEST_COMMENT} characters
     * @throws Refusal where score or comment break their rule, there is no such share, the learner did not attend it,
     *     or the window is not open
     */
    public Ratings.Given rate(String shareId, String learnerId, int score, @Nullable String comment) {
        Instant now = time.now();
        store(shareId, learnerId, score, comment, false, now);
        return new Ratings.Given(score, said(comment), now);
    }

    /**
     * As {@link #rate}, but without a comment an earlier one stays.
     *
     * @return what the learner had given until then, or null
     */
    @Nullable
    Integer rateKeepingComment(String shareId, String learnerId, int score, @Nullable String comment) {
        return store(shareId, learnerId, score, comment, true, time.now()).before();
    }

    private static @Nullable String said(@Nullable String comment) {
        return comment == null || comment.isBlank() ? null : comment.strip();
    }

    private Ratings.Stored store(
            String shareId, String learnerId, int score, @Nullable String comment, boolean keepsComment, Instant now) {
        if (score < LOWEST || score > HIGHEST) {
            throw Refusal.invalid("score", "form.outOfRange", "score", LOWEST, HIGHEST);
        }
        String said = said(comment);
        if (said != null && said.indexOf('\0') >= 0) {
            throw Refusal.invalid("comment", "form.notAText", "comment");
        }
        if (said != null && said.length() > LONGEST_COMMENT) {
            throw Refusal.invalid("comment", "form.tooLong", "comment", LONGEST_COMMENT);
        }
        return ratings.put(shareId, learnerId, score, said, keepsComment, now)
                .orElseThrow(() -> why(shareId, learnerId));
    }

    private Refusal why(String shareId, String learnerId) {
        Share share = shares.get(shareId);
        if (share.lecturerId().equals(learnerId)) {
            return Refusal.forbidden("incentive.lecturerDoesNotRate");
        }
        if (!attendances.contains(shareId, learnerId)) {
            return Refusal.forbidden("incentive.onlyAttendeesRate");
        }
        return share.ratingOpenedAt() == null
                ? Refusal.conflict("incentive.ratingNotOpenYet", share.title())
                : Refusal.conflict("incentive.ratingIsClosed", share.title());
    }
}
