package org.xinhuo.incentive.process.opportunity;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.opportunity.OfferMentoring;

/** Reminds the new lecturer. */
@Component(LecturerMentoringModel.REMIND_OF_MENTORING_OFFER)
class RemindOfMentoringOfferDelegate implements JavaDelegate {

    private final OfferMentoring offer;

    RemindOfMentoringOfferDelegate(OfferMentoring offer) {
        this.offer = offer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        offer.remind(execution.getProcessBusinessKey());
    }
}
