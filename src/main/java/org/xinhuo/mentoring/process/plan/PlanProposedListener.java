package org.xinhuo.mentoring.process.plan;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.FormInput;
import org.xinhuo.mentoring.plan.ProposePlan;

/** The mentor's next version arrives: the first draft of a round, or a revision. */
@Component("planProposed")
class PlanProposedListener implements TaskListener {

    private final ProposePlan proposePlan;

    PlanProposedListener(ProposePlan proposePlan) {
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
