package org.xinhuo.incentive.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.rating.CloseRating;

/** Ends the rating window. */
@Component("closeRating")
class CloseRatingDelegate implements JavaDelegate {

    private final CloseRating closeRating;

    CloseRatingDelegate(CloseRating closeRating) {
        this.closeRating = closeRating;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closeRating.close(execution.getProcessBusinessKey());
    }
}
