package org.xinhuo.incentive.process.reward;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.incentive.fairness.AnswerFinding;
import org.xinhuo.incentive.reward.ApproveReward;
import org.xinhuo.incentive.reward.RewardEntry;
import org.xinhuo.incentive.reward.RewardLedger;

/** HR's answer to a reward arrives. */
@Component("approveReward")
class ApproveRewardListener implements TaskListener {

    private final ApproveReward approveReward;
    private final AnswerFinding answerFinding;
    private final RewardLedger ledger;

    ApproveRewardListener(ApproveReward approveReward, AnswerFinding answerFinding, RewardLedger ledger) {
        this.approveReward = approveReward;
        this.answerFinding = answerFinding;
        this.ledger = ledger;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        approveReward.answer(
                task.getExecution().getProcessBusinessKey(),
                input.submittedBy(),
                input.flag("approved"),
                input.textOrNull("remark"));
        RewardEntry entry = ledger.get(task.getExecution().getProcessBusinessKey());
        if (entry.amount().signum() > 0) {
            answerFinding.rewardDecided(
                    entry.employeeId(),
                    entry.period(),
                    input.submittedBy(),
                    input.flag("approved"),
                    input.textOrNull("remark"));
        }
    }
}
