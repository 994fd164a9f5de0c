package org.xinhuo.incentive.reward;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.people.Groups;

/** Takes an entry of the ledger up: once, and once more where whatever carried it is gone. */
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
     * @param carried whether somebody else carries the entry on; asked while nobody else can take it up
     * @throws Refusal where there is no such entry, it reverses another, its way has ended, or another carries it on
     */
    public void open(String rewardId, @Nullable String startedBy, BooleanSupplier carried) {
        if (startedBy != null && groups.of(startedBy).stream().noneMatch(MAY_START::contains)) {
            throw Refusal.forbidden("incentive.rewardsStartByThemselves");
        }
        RewardEntry entry = ledger.hold(rewardId);
        if (!entry.isUnderWay() || (!ledger.step(rewardId, "TAKEN_UP", startedBy, null) && carried.getAsBoolean())) {
            throw Refusal.conflict("incentive.rewardWasTakenUp", rewardId);
        }
    }
}
