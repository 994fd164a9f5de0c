package org.xinhuo.incentive.process.opportunity;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.incentive.opportunity.GivePlaces;

/** HR confirms the order. */
@Component(TrainingOfferModel.CONFIRM_PLACES)
class ConfirmPlacesListener implements TaskListener {

    private final GivePlaces places;

    ConfirmPlacesListener(GivePlaces places) {
        this.places = places;
    }

    @Override
    public void notify(DelegateTask task) {
        places.confirm(
                task.getExecution().getProcessBusinessKey(), FormInput.of(task).submittedBy());
    }
}
