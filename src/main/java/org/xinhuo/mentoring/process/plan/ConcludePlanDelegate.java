package org.xinhuo.mentoring.process.plan;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.plan.ConcludePlan;

/** Both have confirmed one version. */
@Component("concludePlan")
class ConcludePlanDelegate implements JavaDelegate {

    private final ConcludePlan concludePlan;

    ConcludePlanDelegate(ConcludePlan concludePlan) {
        this.concludePlan = concludePlan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        concludePlan.confirm(execution.getProcessBusinessKey());
        execution.setVariable(PlanNegotiationModel.PLAN_OUTCOME, PlanNegotiationModel.CONFIRMED);
    }
}
