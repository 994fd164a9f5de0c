package org.xinhuo.mentoring.process.absence;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
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
        watchSilence.answer(
                task.getExecution().getProcessBusinessKey(), input.submittedBy(), input.text(AbsenceModel.ANSWER));
    }
}
