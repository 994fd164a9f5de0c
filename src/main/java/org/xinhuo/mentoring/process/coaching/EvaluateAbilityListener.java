package org.xinhuo.mentoring.process.coaching;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.mentoring.coaching.EvaluateAbility;
import org.xinhuo.mentoring.process.stage.JudgedLevels;

/** A quarter's levels arrive. */
@Component("evaluateAbility")
class EvaluateAbilityListener implements TaskListener {

    private final EvaluateAbility evaluateAbility;

    EvaluateAbilityListener(EvaluateAbility evaluateAbility) {
        this.evaluateAbility = evaluateAbility;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        evaluateAbility.evaluate(
                task.getExecution().getProcessBusinessKey(),
                input.submittedBy(),
                JudgedLevels.of(input),
                input.text("direction"));
    }
}
