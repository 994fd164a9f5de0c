package org.xinhuo.incentive.reward;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.reward.RewardEntry.State;
import org.xinhuo.notification.Notices;

/** Credits an approved reward, once, and tells its owner. */
@Component
@Transactional
public class CreditReward {

    private final RewardLedger ledger;
    private final Notices notices;
    private final OutcomeTexts outcomes;

    CreditReward(RewardLedger ledger, Notices notices, OutcomeTexts outcomes) {
        this.ledger = ledger;
        this.notices = notices;
        this.outcomes = outcomes;
    }

    /**
     * A second run changes nothing, and what was rejected or withdrawn meanwhile stays so.
     *
     * @throws Refusal for one that nobody has approved, neither a person nor the table
     */
    public void credit(String rewardId) {
        RewardEntry entry = ledger.hold(rewardId);
        if (entry.state() == State.GRANTED) {
            throw Refusal.conflict("reward.notApproved", rewardId);
        }
        if (entry.state() != State.APPROVED) {
            return;
        }
        if (ledger.step(rewardId, "CREDITED", null, null)) {
            notices.tell(
                    entry.employeeId(),
                    "incentive/reward/" + rewardId + "/credited",
                    outcomes.code("incentive.rewardCredited", entry.kind()),
                    "/rewards",
                    entry.period().toString(),
                    entry.amount().toPlainString(),
                    entry.currency(),
                    entry.kind());
        }
    }
}
