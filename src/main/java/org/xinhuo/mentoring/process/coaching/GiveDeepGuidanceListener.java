package org.xinhuo.mentoring.process.coaching;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.mentoring.coaching.RecordGuidance;

/** A guidance arrives. */
@Component("giveDeepGuidance")
class GiveDeepGuidanceListener implements TaskListener {

    private final RecordGuidance recordGuidance;

    GiveDeepGuidanceListener(RecordGuidance recordGuidance) {
        this.recordGuidance = recordGuidance;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        recordGuidance.record(
                task.getExecution().getProcessBusinessKey(),
                input.submittedBy(),
                new RecordGuidance.Guidance(
                        input.text("topic"),
                        input.text("question"),
                        input.text("advice"),
                        input.integer("minutes"),
                        input.text("method"),
                        input.date("heldOn")));
    }
}
