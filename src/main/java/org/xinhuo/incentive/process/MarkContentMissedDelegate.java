package org.xinhuo.incentive.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.sharing.FollowContent;

/** The share starts without content. */
@Component("markContentMissed")
class MarkContentMissedDelegate implements JavaDelegate {

    private final FollowContent followContent;

    MarkContentMissedDelegate(FollowContent followContent) {
        this.followContent = followContent;
    }

    @Override
    public void execute(DelegateExecution execution) {
        followContent.markMissed(execution.getProcessBusinessKey());
    }
}
