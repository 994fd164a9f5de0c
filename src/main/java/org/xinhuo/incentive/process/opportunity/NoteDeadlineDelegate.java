package org.xinhuo.incentive.process.opportunity;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The deadline has come for one portion of those who are asked, and so for all. */
@Component(TrainingOfferModel.NOTE_DEADLINE)
class NoteDeadlineDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        execution.getProcessInstance().setVariable(TrainingOfferModel.DEADLINE_CAME, true);
    }
}
