package org.xinhuo.incentive.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.ShareNotices;
import org.xinhuo.incentive.sharing.Shares;

/** Ends the rating of a share and tells the lecturer what came of it. */
@Service
@Transactional
public class CloseRating {

    private final Shares shares;
    private final Ratings ratings;
    private final RatingSums sums;
    private final LiveRatings shown;
    private final ShareNotices notices;
    private final CompanyTime time;

    CloseRating(
            Shares shares,
            Ratings ratings,
            RatingSums sums,
            LiveRatings shown,
            ShareNotices notices,
            CompanyTime time) {
        this.shares = shares;
        this.ratings = ratings;
        this.sums = sums;
        this.shown = shown;
        this.notices = notices;
        this.time = time;
    }

    /** Waits for ratings under way, lets no other in. */
    public void close(String shareId) {
        Share share = shares.get(shareId);
        share.closeRating(time.now());
        shares.saveAndFlush(share);
        sums.keep(List.of(shareId));
    }

    /** Tells mean and number, and the number alone where so few rated that the mean would tell who gave what. */
    public void announce(String shareId) {
        Share share = shares.get(shareId);
        Ratings.Figures figures = ratings.figures(shareId);
        LiveRatings.Live live = shown.one(shareId);
        BigDecimal mean = live.shown() == 0 ? null : figures.mean();
        if (figures.count() == 0) {
            notices.tell(share, share.lecturerId(), "result", "incentive.ratingResultNone", share.title());
        } else if (mean == null) {
            notices.tell(
                    share,
                    share.lecturerId(),
                    "result",
                    "content.ratingResultFew",
                    share.title(),
                    figures.count(),
                    live.shownTogether());
        } else {
            notices.tell(
                    share,
                    share.lecturerId(),
                    "result",
                    "incentive.ratingResult",
                    share.title(),
                    oneDecimal(mean),
                    figures.count());
        }
    }

    private static String oneDecimal(BigDecimal mean) {
        return mean.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
