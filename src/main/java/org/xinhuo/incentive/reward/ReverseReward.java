package org.xinhuo.incentive.reward;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.reward.RewardEntry.State;

/** Takes a credited reward back by an entry of the opposite amount; the mistake and its correction both stay. */
@Component
@Transactional
public class ReverseReward {

    private static final int LONGEST_REASON = 1000;

    private final RewardLedger ledger;

    ReverseReward(RewardLedger ledger) {
        this.ledger = ledger;
    }

    /** @throws Refusal for an own reward, one that is not credited, or one taken back before */
    public RewardEntry reverse(String rewardId, String person, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("reason", "incentive.reasonNeeded", LONGEST_REASON);
        }
        RewardEntry entry = ledger.get(rewardId);
        if (entry.employeeId().equals(person)) {
            throw Refusal.forbidden("incentive.ownReward");
        }
        if (entry.state() != State.CREDITED || entry.reversalOf() != null) {
            throw Refusal.conflict("incentive.rewardNotCredited", rewardId);
        }
        String reversal = ledger.reverse(entry, person, reason.strip());
        ledger.step(reversal, "APPROVED", person, reason.strip());
        ledger.step(reversal, "CREDITED", person, null);
        return ledger.get(reversal);
    }
}
