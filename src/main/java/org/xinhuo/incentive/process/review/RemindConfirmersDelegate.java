package org.xinhuo.incentive.process.review;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.review.ReviewResults;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Groups;

/** Tells HR that the results will soon be confirmed by themselves. */
@Component("remindConfirmers")
class RemindConfirmersDelegate implements JavaDelegate {

    private final ReviewResults results;
    private final Notices notices;
    private final Groups groups;

    RemindConfirmersDelegate(ReviewResults results, Notices notices, Groups groups) {
        this.results = results;
        this.notices = notices;
        this.groups = groups;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ReviewResults.Reviewed review = results.of(execution.getProcessBusinessKey());
        notices.tell(
                groups.members("hr"),
                "incentive/review/" + execution.getProcessBusinessKey() + "/reminder-" + review.rounds(),
                "incentive.resultsWait",
                "/reviews/" + review.period(),
                review.period().toString());
    }
}
