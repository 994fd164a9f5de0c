package org.xinhuo.mentoring.process.plan;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.plan.ConcludePlan;

/** The negotiation is over, also where it was cut short from outside: no round stays under way. */
@Component("closePlan")
class ClosePlanListener implements ExecutionListener {

    private final ConcludePlan concludePlan;

    ClosePlanListener(ConcludePlan concludePlan) {
        this.concludePlan = concludePlan;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        if (key != null) {
            concludePlan.close(key);
        }
    }
}
