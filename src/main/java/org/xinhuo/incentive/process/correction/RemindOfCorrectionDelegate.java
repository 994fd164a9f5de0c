package org.xinhuo.incentive.process.correction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.correction.CorrectMonth;

/** Reminds HR of a correction that waits. */
@Component("remindOfCorrection")
class RemindOfCorrectionDelegate implements JavaDelegate {

    private final CorrectMonth correctMonth;

    RemindOfCorrectionDelegate(CorrectMonth correctMonth) {
        this.correctMonth = correctMonth;
    }

    @Override
    public void execute(DelegateExecution execution) {
        correctMonth.remind(execution.getProcessBusinessKey());
    }
}
