package org.xinhuo.incentive.process.opportunity;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.incentive.opportunity.OfferMentoring;

/** The new lecturer answers. */
@Component(LecturerMentoringModel.ACCEPT_MENTORING_OFFER)
class AcceptMentoringOfferListener implements TaskListener {

    private final OfferMentoring offer;

    AcceptMentoringOfferListener(OfferMentoring offer) {
        this.offer = offer;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        offer.answer(
                task.getExecution().getProcessBusinessKey(),
                input.submittedBy(),
                input.flag(LecturerMentoringModel.ACCEPTED),
                input.textOrNull(LecturerMentoringModel.REASON));
    }
}
