package org.xinhuo.incentive.review;

import java.time.YearMonth;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Groups;

/**
 * Tells HR once of each month that only HR can judge: its shares came by file alone, and nobody has reviewed it, though an
 * earlier month was. It may have been paid elsewhere; it may have been forgotten.
 */
@Component
public class TellMissedMonths {

    private final MissedReviews missed;
    private final Groups groups;
    private final Notices notices;

    TellMissedMonths(MissedReviews missed, Groups groups, Notices notices) {
        this.missed = missed;
        this.groups = groups;
        this.notices = notices;
    }

    @Transactional
    public void tell() {
        for (YearMonth month : missed.importedOnly()) {
            notices.tell(
                    groups.members("hr"),
                    "incentive/month/" + month + "/not-reviewed",
                    "score.monthNotReviewed",
                    "/rewards?period=" + month,
                    month.toString());
        }
    }
}
