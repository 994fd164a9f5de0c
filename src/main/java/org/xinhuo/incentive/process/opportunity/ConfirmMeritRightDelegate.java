package org.xinhuo.incentive.process.opportunity;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.opportunity.OfferMentoring;

/** Asks again whether the result still opens this. */
@Component(LecturerMentoringModel.CONFIRM_MERIT_RIGHT)
class ConfirmMeritRightDelegate implements JavaDelegate {

    private final OfferMentoring offer;

    ConfirmMeritRightDelegate(OfferMentoring offer) {
        this.offer = offer;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(LecturerMentoringModel.ENTITLED, offer.confirmRight(execution.getProcessBusinessKey()));
    }
}
