package org.xinhuo.incentive.process;

import java.time.YearMonth;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.RunningInstances;
import org.xinhuo.incentive.correction.MonthCorrections;
import org.xinhuo.incentive.review.FinishReview;
import org.xinhuo.incentive.reward.LostRewards;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Groups;

/**
 * Once a month, before the review: whatever of the ledger nothing carries on, however its instance was lost, is told to HR
 * and the administrators by the month that it is of.
 */
@Component
public class LookForLostRows {

    private final LostRewards rewards;
    private final FinishReview reviews;
    private final MonthCorrections corrections;
    private final RunningInstances instances;
    private final Groups groups;
    private final Notices notices;
    private final CompanyTime time;

    LookForLostRows(
            LostRewards rewards,
            FinishReview reviews,
            MonthCorrections corrections,
            RunningInstances instances,
            Groups groups,
            Notices notices,
            CompanyTime time) {
        this.rewards = rewards;
        this.reviews = reviews;
        this.corrections = corrections;
        this.instances = instances;
        this.groups = groups;
        this.notices = notices;
        this.time = time;
    }

    /** A second time in a month tells nobody again. */
    @Transactional
    public void tell() {
        TreeMap<YearMonth, Integer> onRewards = new TreeMap<>();
        rewards.all().forEach(entry -> onRewards.merge(entry.period(), 1, Integer::sum));
        Set<String> reviewed = instances.keysOf("monthly-review");
        reviews.unfinished().stream()
                .filter(review -> !reviewed.contains(review.reviewId()))
                .forEach(review -> onRewards.merge(review.period(), 1, Integer::sum));
        TreeMap<YearMonth, Integer> onCorrections = new TreeMap<>();
        Set<String> corrected = instances.keysOf("month-correction");
        corrections.unfinished(null, null).stream()
                .filter(correction -> !corrected.contains(correction.id()))
                .forEach(correction -> onCorrections.merge(correction.period(), 1, Integer::sum));
        onRewards.forEach((period, rows) -> tell("/rewards?period=", period, rows));
        onCorrections.forEach((period, rows) -> tell("/corrections?period=", period, rows));
    }

    private void tell(String page, YearMonth period, int rows) {
        Set<String> people = new TreeSet<>(groups.members("hr"));
        people.addAll(groups.members("camunda-admin"));
        notices.tell(
                people,
                "incentive/lost" + page + period + "/" + time.thisMonth(),
                "reward.lost.rows",
                page + period,
                period.toString(),
                rows);
    }
}
