package org.xinhuo.incentive.reward;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.OutcomeTexts;
import org.xinhuo.incentive.reward.RewardEntry.State;
import org.xinhuo.notification.Notices;

/** Takes HR's answer to a reward, or that of the table which asks nobody. */
@Component
@Transactional
public class ApproveReward {

    private final RewardLedger ledger;
    private final Notices notices;
    private final OutcomeTexts outcomes;

    ApproveReward(RewardLedger ledger, Notices notices, OutcomeTexts outcomes) {
        this.ledger = ledger;
        this.notices = notices;
        this.outcomes = outcomes;
    }

    /** The decision {@code reward-approval} says that nobody has to look at it. A second time changes nothing. */
    public void byRule(String rewardId) {
        if (ledger.hold(rewardId).state() == State.GRANTED) {
            ledger.step(rewardId, "APPROVED", null, null);
        }
    }

    /** @throws Refusal for an own reward, a rejection without a reason, or a second answer */
    public void answer(String rewardId, String person, boolean approved, @Nullable String remark) {
        RewardEntry entry = ledger.hold(rewardId);
        if (entry.employeeId().equals(person)) {
            throw Refusal.forbidden("incentive.ownReward");
        }
        if (!approved && remark == null) {
            throw Refusal.invalid("remark", "incentive.remarkNeeded");
        }
        if (entry.state() == State.WITHDRAWN) {
            // A correction was faster; the answer changes nothing any more, and the task may go.
            return;
        }
        if (!ledger.step(rewardId, approved ? "APPROVED" : "REJECTED", person, remark)) {
            throw Refusal.conflict("incentive.rewardWasDecided", rewardId);
        }
        if (!approved) {
            notices.tell(
                    entry.employeeId(),
                    "incentive/reward/" + rewardId + "/rejected",
                    outcomes.code("incentive.rewardRejected", entry.kind()),
                    "/rewards",
                    entry.period().toString(),
                    String.valueOf(remark),
                    entry.kind());
        }
    }
}
