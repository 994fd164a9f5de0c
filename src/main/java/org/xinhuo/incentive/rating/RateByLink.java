package org.xinhuo.incentive.rating;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
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
    private final CompanyTime time;

    RateByLink(RatingLinks links, RateShare rateShare, Notices notices, CompanyTime time) {
        this.links = links;
        this.rateShare = rateShare;
        this.notices = notices;
        this.time = time;
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
        Integer before = rateShare.rateKeepingComment(link.shareId(), link.learnerId(), score, comment);
        if (before != null && before == score) {
            return;
        }
        // A key a change: whoever puts the points back to what they were once is told of as well.
        notices.tell(
                link.learnerId(),
                "sharing/" + link.shareId() + "/rated-by-link/" + time.now() + "/" + score,
                "rating.link.told",
                "/ratings",
                link.title(),
                score);
    }
}
