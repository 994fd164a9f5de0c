package org.xinhuo.incentive.process.opportunity;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.opportunity.GivePlaces;

/** The training begins. */
@Component(TrainingOfferModel.CLOSE_OFFER)
class CloseOfferDelegate implements JavaDelegate {

    private final GivePlaces places;

    CloseOfferDelegate(GivePlaces places) {
        this.places = places;
    }

    @Override
    public void execute(DelegateExecution execution) {
        places.close(execution.getProcessBusinessKey());
    }
}
