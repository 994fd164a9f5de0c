package org.xinhuo.mentoring.process.plan;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.plan.ConcludePlan;

/** HR has stopped the round. */
@Component("stopPlan")
class StopPlanDelegate implements JavaDelegate {

    private final ConcludePlan concludePlan;

    StopPlanDelegate(ConcludePlan concludePlan) {
        this.concludePlan = concludePlan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        concludePlan.stop(execution.getProcessBusinessKey());
        execution.setVariable(PlanNegotiationModel.PLAN_OUTCOME, PlanNegotiationModel.STOPPED);
    }
}
