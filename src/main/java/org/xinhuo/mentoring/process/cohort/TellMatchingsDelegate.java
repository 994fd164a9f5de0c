package org.xinhuo.mentoring.process.cohort;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.cohort.AssignCohort;

/** Tells the matchings of the next portion of mentees that they are assigned. */
@Component(CohortModel.TELL_MATCHINGS)
class TellMatchingsDelegate implements JavaDelegate {

    private final AssignCohort assignCohort;
    private final CohortProcess process;

    TellMatchingsDelegate(AssignCohort assignCohort, CohortProcess process) {
        this.assignCohort = assignCohort;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String cohort = execution.getProcessBusinessKey();
        assignCohort.nextToTell(cohort).forEach(process::tellAssignment);
        execution.setVariable(CohortModel.MORE_TO_TELL, assignCohort.isMoreToTell(cohort));
    }
}
