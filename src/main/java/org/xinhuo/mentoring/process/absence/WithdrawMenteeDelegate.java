package org.xinhuo.mentoring.process.absence;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.absence.WithdrawMentee;

/** The mentee has left the company. */
@Component("withdrawMentee")
class WithdrawMenteeDelegate implements JavaDelegate {

    private final WithdrawMentee withdrawMentee;

    WithdrawMenteeDelegate(WithdrawMentee withdrawMentee) {
        this.withdrawMentee = withdrawMentee;
    }

    @Override
    public void execute(DelegateExecution execution) {
        withdrawMentee.withdraw(execution.getProcessBusinessKey());
    }
}
