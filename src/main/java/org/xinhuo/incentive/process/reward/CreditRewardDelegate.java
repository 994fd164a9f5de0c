package org.xinhuo.incentive.process.reward;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.reward.CreditReward;

/** Credits the reward. */
@Component("creditReward")
class CreditRewardDelegate implements JavaDelegate {

    private final CreditReward creditReward;

    CreditRewardDelegate(CreditReward creditReward) {
        this.creditReward = creditReward;
    }

    @Override
    public void execute(DelegateExecution execution) {
        creditReward.credit(execution.getProcessBusinessKey());
    }
}
