package org.xinhuo.mentoring.process.evaluation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.evaluation.OpenEvaluation;
import org.xinhuo.mentoring.process.stage.StageStart;

/** Begins the evaluation. */
@Component("openEvaluation")
class OpenEvaluationDelegate implements JavaDelegate {

    private final StageStart start;
    private final OpenEvaluation openEvaluation;

    OpenEvaluationDelegate(StageStart start, OpenEvaluation openEvaluation) {
        this.start = start;
        this.openEvaluation = openEvaluation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        openEvaluation.open(start.of(execution).id());
    }
}
