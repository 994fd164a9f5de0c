package org.xinhuo.mentoring.process.evaluation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.evaluation.ConcludeEvaluation;

/** Closes the evaluation with the step that was decided. */
@Component("recordNextStep")
class RecordNextStepDelegate implements JavaDelegate {

    private final ConcludeEvaluation concludeEvaluation;

    RecordNextStepDelegate(ConcludeEvaluation concludeEvaluation) {
        this.concludeEvaluation = concludeEvaluation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        concludeEvaluation.conclude(
                execution.getProcessBusinessKey(), (String) execution.getVariable(EvaluationModel.NEXT_STEP));
    }
}
