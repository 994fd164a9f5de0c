package org.xinhuo.incentive.process.review;

import java.time.YearMonth;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.incentive.correction.CorrectMonth;
import org.xinhuo.incentive.review.FinishReview;
import org.xinhuo.incentive.reward.GrantRewards;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Groups;

/**
 * At the end of a review or correction: notes that everything has followed from it. Where a repair of an administrator
 * has passed over what pays, it is not noted: the month stays to be taken up, and HR and the administrators are told at
 * once.
 */
@Component
@Transactional
class FinishMonth {

    private final GrantRewards grantRewards;
    private final FinishReview finishReview;
    private final CorrectMonth correctMonth;
    private final Groups groups;
    private final Notices notices;

    FinishMonth(
            GrantRewards grantRewards,
            FinishReview finishReview,
            CorrectMonth correctMonth,
            Groups groups,
            Notices notices) {
        this.grantRewards = grantRewards;
        this.finishReview = finishReview;
        this.correctMonth = correctMonth;
        this.groups = groups;
        this.notices = notices;
    }

    void review(String reviewId, YearMonth period) {
        if (grantRewards.isAnyLeft(period) || !finishReview.finish(reviewId)) {
            tell("review/" + reviewId, "reward.passedOver.review", "/rewards", period);
        }
    }

    void correction(String correctionId, YearMonth period) {
        if (!correctMonth.finish(correctionId)) {
            tell("correction/" + correctionId, "reward.passedOver.correction", "/corrections", period);
        }
    }

    private void tell(String which, String code, String page, YearMonth period) {
        Set<String> people = new TreeSet<>(groups.members("hr"));
        people.addAll(groups.members("camunda-admin"));
        notices.tellAtOnce(
                people, "incentive/passed-over/" + which, code, page + "?period=" + period, period.toString());
    }
}
