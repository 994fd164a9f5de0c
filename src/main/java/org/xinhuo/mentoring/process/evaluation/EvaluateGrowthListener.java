package org.xinhuo.mentoring.process.evaluation;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.mentoring.evaluation.EvaluateGrowth;
import org.xinhuo.mentoring.process.stage.JudgedLevels;

/** The mentor's view arrives. */
@Component("evaluateGrowth")
class EvaluateGrowthListener implements TaskListener {

    private final EvaluateGrowth evaluateGrowth;

    EvaluateGrowthListener(EvaluateGrowth evaluateGrowth) {
        this.evaluateGrowth = evaluateGrowth;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        evaluateGrowth.evaluate(
                task.getExecution().getProcessBusinessKey(),
                input.submittedBy(),
                JudgedLevels.of(input),
                input.integer("satisfaction"),
                input.text("nextStep"));
    }
}
