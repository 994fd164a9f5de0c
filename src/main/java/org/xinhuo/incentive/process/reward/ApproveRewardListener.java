package org.xinhuo.incentive.process.reward;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.incentive.reward.ApproveReward;

/** HR's answer to a reward arrives. */
@Component("approveReward")
class ApproveRewardListener implements TaskListener {

    private final ApproveReward approveReward;

    ApproveRewardListener(ApproveReward approveReward) {
        this.approveReward = approveReward;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        approveReward.answer(
                task.getExecution().getProcessBusinessKey(),
                input.submittedBy(),
                input.flag("approved"),
                input.textOrNull("remark"));
    }
}
