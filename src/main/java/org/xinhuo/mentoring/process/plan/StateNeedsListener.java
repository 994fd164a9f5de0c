package org.xinhuo.mentoring.process.plan;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.mentoring.plan.StateNeeds;

/** The mentee's needs arrive. */
@Component("stateNeeds")
class StateNeedsListener implements TaskListener {

    private final StateNeeds stateNeeds;

    StateNeedsListener(StateNeeds stateNeeds) {
        this.stateNeeds = stateNeeds;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        stateNeeds.state(task.getExecution().getProcessBusinessKey(), input.submittedBy(), input.text("needs"));
    }
}
