package org.xinhuo.incentive.process.opportunity;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.BusinessKey;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.FormInput;
import org.xinhuo.engine.StartInput;
import org.xinhuo.incentive.opportunity.MentoringOffer;
import org.xinhuo.incentive.opportunity.OfferMentoring;

/** The first step, for every way in: who starts it offers to mentor. */
@Component(LecturerMentoringModel.OPEN_MENTORING_OFFER)
class OpenMentoringOfferDelegate implements JavaDelegate {

    private static final FormField[] START_VARIABLES = {
        FormField.text(LecturerMentoringModel.MENTEE_ID, 64),
        FormField.text(LecturerMentoringModel.WORDS, OfferMentoring.LONGEST_WORDS)
                .optional()
    };

    private final StartInput start;
    private final OfferMentoring offerMentoring;

    OpenMentoringOfferDelegate(StartInput start, OfferMentoring offerMentoring) {
        this.start = start;
        this.offerMentoring = offerMentoring;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = start.of(execution, START_VARIABLES);
        MentoringOffer offer = offerMentoring.open(
                BusinessKey.given(execution),
                input.text(LecturerMentoringModel.MENTEE_ID),
                input.textOrNull(LecturerMentoringModel.WORDS),
                input.submittedBy());
        execution.setProcessBusinessKey(offer.id());
        execution.removeVariable(LecturerMentoringModel.WORDS);
        execution.setVariable(LecturerMentoringModel.MENTEE_ID, offer.menteeId());
        execution.setVariable(LecturerMentoringModel.DUE_AT, Date.from(offer.dueAt()));
        execution.setVariable(LecturerMentoringModel.REMIND_AT, Date.from(offer.remindAt()));
    }
}
