package org.xinhuo.mentoring.process.plan;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.UsableAnswer;

/** Asks the table plan-rounds how many versions a round may have before HR mediates; a slip in it stops no plan. */
@Component("allowVersions")
class AllowVersionsDelegate implements JavaDelegate {

    private static final int MOST = 20;
    private static final int AS_SHIPPED = 3;

    private final Decisions decisions;

    AllowVersionsDelegate(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put(PlanNegotiationModel.PLAN_CHANGE, execution.getVariable(PlanNegotiationModel.PLAN_CHANGE));
        inputs.put(PlanNegotiationModel.REGION, execution.getVariable(PlanNegotiationModel.REGION));
        execution.setVariable(
                PlanNegotiationModel.VERSIONS_ALLOWED,
                UsableAnswer.of(decisions.decide("plan-rounds", inputs))
                        .integer(PlanNegotiationModel.VERSIONS_ALLOWED, 1, MOST, AS_SHIPPED));
    }
}
