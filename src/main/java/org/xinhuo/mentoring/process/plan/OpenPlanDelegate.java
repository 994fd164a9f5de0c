package org.xinhuo.mentoring.process.plan;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.plan.OpenPlan;
import org.xinhuo.mentoring.process.stage.StageStart;
import org.xinhuo.people.Employees;

/** Begins a round of planning, and says whether it changes a plan in force. */
@Component("openPlan")
class OpenPlanDelegate implements JavaDelegate {

    private final StageStart start;
    private final OpenPlan openPlan;
    private final Employees employees;

    OpenPlanDelegate(StageStart start, OpenPlan openPlan, Employees employees) {
        this.start = start;
        this.openPlan = openPlan;
        this.employees = employees;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Mentorship mentorship = start.of(execution);
        execution.setVariable(
                PlanNegotiationModel.REGION,
                employees.get(mentorship.menteeId()).region());
        execution.setVariable(PlanNegotiationModel.PLAN_CHANGE, openPlan.open(mentorship.id()));
        execution.setVariable(PlanNegotiationModel.PLAN_VERSIONS, 0);
    }
}
