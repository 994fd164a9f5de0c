package org.xinhuo.incentive.process.reward;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.reward.RewardEntry;
import org.xinhuo.incentive.reward.RewardLedger;

/** Makes sure that the ledger has withdrawn the entry, whoever sent the message: no reward is forgotten by it. */
@Component("closeWithdrawnReward")
class CloseWithdrawnRewardDelegate implements JavaDelegate {

    private final RewardLedger ledger;

    CloseWithdrawnRewardDelegate(RewardLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RewardEntry entry = ledger.get(execution.getProcessBusinessKey());
        if (entry.state() != RewardEntry.State.WITHDRAWN) {
            throw Refusal.conflict("reward.notWithdrawn", entry.id());
        }
    }
}
