package org.xinhuo.incentive.process.conversion;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.conversion.DecideCase;

/** The lecturer was silent: HR is asked, and has its own time. */
@Component(ApplicationCaseModel.ESCALATE_CASE)
class EscalateCaseDelegate implements JavaDelegate {

    private final DecideCase decide;

    EscalateCaseDelegate(DecideCase decide) {
        this.decide = decide;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DecideCase.Escalated escalated = decide.escalate(execution.getProcessBusinessKey());
        execution.setVariable(ApplicationCaseModel.HR_DUE_AT, Date.from(escalated.due()));
        execution.setVariable(ApplicationCaseModel.HR_REMIND_AT, Date.from(escalated.remind()));
    }
}
