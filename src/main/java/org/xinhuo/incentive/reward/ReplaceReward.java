package org.xinhuo.incentive.reward;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.reward.RewardLedger.Grant;

/**
 * Grants in the place of a reward that was taken back, rejected or withdrawn what is due now by the decision
 * {@code lecturer-reward}. It takes the same way as every reward, through {@code reward-approval}.
 */
@Component
@Transactional
public class ReplaceReward {

    private final DueRewards dueRewards;
    private final RewardLedger ledger;
    private final RewardTasks tasks;

    ReplaceReward(DueRewards dueRewards, RewardLedger ledger, RewardTasks tasks) {
        this.dueRewards = dueRewards;
        this.ledger = ledger;
        this.tasks = tasks;
    }

    /** @throws Refusal for an own reward, one that still stands or was replaced before, or where nothing is due */
    public RewardEntry replace(String rewardId, String person, String reason) {
        String why = Reason.of(reason);
        ledger.hold();
        RewardEntry entry = ledger.hold(rewardId);
        if (entry.employeeId().equals(person)) {
            throw Refusal.forbidden("incentive.ownReward");
        }
        if (entry.reversalOf() != null || entry.stands()) {
            throw Refusal.conflict("reward.stillStands", rewardId);
        }
        DueReward due = dueRewards.recorded(entry.period(), entry.employeeId()).stream()
                .filter(reward -> reward.kind().equals(entry.kind()))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("reward.nothingDue", rewardId));
        List<String> granted = ledger.grant(List.of(new Grant(due, rewardId, why, person, null)));
        if (granted.isEmpty()) {
            throw Refusal.conflict("reward.wasReplaced", rewardId);
        }
        tasks.start(granted.get(0));
        return ledger.get(granted.get(0));
    }
}
