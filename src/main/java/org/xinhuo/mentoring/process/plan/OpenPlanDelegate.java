package org.xinhuo.mentoring.process.plan;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.plan.OpenPlan;
import org.xinhuo.mentoring.process.stage.StageStart;

/** Begins a round of planning. */
@Component("openPlan")
class OpenPlanDelegate implements JavaDelegate {

    private final StageStart start;
    private final OpenPlan openPlan;

    OpenPlanDelegate(StageStart start, OpenPlan openPlan) {
        this.start = start;
        this.openPlan = openPlan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        openPlan.open(start.of(execution).id());
    }
}
