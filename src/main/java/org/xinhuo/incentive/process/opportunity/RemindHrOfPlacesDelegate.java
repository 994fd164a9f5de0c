package org.xinhuo.incentive.process.opportunity;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.opportunity.RemindOfTraining;

/** Reminds HR that applicants wait. */
@Component(TrainingOfferModel.REMIND_HR_OF_PLACES)
class RemindHrOfPlacesDelegate implements JavaDelegate {

    private final RemindOfTraining remind;

    RemindHrOfPlacesDelegate(RemindOfTraining remind) {
        this.remind = remind;
    }

    @Override
    public void execute(DelegateExecution execution) {
        remind.hr(execution.getProcessBusinessKey());
    }
}
