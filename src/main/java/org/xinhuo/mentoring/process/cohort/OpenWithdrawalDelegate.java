package org.xinhuo.mentoring.process.cohort;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.StartInput;
import org.xinhuo.mentoring.cohort.WithdrawCohort;

/** The first step, for every way in: only a cohort that HR took back is withdrawn, and once. */
@Component(CohortModel.OPEN_WITHDRAWAL)
class OpenWithdrawalDelegate implements JavaDelegate {

    private final StartInput startInput;
    private final WithdrawCohort withdrawCohort;

    OpenWithdrawalDelegate(StartInput startInput, WithdrawCohort withdrawCohort) {
        this.startInput = startInput;
        this.withdrawCohort = withdrawCohort;
    }

    @Override
    public void execute(DelegateExecution execution) {
        startInput.of(execution);
        String key = execution.getProcessBusinessKey();
        if (key == null) {
            throw Refusal.forbidden("cohort.startsByItself");
        }
        withdrawCohort.open(key);
    }
}
