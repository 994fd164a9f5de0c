package org.xinhuo.incentive.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.sharing.FollowContent;

/** The deadline has fired. */
@Component("markContentLate")
class MarkContentLateDelegate implements JavaDelegate {

    private final FollowContent followContent;

    MarkContentLateDelegate(FollowContent followContent) {
        this.followContent = followContent;
    }

    @Override
    public void execute(DelegateExecution execution) {
        followContent.markLate(execution.getProcessBusinessKey());
    }
}
