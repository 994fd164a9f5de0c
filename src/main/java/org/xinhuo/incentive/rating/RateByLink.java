package org.xinhuo.incentive.rating;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.notification.Notices;

/**
 * Takes a rating that came by a personal link. The link rates as its learner whoever holds it, so the learner is told,
 * and can replace what somebody else gave.
 */
@Service
@Transactional
public class RateByLink {

    private final RatingLinks links;
    private final RateShare rateShare;
    private final Notices notices;

    RateByLink(RatingLinks links, RateShare rateShare, Notices notices) {
        this.links = links;
        this.rateShare = rateShare;
        this.notices = notices;
    }

    /**
     * @param comment blank leaves an earlier comment as it is: a page without login does not show it
     * @throws Refusal as {@link RateShare#rate} does, and where the link is none
     */
    public void rate(String token, int score, @Nullable String comment) {
        RatingLinks.Link link = links.read(token).orElseThrow(() -> Refusal.notFound("rating.link.unknown"));
        if (!link.open()) {
            throw Refusal.conflict("incentive.ratingIsClosed", link.title());
        }
        rateShare.rateKeepingComment(link.shareId(), link.learnerId(), score, comment);
        // A key a score: a second hand that changes the first one's rating is told as well.
        notices.tell(
                link.learnerId(),
                "sharing/" + link.shareId() + "/rated-by-link/" + score,
                "rating.link.told",
                "/ratings",
                link.title(),
                score);
    }
}
