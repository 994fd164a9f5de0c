package org.xinhuo.promotion.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.promotion.WithdrawPromotion;

/** Closes the application as withdrawn. */
@Component("withdrawPromotion")
class WithdrawPromotionDelegate implements JavaDelegate {

    private final WithdrawPromotion withdrawal;

    WithdrawPromotionDelegate(WithdrawPromotion withdrawal) {
        this.withdrawal = withdrawal;
    }

    @Override
    public void execute(DelegateExecution execution) {
        withdrawal.settle(execution.getProcessBusinessKey());
    }
}
