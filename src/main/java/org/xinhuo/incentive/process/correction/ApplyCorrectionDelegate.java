package org.xinhuo.incentive.process.correction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.correction.CorrectMonth;

/** Makes the corrected results count. */
@Component("applyCorrection")
class ApplyCorrectionDelegate implements JavaDelegate {

    private final CorrectMonth correctMonth;

    ApplyCorrectionDelegate(CorrectMonth correctMonth) {
        this.correctMonth = correctMonth;
    }

    @Override
    public void execute(DelegateExecution execution) {
        correctMonth.apply(execution.getProcessBusinessKey());
    }
}
