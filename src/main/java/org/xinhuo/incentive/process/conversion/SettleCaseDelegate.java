package org.xinhuo.incentive.process.conversion;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.conversion.DecideCase;

/** The learner has taken the case back. */
@Component(ApplicationCaseModel.SETTLE_CASE)
class SettleCaseDelegate implements JavaDelegate {

    private final DecideCase decide;

    SettleCaseDelegate(DecideCase decide) {
        this.decide = decide;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decide.settle(execution.getProcessBusinessKey());
    }
}
