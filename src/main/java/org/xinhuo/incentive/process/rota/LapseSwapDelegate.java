package org.xinhuo.incentive.process.rota;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.rota.SwapShares;

/** Nobody answered in time. */
@Component(ShareSwapModel.LAPSE_SWAP)
class LapseSwapDelegate implements JavaDelegate {

    private final SwapShares swapShares;

    LapseSwapDelegate(SwapShares swapShares) {
        this.swapShares = swapShares;
    }

    @Override
    public void execute(DelegateExecution execution) {
        swapShares.lapse(execution.getProcessBusinessKey());
    }
}
