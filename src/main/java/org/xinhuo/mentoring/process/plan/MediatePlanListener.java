package org.xinhuo.mentoring.process.plan;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.mentoring.plan.MediatePlan;

/** HR's word arrives. */
@Component("mediatePlan")
class MediatePlanListener implements TaskListener {

    private final MediatePlan mediatePlan;

    MediatePlanListener(MediatePlan mediatePlan) {
        this.mediatePlan = mediatePlan;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        mediatePlan.mediate(task.getExecution().getProcessBusinessKey(), input.submittedBy(), input.text("outcome"));
    }
}
