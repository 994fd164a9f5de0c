package org.xinhuo.incentive.process.reward;

import org.springframework.stereotype.Component;
import org.xinhuo.engine.ProcessBean;
import org.xinhuo.incentive.fairness.RingFindings;
import org.xinhuo.incentive.reward.RewardEntry;
import org.xinhuo.incentive.reward.RewardLedger;

/** What the decision about an approval asks of the ledger; nothing of it stays in the process. */
@Component
@ProcessBean
public class RewardFacts {

    private final RewardLedger ledger;
    private final RingFindings rings;

    RewardFacts(RewardLedger ledger, RingFindings rings) {
        this.ledger = ledger;
        this.rings = rings;
    }

    public String kind(String rewardId) {
        return ledger.get(rewardId).kind();
    }

    /** For comparison in the table only; what is paid is the ledger's exact figure. */
    public double amount(String rewardId) {
        return ledger.get(rewardId).amount().doubleValue();
    }

    /** Whether it is money of somebody whose marks stand out that month (L19): a person looks before it is paid. */
    public boolean heldForReview(String rewardId) {
        RewardEntry entry = ledger.get(rewardId);
        return entry.amount().signum() > 0
                && !rings.holding(entry.employeeId(), entry.period()).isEmpty();
    }

    /** Whether it is approved already: only where it is taken up again. */
    public boolean approved(String rewardId) {
        return ledger.get(rewardId).state() == RewardEntry.State.APPROVED;
    }

    public String currency(String rewardId) {
        return ledger.get(rewardId).currency();
    }
}
