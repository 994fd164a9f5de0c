package org.xinhuo.incentive.process.review;

import java.time.LocalTime;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.ProcessBean;

/** When the monthly review starts by itself. */
@Component
@ProcessBean
public class ReviewCalendar {

    /** Shares of the last evening are rated for 24 hours; on the first the month would be cut short. */
    private static final int DAY = 2;

    private static final LocalTime MORNING = LocalTime.of(9, 0);

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
}
