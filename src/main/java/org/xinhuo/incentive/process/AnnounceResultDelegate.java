package org.xinhuo.incentive.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.rating.CloseRating;
import org.xinhuo.incentive.review.TellLateFacts;

/** Tells the lecturer what learners thought, and whether it came too late for the month. */
@Component("announceResult")
class AnnounceResultDelegate implements JavaDelegate {

    private final CloseRating closeRating;
    private final TellLateFacts tellLateFacts;

    AnnounceResultDelegate(CloseRating closeRating, TellLateFacts tellLateFacts) {
        this.closeRating = closeRating;
        this.tellLateFacts = tellLateFacts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closeRating.announce(execution.getProcessBusinessKey());
        tellLateFacts.about(execution.getProcessBusinessKey());
    }
}
