package org.xinhuo.promotion.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.promotion.DecidePromotion;

/** The answer of HR arrives. */
@Component("approveAsHr")
class ApproveAsHrListener implements TaskListener {

    private final DecidePromotion decidePromotion;

    ApproveAsHrListener(DecidePromotion decidePromotion) {
        this.decidePromotion = decidePromotion;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        decidePromotion.answerAsHr(
                task.getExecution().getProcessBusinessKey(),
                input.submittedBy(),
                input.flag("approved"),
                input.textOrNull("remark"));
    }
}
