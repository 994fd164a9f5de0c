package org.xinhuo.incentive.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.sharing.ChangeShare;

/** Calls the share off. */
@Component("cancelShare")
class CancelShareDelegate implements JavaDelegate {

    private final ChangeShare changeShare;

    CancelShareDelegate(ChangeShare changeShare) {
        this.changeShare = changeShare;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changeShare.cancel(execution.getProcessBusinessKey());
    }
}
