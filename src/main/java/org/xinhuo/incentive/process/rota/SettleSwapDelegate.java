package org.xinhuo.incentive.process.rota;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.rota.SwapShares;

/** The question was taken back. */
@Component(ShareSwapModel.SETTLE_SWAP)
class SettleSwapDelegate implements JavaDelegate {

    private final SwapShares swapShares;

    SettleSwapDelegate(SwapShares swapShares) {
        this.swapShares = swapShares;
    }

    @Override
    public void execute(DelegateExecution execution) {
        swapShares.settle(execution.getProcessBusinessKey());
    }
}
