package org.xinhuo.incentive.process.opportunity;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.opportunity.OfferMentoring;

/** Nobody has answered in time. */
@Component(LecturerMentoringModel.LAPSE_MENTORING_OFFER)
class LapseMentoringOfferDelegate implements JavaDelegate {

    private final OfferMentoring offer;

    LapseMentoringOfferDelegate(OfferMentoring offer) {
        this.offer = offer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        offer.lapse(execution.getProcessBusinessKey());
    }
}
