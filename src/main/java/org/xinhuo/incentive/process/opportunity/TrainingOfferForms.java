package org.xinhuo.incentive.process.opportunity;

import java.util.List;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormField;
import org.xinhuo.engine.TaskForm;
import org.xinhuo.engine.TaskForms;
import org.xinhuo.incentive.opportunity.ApplyForTraining;

/** What both tasks of an offer take in: a reason, and nothing. */
@Component
class TrainingOfferForms implements TaskForms {

    @Override
    public List<TaskForm> taskForms() {
        return List.of(
                TaskForm.of(
                        TrainingOfferModel.KEY,
                        TrainingOfferModel.APPLY_FOR_TRAINING,
                        FormField.text(TrainingOfferModel.REASON, ApplyForTraining.LONGEST_REASON)),
                TaskForm.of(TrainingOfferModel.KEY, TrainingOfferModel.CONFIRM_PLACES));
    }
}
