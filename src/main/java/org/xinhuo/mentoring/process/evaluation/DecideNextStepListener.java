package org.xinhuo.mentoring.process.evaluation;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.mentoring.evaluation.ConcludeEvaluation;

/** HR has decided; the step itself is the gateway's answer and is stored with the evaluation's end. */
@Component("decideNextStep")
class DecideNextStepListener implements TaskListener {

    private final ConcludeEvaluation concludeEvaluation;

    DecideNextStepListener(ConcludeEvaluation concludeEvaluation) {
        this.concludeEvaluation = concludeEvaluation;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        concludeEvaluation.decideBy(task.getExecution().getProcessBusinessKey(), input.submittedBy());
    }
}
