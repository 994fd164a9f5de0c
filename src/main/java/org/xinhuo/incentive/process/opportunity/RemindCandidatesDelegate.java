package org.xinhuo.incentive.process.opportunity;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.opportunity.RemindOfTraining;

/** Reminds those who qualify and have not applied. */
@Component(TrainingOfferModel.REMIND_CANDIDATES)
class RemindCandidatesDelegate implements JavaDelegate {

    private final RemindOfTraining remind;

    RemindCandidatesDelegate(RemindOfTraining remind) {
        this.remind = remind;
    }

    @Override
    public void execute(DelegateExecution execution) {
        remind.candidates(execution.getProcessBusinessKey());
    }
}
