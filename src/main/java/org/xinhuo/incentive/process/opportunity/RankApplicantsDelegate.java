package org.xinhuo.incentive.process.opportunity;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.opportunity.GivePlaces;

/** The deadline has passed. */
@Component(TrainingOfferModel.RANK_APPLICANTS)
class RankApplicantsDelegate implements JavaDelegate {

    private final GivePlaces places;

    RankApplicantsDelegate(GivePlaces places) {
        this.places = places;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(TrainingOfferModel.ANYBODY_APPLIED, places.rank(execution.getProcessBusinessKey()));
    }
}
