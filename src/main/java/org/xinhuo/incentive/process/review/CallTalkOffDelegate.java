package org.xinhuo.incentive.process.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.review.ImprovementTalks;

/** A correction has withdrawn the notice: nobody needs to talk. */
@Component("callTalkOff")
class CallTalkOffDelegate implements JavaDelegate {

    private final ImprovementTalks talks;

    CallTalkOffDelegate(ImprovementTalks talks) {
        this.talks = talks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        talks.callOff(execution.getProcessBusinessKey());
    }
}
