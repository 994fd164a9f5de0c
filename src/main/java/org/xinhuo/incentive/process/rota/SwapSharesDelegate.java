package org.xinhuo.incentive.process.rota;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.rota.SwapShares;

/** Both agreed: the shares change hands. */
@Component(ShareSwapModel.SWAP_SHARES)
class SwapSharesDelegate implements JavaDelegate {

    private final SwapShares swap;

    SwapSharesDelegate(SwapShares swap) {
        this.swap = swap;
    }

    @Override
    public void execute(DelegateExecution execution) {
        swap.carryOut(execution.getProcessBusinessKey());
    }
}
