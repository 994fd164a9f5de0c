package org.xinhuo.incentive.process.review;

import java.time.YearMonth;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.process.LookForLostRows;
import org.xinhuo.incentive.review.MissedReviews;
import org.xinhuo.incentive.review.ReviewSchedule;
import org.xinhuo.incentive.review.TellMissedMonths;

/** Says which month is reviewed next, and when; and what of earlier ones nobody carries on. */
@Component("scheduleReview")
class ScheduleReviewDelegate implements JavaDelegate {

    /** When the review of the month begins. */
    static final String REVIEWS_AT = "reviewsAt";

    /** The answer of the gateway {@code isLastMonth}. */
    static final String LAST_MONTH = "lastMonth";

    private final MissedReviews missed;
    private final ReviewSchedule schedule;
    private final LookForLostRows lostRows;
    private final TellMissedMonths missedMonths;

    ScheduleReviewDelegate(
            MissedReviews missed, ReviewSchedule schedule, LookForLostRows lostRows, TellMissedMonths missedMonths) {
        this.missedMonths = missedMonths;
        this.missed = missed;
        this.schedule = schedule;
        this.lostRows = lostRows;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<YearMonth> due = missed.due();
        YearMonth period = due.get(0);
        execution.setVariable(MonthlyReviewModel.PERIOD, period.toString());
        execution.setVariable(REVIEWS_AT, Date.from(schedule.beginsAt(period)));
        execution.setVariable(LAST_MONTH, due.size() == 1);
        lostRows.tell();
        missedMonths.tell();
    }
}
