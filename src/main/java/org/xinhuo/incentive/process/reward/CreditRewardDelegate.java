package org.xinhuo.incentive.process.reward;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.Decisions;
import org.xinhuo.incentive.reward.ApproveReward;
import org.xinhuo.incentive.reward.CreditReward;
import org.xinhuo.incentive.reward.RewardEntry;
import org.xinhuo.incentive.reward.RewardLedger;

/** Credits the reward, where the ledger says that it is approved. */
@Component("creditReward")
class CreditRewardDelegate implements JavaDelegate {

    private final CreditReward creditReward;
    private final ApproveReward approveReward;
    private final RewardLedger ledger;
    private final RewardFacts facts;
    private final Decisions decisions;

    CreditRewardDelegate(
            CreditReward creditReward,
            ApproveReward approveReward,
            RewardLedger ledger,
            RewardFacts facts,
            Decisions decisions) {
        this.creditReward = creditReward;
        this.approveReward = approveReward;
        this.ledger = ledger;
        this.facts = facts;
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String reward = execution.getProcessBusinessKey();
        // Weighed before the ledger noted that at once, or a moved token: the table says whether a person is passed by.
        if (ledger.get(reward).state() == RewardEntry.State.GRANTED && !needsApproval(reward)) {
            approveReward.byRule(reward);
        }
        creditReward.credit(reward);
    }

    private boolean needsApproval(String reward) {
        Map<String, Object> inputs = Map.of(
                "kind", facts.kind(reward),
                "amount", facts.amount(reward),
                "currency", facts.currency(reward),
                "heldForReview", facts.heldForReview(reward));
        return decisions.decide("reward-approval", inputs).first().flag(RewardModel.NEEDED);
    }
}
