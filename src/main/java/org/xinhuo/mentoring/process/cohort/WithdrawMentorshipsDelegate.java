package org.xinhuo.mentoring.process.cohort;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.cohort.WithdrawCohort;
import org.xinhuo.mentoring.process.MentoringProcess;

/** Takes back the mentorships of the next portion of members. */
@Component(CohortModel.WITHDRAW_MENTORSHIPS)
class WithdrawMentorshipsDelegate implements JavaDelegate {

    private final WithdrawCohort withdrawCohort;
    private final MentoringProcess mentoring;

    WithdrawMentorshipsDelegate(WithdrawCohort withdrawCohort, MentoringProcess mentoring) {
        this.withdrawCohort = withdrawCohort;
        this.mentoring = mentoring;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String cohort = execution.getProcessBusinessKey();
        withdrawCohort
                .nextToWithdraw(cohort)
                .forEach(one -> mentoring.withdrawWithCohort(one.mentorshipId(), one.personId(), one.reason()));
        execution.setVariable(CohortModel.MORE_TO_WITHDRAW, withdrawCohort.isMoreToWithdraw(cohort));
    }
}
