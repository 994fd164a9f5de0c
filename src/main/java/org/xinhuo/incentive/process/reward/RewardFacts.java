package org.xinhuo.incentive.process.reward;

import org.springframework.stereotype.Component;
import org.xinhuo.engine.ProcessBean;
import org.xinhuo.incentive.reward.RewardLedger;

/** What the decision about an approval asks of the ledger; nothing of it stays in the process. */
@Component
@ProcessBean
public class RewardFacts {

    private final RewardLedger ledger;

    RewardFacts(RewardLedger ledger) {
        this.ledger = ledger;
    }

    public String kind(String rewardId) {
        return ledger.get(rewardId).kind();
    }

    /** For comparison in the table only; what is paid is the ledger's exact figure. */
    public double amount(String rewardId) {
        return ledger.get(rewardId).amount().doubleValue();
    }

    public String currency(String rewardId) {
        return ledger.get(rewardId).currency();
    }
}
