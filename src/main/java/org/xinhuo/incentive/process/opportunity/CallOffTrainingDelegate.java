package org.xinhuo.incentive.process.opportunity;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.opportunity.CallOffTraining;

/** HR has called the training off. */
@Component(TrainingOfferModel.CALL_OFF_TRAINING)
class CallOffTrainingDelegate implements JavaDelegate {

    private final CallOffTraining callOff;

    CallOffTrainingDelegate(CallOffTraining callOff) {
        this.callOff = callOff;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Authentication sender =
                execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        callOff.settle(execution.getProcessBusinessKey(), sender == null ? null : sender.getUserId(), (String)
                execution.getVariable(TrainingOfferModel.REASON));
        execution.getProcessInstance().setVariable(TrainingOfferModel.CALLED_OFF_ANSWER, true);
    }
}
