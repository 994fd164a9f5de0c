package org.xinhuo.incentive.process.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.review.FreezeResults;

/** Makes the month final. */
@Component("freezeResults")
class FreezeResultsDelegate implements JavaDelegate {

    private final FreezeResults freezeResults;

    FreezeResultsDelegate(FreezeResults freezeResults) {
        this.freezeResults = freezeResults;
    }

    @Override
    public void execute(DelegateExecution execution) {
        freezeResults.freeze(execution.getProcessBusinessKey());
    }
}
