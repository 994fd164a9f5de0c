package org.xinhuo.incentive.process.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.review.ComputeResults;

/** Computes the results for HR to look at. */
@Component("computeResults")
class ComputeResultsDelegate implements JavaDelegate {

    private final ComputeResults computeResults;

    ComputeResultsDelegate(ComputeResults computeResults) {
        this.computeResults = computeResults;
    }

    @Override
    public void execute(DelegateExecution execution) {
        computeResults.compute(execution.getProcessBusinessKey());
    }
}
