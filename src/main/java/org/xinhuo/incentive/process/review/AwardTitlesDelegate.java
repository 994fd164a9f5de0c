package org.xinhuo.incentive.process.review;

import java.time.YearMonth;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.review.AwardTitles;

/** Gives and takes titles, after a review and after a correction. */
@Component("awardTitles")
class AwardTitlesDelegate implements JavaDelegate {

    private final AwardTitles awardTitles;

    private final CorrectionCause cause;

    AwardTitlesDelegate(AwardTitles awardTitles, CorrectionCause cause) {
        this.awardTitles = awardTitles;
        this.cause = cause;
    }

    @Override
    public void execute(DelegateExecution execution) {
        awardTitles.award(
                YearMonth.parse((String) execution.getVariable(MonthlyReviewModel.PERIOD)),
                cause.of(execution).orElse(null));
    }
}
