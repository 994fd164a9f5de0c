package org.xinhuo.mentoring.process.cohort;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.cohort.WithdrawCohort;

/** Whoever took the cohort back is told what became of it. */
@Component(CohortModel.CLOSE_WITHDRAWAL)
class CloseWithdrawalDelegate implements JavaDelegate {

    private final WithdrawCohort withdrawCohort;

    CloseWithdrawalDelegate(WithdrawCohort withdrawCohort) {
        this.withdrawCohort = withdrawCohort;
    }

    @Override
    public void execute(DelegateExecution execution) {
        withdrawCohort.close(execution.getProcessBusinessKey());
    }
}
