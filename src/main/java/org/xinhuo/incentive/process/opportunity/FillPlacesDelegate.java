package org.xinhuo.incentive.process.opportunity;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.opportunity.GivePlaces;

/** Somebody has withdrawn. */
@Component(TrainingOfferModel.FILL_PLACES)
class FillPlacesDelegate implements JavaDelegate {

    private final GivePlaces places;

    FillPlacesDelegate(GivePlaces places) {
        this.places = places;
    }

    @Override
    public void execute(DelegateExecution execution) {
        places.fill(execution.getProcessBusinessKey());
    }
}
