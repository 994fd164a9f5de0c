package org.xinhuo.incentive.process.opportunity;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.BusinessKey;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.FormInput;
import org.xinhuo.engine.StartInput;
import org.xinhuo.incentive.opportunity.PublishOffer;
import org.xinhuo.incentive.opportunity.TrainingOffer;

/** The first step, for every way in: checks what came along and who starts, and stores the offer. */
@Component(TrainingOfferModel.PUBLISH_OFFER)
class PublishOfferDelegate implements JavaDelegate {

    private static final FormField[] START_VARIABLES = {
        FormField.text(TrainingOfferModel.TITLE, PublishOffer.LONGEST_TITLE),
        FormField.integer(TrainingOfferModel.PLACES, 1, PublishOffer.MOST_PLACES),
        FormField.instant(TrainingOfferModel.APPLY_UNTIL),
        FormField.date(TrainingOfferModel.STARTS_ON).optional(),
        FormField.text(TrainingOfferModel.DESCRIPTION, PublishOffer.LONGEST_DESCRIPTION)
                .optional()
    };

    private final StartInput start;
    private final PublishOffer publish;

    PublishOfferDelegate(StartInput start, PublishOffer publish) {
        this.start = start;
        this.publish = publish;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = start.of(execution, START_VARIABLES);
        TrainingOffer offer = publish.publish(
                BusinessKey.given(execution),
                input.text(TrainingOfferModel.TITLE),
                input.textOrNull(TrainingOfferModel.DESCRIPTION),
                input.integer(TrainingOfferModel.PLACES),
                input.instant(TrainingOfferModel.APPLY_UNTIL),
                input.has(TrainingOfferModel.STARTS_ON) ? input.date(TrainingOfferModel.STARTS_ON) : null,
                input.submittedBy().isEmpty() ? null : input.submittedBy());
        execution.setProcessBusinessKey(offer.id());
        execution.removeVariables(List.of(
                TrainingOfferModel.TITLE,
                TrainingOfferModel.PLACES,
                TrainingOfferModel.STARTS_ON,
                TrainingOfferModel.DESCRIPTION));
        execution.setVariable(TrainingOfferModel.APPLY_UNTIL, Date.from(offer.applyUntil()));
        execution.setVariable(TrainingOfferModel.REMIND_AT, Date.from(offer.remindAt()));
        execution.setVariable(TrainingOfferModel.CONFIRM_BY, Date.from(offer.confirmBy()));
        execution.setVariable(TrainingOfferModel.CLOSE_AT, Date.from(offer.closeAt()));
        execution.setVariable(TrainingOfferModel.CALLED_OFF_ANSWER, false);
        execution.setVariable(TrainingOfferModel.DEADLINE_CAME, false);
    }
}
