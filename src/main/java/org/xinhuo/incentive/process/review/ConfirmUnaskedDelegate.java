package org.xinhuo.incentive.process.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.review.ConfirmResults;

/** Nobody answered in time. */
@Component("confirmUnasked")
class ConfirmUnaskedDelegate implements JavaDelegate {

    private final ConfirmResults confirmResults;

    ConfirmUnaskedDelegate(ConfirmResults confirmResults) {
        this.confirmResults = confirmResults;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Authentication who =
                execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        confirmResults.confirmUnasked(execution.getProcessBusinessKey(), who == null ? null : who.getUserId());
    }
}
