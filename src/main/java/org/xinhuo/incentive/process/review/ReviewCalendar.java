package org.xinhuo.incentive.process.review;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Date;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.ProcessBean;

/** When the monthly review starts by itself, and when it confirms by itself. */
@Component
@ProcessBean
public class ReviewCalendar {

    /** Shares of the last evening are rated for 24 hours; on the first the month would be cut short. */
    private static final int DAY = 2;

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** How long HR may look at results. */
    private static final Duration SILENCE = Duration.ofDays(3);

    private final CompanyTime time;

    ReviewCalendar(CompanyTime time) {
        this.time = time;
    }

    /** Every month on the second at nine in the company's zone, as an ISO 8601 repetition. */
    public String everyMonth() {
        return "R/"
                + time.thisMonth()
                        .atDay(DAY)
                        .atTime(MORNING)
                        .atZone(time.zone())
                        .toInstant()
                + "/P1M";
    }

    /**
     * When nobody's answer counts as a yes: in three days, and never before the third day after the month.
     *
     * @param period the month, yyyy-MM
     */
    public Date confirmsItself(String period) {
        Instant over = time.startOf(YearMonth.parse(period).plusMonths(1).atDay(1));
        Instant now = time.now();
        return Date.from((now.isAfter(over) ? now : over).plus(SILENCE));
    }

    /** A day before that. */
    public Date confirmsItselfSoon(String period) {
        return Date.from(confirmsItself(period).toInstant().minus(Duration.ofDays(1)));
    }
}
