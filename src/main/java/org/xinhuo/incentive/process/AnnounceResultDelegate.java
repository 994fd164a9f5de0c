package org.xinhuo.incentive.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.rating.CloseRating;

/** Tells the lecturer what learners thought. */
@Component("announceResult")
class AnnounceResultDelegate implements JavaDelegate {

    private final CloseRating closeRating;

    AnnounceResultDelegate(CloseRating closeRating) {
        this.closeRating = closeRating;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closeRating.announce(execution.getProcessBusinessKey());
    }
}
