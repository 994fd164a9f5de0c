package org.xinhuo.incentive.process;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.InstanceDeleted;
import org.xinhuo.incentive.correction.MonthCorrections;
import org.xinhuo.incentive.review.FinishReview;
import org.xinhuo.incentive.reward.LostRewards;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/**
 * An instance was deleted that carried a reward, a month or a correction with a way to go: HR and the administrators are
 * told at once, with the page on which it is taken up again.
 */
@Component
class TellOfLostInstances {

    private final LostRewards rewards;
    private final FinishReview reviews;
    private final MonthCorrections corrections;
    private final Employees employees;
    private final Groups groups;
    private final Notices notices;

    TellOfLostInstances(
            LostRewards rewards,
            FinishReview reviews,
            MonthCorrections corrections,
            Employees employees,
            Groups groups,
            Notices notices) {
        this.rewards = rewards;
        this.reviews = reviews;
        this.corrections = corrections;
        this.employees = employees;
        this.groups = groups;
        this.notices = notices;
    }

    @EventListener
    void tell(InstanceDeleted deleted) {
        String key = deleted.businessKey();
        switch (deleted.process()) {
            case "reward" ->
                rewards.needsCarrying(key)
                        .ifPresent(entry -> tell(
                                deleted,
                                "reward.lost",
                                "/rewards?period=" + entry.period(),
                                employees.get(entry.employeeId()).name(),
                                entry.period().toString()));
            case "monthly-review" ->
                reviews.unfinished(key)
                        .ifPresent(review -> tell(
                                deleted,
                                "reward.lost.review",
                                "/rewards?period=" + review.period(),
                                review.period().toString()));
            case "month-correction" ->
                corrections
                        .unfinished(null, key)
                        .forEach(correction -> tell(
                                deleted,
                                "reward.lost.correction",
                                "/corrections?period=" + correction.period(),
                                correction.period().toString()));
            default -> {
                // Nothing of the ledger depends on it.
            }
        }
    }

    private void tell(InstanceDeleted deleted, String code, String link, Object... arguments) {
        Set<String> people = new TreeSet<>(groups.members("hr"));
        people.addAll(groups.members("camunda-admin"));
        notices.tellAtOnce(people, "incentive/lost/" + deleted.instanceId(), code, link, arguments);
    }
}
