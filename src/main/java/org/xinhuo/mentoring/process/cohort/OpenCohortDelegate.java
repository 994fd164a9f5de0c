package org.xinhuo.mentoring.process.cohort;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.StartInput;
import org.xinhuo.mentoring.cohort.StartCohort;

/** The first step, for every way in: only a cohort that HR formed starts, and once. */
@Component(CohortModel.OPEN_COHORT)
class OpenCohortDelegate implements JavaDelegate {

    private final StartInput startInput;
    private final StartCohort startCohort;

    OpenCohortDelegate(StartInput startInput, StartCohort startCohort) {
        this.startInput = startInput;
        this.startCohort = startCohort;
    }

    @Override
    public void execute(DelegateExecution execution) {
        startInput.of(execution);
        String key = execution.getProcessBusinessKey();
        if (key == null) {
            throw Refusal.forbidden("cohort.startsByItself");
        }
        startCohort.open(key);
    }
}
