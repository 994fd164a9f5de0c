package org.xinhuo.promotion.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.promotion.DecidePromotion;

/** The answer of the manager arrives. */
@Component("approveAsManager")
class ApproveAsManagerListener implements TaskListener {

    private final DecidePromotion decidePromotion;

    ApproveAsManagerListener(DecidePromotion decidePromotion) {
        this.decidePromotion = decidePromotion;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        decidePromotion.answerAsManager(
                task.getExecution().getProcessBusinessKey(),
                input.submittedBy(),
                input.flag("approved"),
                input.textOrNull("remark"));
    }
}
