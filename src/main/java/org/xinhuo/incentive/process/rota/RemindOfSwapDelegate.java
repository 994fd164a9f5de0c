package org.xinhuo.incentive.process.rota;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.rota.SwapShares;

/** Reminds who was asked. */
@Component(ShareSwapModel.REMIND_OF_SWAP)
class RemindOfSwapDelegate implements JavaDelegate {

    private final SwapShares swapShares;

    RemindOfSwapDelegate(SwapShares swapShares) {
        this.swapShares = swapShares;
    }

    @Override
    public void execute(DelegateExecution execution) {
        swapShares.remind(execution.getProcessBusinessKey());
    }
}
