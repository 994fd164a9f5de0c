package org.xinhuo.incentive.process.opportunity;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.opportunity.GivePlaces;

/** Once a day: who is gone keeps no place. */
@Component(TrainingOfferModel.RELEASE_LEAVERS)
class ReleaseLeaversDelegate implements JavaDelegate {

    private final GivePlaces places;

    ReleaseLeaversDelegate(GivePlaces places) {
        this.places = places;
    }

    @Override
    public void execute(DelegateExecution execution) {
        places.releaseLeavers(execution.getProcessBusinessKey());
    }
}
