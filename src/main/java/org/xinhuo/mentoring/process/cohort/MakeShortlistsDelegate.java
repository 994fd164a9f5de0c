package org.xinhuo.mentoring.process.cohort;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.cohort.StartCohort;

/** All shortlists at once. */
@Component(CohortModel.MAKE_SHORTLISTS)
class MakeShortlistsDelegate implements JavaDelegate {

    private final StartCohort startCohort;

    MakeShortlistsDelegate(StartCohort startCohort) {
        this.startCohort = startCohort;
    }

    @Override
    public void execute(DelegateExecution execution) {
        startCohort.makeShortlists(execution.getProcessBusinessKey());
    }
}
