package org.xinhuo.incentive.process.rota;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.BusinessKey;
import org.xinhuo.engine.StartInput;
import org.xinhuo.incentive.rota.ShareSwap;
import org.xinhuo.incentive.rota.SwapShares;

/** The first step: only for a question that was written in the same transaction, so that nobody else can start one. */
@Component(ShareSwapModel.OPEN_SWAP)
class OpenSwapDelegate implements JavaDelegate {

    private final StartInput start;
    private final SwapShares swap;

    OpenSwapDelegate(StartInput start, SwapShares swap) {
        this.start = start;
        this.swap = swap;
    }

    @Override
    public void execute(DelegateExecution execution) {
        start.of(execution);
        String id = BusinessKey.given(execution);
        if (id == null || id.indexOf('\0') >= 0) {
            throw Refusal.forbidden("rota.swap.unknown");
        }
        ShareSwap asked = swap.start(id);
        execution.setVariable(ShareSwapModel.ASKED_OF, asked.askedOf());
        execution.setVariable(ShareSwapModel.DUE_AT, Date.from(asked.dueAt()));
        execution.setVariable(ShareSwapModel.REMIND_AT, Date.from(asked.remindAt()));
    }
}
