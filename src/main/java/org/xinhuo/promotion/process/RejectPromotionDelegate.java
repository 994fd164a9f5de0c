package org.xinhuo.promotion.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.promotion.DecidePromotion;

/** Closes the application and tells the employee. */
@Component("rejectPromotion")
class RejectPromotionDelegate implements JavaDelegate {

    private final DecidePromotion decidePromotion;

    RejectPromotionDelegate(DecidePromotion decidePromotion) {
        this.decidePromotion = decidePromotion;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decidePromotion.reject(execution.getProcessBusinessKey());
    }
}
