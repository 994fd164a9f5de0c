package org.xinhuo.mentoring.process.cohort;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nothing of the cohort is started, assigned or told any more. */
@Component(CohortModel.STOP_COHORT)
class StopCohortDelegate implements JavaDelegate {

    private final CohortProcess process;

    StopCohortDelegate(CohortProcess process) {
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        process.stop(execution.getProcessBusinessKey());
    }
}
