package org.xinhuo.incentive.process.rota;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.rota.PlanRota;

/** Plans the next shares of the group that it is the turn of, and says whether some are left. */
@Component(RotaCalendarModel.PLAN_ROTA)
class PlanRotaDelegate implements JavaDelegate {

    private final PlanRota plan;

    PlanRotaDelegate(PlanRota plan) {
        this.plan = plan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String group = String.valueOf(execution.getVariable(RotaCalendarModel.LECTURER_GROUP));
        execution.setVariableLocal(RotaCalendarModel.ROTA_PLANNED, plan.planOrTell(group));
    }
}
