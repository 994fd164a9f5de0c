package org.xinhuo.incentive.process.conversion;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.conversion.DecideCase;

/** Reminds HR. */
@Component(ApplicationCaseModel.REMIND_HR_OF_CASE)
class RemindHrOfCaseDelegate implements JavaDelegate {

    private final DecideCase decide;

    RemindHrOfCaseDelegate(DecideCase decide) {
        this.decide = decide;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decide.remindHr(execution.getProcessBusinessKey());
    }
}
