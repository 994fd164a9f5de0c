package org.xinhuo.incentive.reward;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.people.Groups;

/** Takes an entry of the ledger up, once. */
@Component
@Transactional
public class OpenReward {

    private static final Set<String> MAY_START = Set.of("hr", "camunda-admin");

    private final RewardLedger ledger;
    private final Groups groups;

    OpenReward(RewardLedger ledger, Groups groups) {
        this.ledger = ledger;
        this.groups = groups;
    }

    /**
     * @param startedBy who starts it by hand, or null
     * @throws Refusal where there is no such entry, it reverses another, or it was taken up before
     */
    public void open(String rewardId, @Nullable String startedBy) {
        if (startedBy != null && groups.of(startedBy).stream().noneMatch(MAY_START::contains)) {
            throw Refusal.forbidden("incentive.rewardsStartByThemselves");
        }
        RewardEntry entry = ledger.get(rewardId);
        if (entry.reversalOf() != null || !ledger.step(rewardId, "TAKEN_UP", startedBy, null)) {
            throw Refusal.conflict("incentive.rewardWasTakenUp", rewardId);
        }
    }
}
