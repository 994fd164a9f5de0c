package org.xinhuo.incentive.process.rota;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.incentive.rota.SwapShares;

/** Who was asked answers. */
@Component(ShareSwapModel.AGREE_TO_SWAP)
class AgreeToSwapListener implements TaskListener {

    private final SwapShares swap;

    AgreeToSwapListener(SwapShares swap) {
        this.swap = swap;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        swap.answer(
                task.getExecution().getProcessBusinessKey(),
                input.submittedBy(),
                input.flag(ShareSwapModel.AGREED),
                input.textOrNull("remark"));
    }
}
