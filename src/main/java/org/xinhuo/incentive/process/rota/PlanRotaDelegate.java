package org.xinhuo.incentive.process.rota;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.rota.PlanRota;

/** Plans for the group that it is the turn of. */
@Component("planRota")
class PlanRotaDelegate implements JavaDelegate {

    private final PlanRota plan;

    PlanRotaDelegate(PlanRota plan) {
        this.plan = plan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plan.planOrTell(String.valueOf(execution.getVariable("lecturerGroup")));
    }
}
