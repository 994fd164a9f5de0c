package org.xinhuo.incentive.process.reward;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.BusinessKey;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.FormInput;
import org.xinhuo.engine.RunningInstances;
import org.xinhuo.engine.StartInput;
import org.xinhuo.incentive.reward.OpenReward;

/** Takes the entry of the ledger up. */
@Component("openReward")
class OpenRewardDelegate implements JavaDelegate {

    private final StartInput start;
    private final OpenReward openReward;

    OpenRewardDelegate(StartInput start, OpenReward openReward) {
        this.start = start;
        this.openReward = openReward;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = start.of(execution, FormField.text(RewardModel.REWARD_ID, 100));
        String reward = input.text(RewardModel.REWARD_ID);
        String key = BusinessKey.given(execution);
        if (key != null && !key.equals(reward)) {
            throw Refusal.invalid("businessKey", "incentive.keyIsNotTheReward", reward);
        }
        openReward.open(
                reward,
                input.submittedBy().isEmpty() ? null : input.submittedBy(),
                () -> RunningInstances.anotherCarries(execution, RewardModel.KEY, reward));
        if (key == null) {
            execution.setProcessBusinessKey(reward);
        }
    }
}
