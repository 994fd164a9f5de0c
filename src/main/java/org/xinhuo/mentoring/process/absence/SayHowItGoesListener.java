package org.xinhuo.mentoring.process.absence;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.mentoring.absence.WatchSilence;

/** One of a silent pair has answered. */
@Component("sayHowItGoes")
class SayHowItGoesListener implements TaskListener {

    private final WatchSilence watchSilence;

    SayHowItGoesListener(WatchSilence watchSilence) {
        this.watchSilence = watchSilence;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        DelegateExecution execution = task.getExecution();
        String answer = input.text(AbsenceModel.ANSWER);
        watchSilence.answer(execution.getProcessBusinessKey(), input.submittedBy(), answer);
        // The model asks for it in this very step; after that nobody is to read it, in the history either.
        execution.removeVariable(AbsenceModel.ANSWER);
        execution.setVariable(AbsenceModel.ANSWER, Variables.stringValue(answer, true));
    }
}
