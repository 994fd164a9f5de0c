package org.xinhuo.mentoring.process.cohort;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.cohort.AssignCohort;

/** Assigns who left it to the system or kept silent. */
@Component(CohortModel.ASSIGN_MENTORS)
class AssignMentorsDelegate implements JavaDelegate {

    private final AssignCohort assignCohort;

    AssignMentorsDelegate(AssignCohort assignCohort) {
        this.assignCohort = assignCohort;
    }

    @Override
    public void execute(DelegateExecution execution) {
        assignCohort.assign(execution.getProcessBusinessKey());
    }
}
