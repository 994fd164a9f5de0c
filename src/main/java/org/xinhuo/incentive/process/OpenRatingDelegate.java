package org.xinhuo.incentive.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.rating.OpenRating;

/** Opens the rating window; the timer behind it and the table beside it name the same instant. */
@Component("openRating")
class OpenRatingDelegate implements JavaDelegate {

    private final OpenRating openRating;

    OpenRatingDelegate(OpenRating openRating) {
        this.openRating = openRating;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                SharingModel.RATING_CLOSES_AT, Date.from(openRating.open(execution.getProcessBusinessKey())));
    }
}
