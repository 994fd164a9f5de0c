package org.xinhuo.incentive.reward;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Entries on their way to the payroll that nothing carries on: somebody has deleted the instance that did.
 * {@link RewardTasks#start} takes each up again.
 */
@Component
@Transactional(readOnly = true)
public class LostRewards {

    private final RewardLedger ledger;
    private final RewardTasks tasks;

    LostRewards(RewardLedger ledger, RewardTasks tasks) {
        this.ledger = ledger;
        this.tasks = tasks;
    }

    /** Those of every period. */
    public List<RewardEntry> all() {
        return lost(ledger.underWay());
    }

    /** Those of a period. */
    public List<RewardEntry> of(YearMonth period) {
        return lost(ledger.find(period, null).stream()
                .filter(RewardEntry::isUnderWay)
                .toList());
    }

    private List<RewardEntry> lost(List<RewardEntry> underWay) {
        if (underWay.isEmpty()) {
            return underWay;
        }
        Set<String> carried = tasks.carried();
        return underWay.stream().filter(entry -> !carried.contains(entry.id())).toList();
    }

    /** The entry, where it would be lost without whatever carries it on; empty where its way has ended. */
    public Optional<RewardEntry> needsCarrying(String rewardId) {
        return ledger.find(rewardId).filter(RewardEntry::isUnderWay);
    }
}
