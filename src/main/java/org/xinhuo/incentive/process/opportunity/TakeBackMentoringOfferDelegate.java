package org.xinhuo.incentive.process.opportunity;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.opportunity.OfferMentoring;

/** Who has offered takes it back. */
@Component(LecturerMentoringModel.TAKE_BACK_MENTORING_OFFER)
class TakeBackMentoringOfferDelegate implements JavaDelegate {

    private final OfferMentoring offer;

    TakeBackMentoringOfferDelegate(OfferMentoring offer) {
        this.offer = offer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        offer.settleTakenBack(execution.getProcessBusinessKey());
    }
}
