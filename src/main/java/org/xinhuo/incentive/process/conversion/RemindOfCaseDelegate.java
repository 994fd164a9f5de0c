package org.xinhuo.incentive.process.conversion;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.conversion.DecideCase;

/** Reminds the lecturer. */
@Component(ApplicationCaseModel.REMIND_OF_CASE)
class RemindOfCaseDelegate implements JavaDelegate {

    private final DecideCase decide;

    RemindOfCaseDelegate(DecideCase decide) {
        this.decide = decide;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decide.remind(execution.getProcessBusinessKey());
    }
}
