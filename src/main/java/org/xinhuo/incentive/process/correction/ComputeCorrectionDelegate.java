package org.xinhuo.incentive.process.correction;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.correction.CorrectMonth;

/** Computes the month anew, for the second person to look at. */
@Component("computeCorrection")
class ComputeCorrectionDelegate implements JavaDelegate {

    private final CorrectMonth correctMonth;

    ComputeCorrectionDelegate(CorrectMonth correctMonth) {
        this.correctMonth = correctMonth;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(MonthCorrectionModel.CHANGED, correctMonth.compute(execution.getProcessBusinessKey()));
    }
}
