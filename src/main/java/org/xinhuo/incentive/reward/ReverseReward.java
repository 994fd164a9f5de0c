package org.xinhuo.incentive.reward;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.reward.RewardEntry.State;

/** Takes a credited reward back by an entry of the opposite amount; the mistake and its correction both stay. */
@Component
@Transactional
public class ReverseReward {

    private final RewardLedger ledger;
    private final RewardNotices notices;

    ReverseReward(RewardLedger ledger, RewardNotices notices) {
        this.ledger = ledger;
        this.notices = notices;
    }

    /** @throws Refusal for an own reward, one that is not credited, or one taken back before */
    public RewardEntry reverse(String rewardId, String person, String reason) {
        String why = Reason.of(reason);
        RewardEntry entry = ledger.hold(rewardId);
        if (entry.employeeId().equals(person)) {
            throw Refusal.forbidden("incentive.ownReward");
        }
        if (entry.state() != State.CREDITED || entry.reversalOf() != null) {
            throw Refusal.conflict("incentive.rewardNotCredited", rewardId);
        }
        RewardEntry reversal = ledger.get(ledger.reverse(entry, person, why, null));
        notices.takenBack(entry, why);
        return reversal;
    }
}
