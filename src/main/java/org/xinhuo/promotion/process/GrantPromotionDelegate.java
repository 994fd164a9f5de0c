package org.xinhuo.promotion.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.promotion.DecidePromotion;

/** Closes the application and tells the employee. */
@Component("grantPromotion")
class GrantPromotionDelegate implements JavaDelegate {

    private final DecidePromotion decidePromotion;

    GrantPromotionDelegate(DecidePromotion decidePromotion) {
        this.decidePromotion = decidePromotion;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decidePromotion.grant(execution.getProcessBusinessKey());
    }
}
