package org.xinhuo.incentive.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.sharing.FollowContent;

/** Reminds the lecturer of the content. */
@Component("remindOfContent")
class RemindOfContentDelegate implements JavaDelegate {

    private final FollowContent followContent;

    RemindOfContentDelegate(FollowContent followContent) {
        this.followContent = followContent;
    }

    @Override
    public void execute(DelegateExecution execution) {
        followContent.remind(execution.getProcessBusinessKey());
    }
}
