package org.xinhuo.incentive.process.review;

import java.time.Duration;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Date;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.ProcessBean;
import org.xinhuo.incentive.review.ReviewSchedule;

/** When the calendar looks for the monthly review, and when that one confirms by itself. */
@Component
@ProcessBean
public class ReviewCalendar {

    /** The earliest that a review may begin; the rest of the way is a timer of the process. */
    private static final int DAY = 2;

    private final ReviewSchedule schedule;
    private final CompanyTime time;

    ReviewCalendar(ReviewSchedule schedule, CompanyTime time) {
        this.schedule = schedule;
        this.time = time;
    }

    /**
     * Every month when the second begins in the company's zone, as an ISO 8601 repetition. The engine asks once, when the
     * model is deployed: the day of the review itself is asked for each month, in the process.
     */
    public String everyMonth() {
        return "R/"
                + time.thisMonth()
                        .atDay(DAY)
                        .atTime(LocalTime.MIDNIGHT)
                        .atZone(time.zone())
                        .toInstant()
                + "/P1M";
    }

    /**
     * When nobody's answer counts as a yes.
     *
     * @param period the month, yyyy-MM
     */
    public Date confirmsItself(String period) {
        return Date.from(schedule.confirmsItself(YearMonth.parse(period)));
    }

    /** A day before that. */
    public Date confirmsItselfSoon(String period) {
        return Date.from(confirmsItself(period).toInstant().minus(Duration.ofDays(1)));
    }
}
