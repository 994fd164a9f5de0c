package org.xinhuo.mentoring.process.evaluation;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.mentoring.evaluation.SelfEvaluate;
import org.xinhuo.mentoring.process.stage.JudgedLevels;

/** The mentee's view arrives. */
@Component("selfEvaluate")
class SelfEvaluateListener implements TaskListener {

    private final SelfEvaluate selfEvaluate;

    SelfEvaluateListener(SelfEvaluate selfEvaluate) {
        this.selfEvaluate = selfEvaluate;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        selfEvaluate.evaluate(
                task.getExecution().getProcessBusinessKey(),
                input.submittedBy(),
                JudgedLevels.of(input),
                input.integer("satisfaction"),
                input.textOrNull("comment"));
    }
}
