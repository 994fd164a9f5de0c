package org.xinhuo.mentoring.process.plan;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.mentoring.plan.ProposePlan;

/** The mentor's first draft of the round arrives. */
@Component("draftPlan")
class DraftPlanListener implements TaskListener {

    private final ProposePlan proposePlan;

    DraftPlanListener(ProposePlan proposePlan) {
        this.proposePlan = proposePlan;
    }

    @Override
    public void notify(DelegateTask task) {
        FormInput input = FormInput.of(task);
        task.setVariable(
                PlanNegotiationModel.PLAN_VERSIONS,
                proposePlan.propose(
                        task.getExecution().getProcessBusinessKey(), input.submittedBy(), SubmittedPlan.of(input)));
    }
}
