package org.xinhuo.incentive.process.correction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.correction.CorrectMonth;

/** Nobody answered in two weeks. */
@Component("lapseCorrection")
class LapseCorrectionDelegate implements JavaDelegate {

    private final CorrectMonth correctMonth;

    LapseCorrectionDelegate(CorrectMonth correctMonth) {
        this.correctMonth = correctMonth;
    }

    @Override
    public void execute(DelegateExecution execution) {
        correctMonth.lapse(execution.getProcessBusinessKey());
    }
}
