package org.xinhuo.incentive.process.review;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.incentive.review.ImprovementTalks;

/** HR has talked with the lecturer. */
@Component("holdImprovementTalk")
class HoldImprovementTalkListener implements TaskListener {

    private final ImprovementTalks talks;

    HoldImprovementTalkListener(ImprovementTalks talks) {
        this.talks = talks;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        talks.held(
                task.getExecution().getProcessBusinessKey(),
                input.submittedBy(),
                input.date("heldOn"),
                input.text("agreement"));
    }
}
