package org.xinhuo.incentive.rating;

import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.incentive.sharing.Attendances;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.ShareNotices;
import org.xinhuo.incentive.sharing.Shares;

/** Opens the rating window of a share that is over, and asks those who attended. */
@Service
@Transactional
public class OpenRating {

    private final Shares shares;
    private final Attendances attendances;
    private final ShareNotices notices;
    private final CompanyTime time;

    OpenRating(Shares shares, Attendances attendances, ShareNotices notices, CompanyTime time) {
        this.shares = shares;
        this.attendances = attendances;
        this.notices = notices;
        this.time = time;
    }

    /** @return when the window closes */
    public Instant open(String shareId) {
        Share share = shares.get(shareId);
        share.openRating(time.now());
        shares.saveAndFlush(share);
        notices.askToRate(share, attendances.of(shareId));
        return Objects.requireNonNull(share.ratingClosesAt());
    }
}
