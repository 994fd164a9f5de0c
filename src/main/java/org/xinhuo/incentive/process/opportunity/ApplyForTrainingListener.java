package org.xinhuo.incentive.process.opportunity;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.incentive.opportunity.ApplyForTraining;

/** A lecturer applies. */
@Component(TrainingOfferModel.APPLY_FOR_TRAINING)
class ApplyForTrainingListener implements TaskListener {

    private final ApplyForTraining apply;

    ApplyForTrainingListener(ApplyForTraining apply) {
        this.apply = apply;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        apply.apply(
                task.getExecution().getProcessBusinessKey(),
                input.submittedBy(),
                input.text(TrainingOfferModel.REASON));
    }
}
