package org.xinhuo.incentive.process.review;

import java.time.YearMonth;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.incentive.review.ReviewSchedule;

/** Says which month is reviewed next, and when. */
@Component("scheduleReview")
class ScheduleReviewDelegate implements JavaDelegate {

    /** When the review of the month begins. */
    static final String REVIEWS_AT = "reviewsAt";

    private final ReviewSchedule schedule;
    private final CompanyTime time;

    ScheduleReviewDelegate(ReviewSchedule schedule, CompanyTime time) {
        this.schedule = schedule;
        this.time = time;
    }

    @Override
    public void execute(DelegateExecution execution) {
        YearMonth period = time.thisMonth().minusMonths(1);
        execution.setVariable(MonthlyReviewModel.PERIOD, period.toString());
        execution.setVariable(REVIEWS_AT, Date.from(schedule.beginsAt(period)));
    }
}
