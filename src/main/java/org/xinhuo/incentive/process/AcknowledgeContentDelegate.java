package org.xinhuo.incentive.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.sharing.FollowContent;

/** Tells the lecturer that the content has arrived. */
@Component("acknowledgeContent")
class AcknowledgeContentDelegate implements JavaDelegate {

    private final FollowContent followContent;

    AcknowledgeContentDelegate(FollowContent followContent) {
        this.followContent = followContent;
    }

    @Override
    public void execute(DelegateExecution execution) {
        followContent.acknowledge(execution.getProcessBusinessKey());
    }
}
