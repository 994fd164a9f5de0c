package org.xinhuo.incentive.process.reward;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.reward.ApproveReward;

/**
 * The table has answered whether somebody must look at a reward. Where nobody must, that is written into the ledger at
 * once: what is credited later needs an approval there, so that no moved token replaces one.
 */
@Component("rewardWeighed")
class RewardWeighedListener implements ExecutionListener {

    private final ApproveReward approveReward;

    RewardWeighedListener(ApproveReward approveReward) {
        this.approveReward = approveReward;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (Boolean.FALSE.equals(execution.getVariable(RewardModel.NEEDED))) {
            approveReward.byRule(execution.getProcessBusinessKey());
        }
    }
}
