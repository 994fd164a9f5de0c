package org.xinhuo.mentoring.process.todo;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Date;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.ProcessBean;

/** When to remind of a to-do; how long before stands in the model, where process owners change it. */
@Component("toDoTimes")
@ProcessBean
public class ToDoTimes {

    private final CompanyTime time;

    ToDoTimes(CompanyTime time) {
        this.time = time;
    }

    /**
     * So long before an instant, or half way to it where less time is left: nobody is reminded of what was only just
     * given.
     *
     * @param before ISO 8601, days or hours: {@code P1D}, {@code PT4H}
     */
    public Date before(Date due, String before) {
        Instant at = before.startsWith("PT")
                ? due.toInstant().minus(Duration.parse(before))
                : due.toInstant()
                        .atZone(time.zone())
                        .minus(Period.parse(before))
                        .toInstant();
        Instant now = time.now();
        if (at.isAfter(now)) {
            return Date.from(at);
        }
        return Date.from(now.plus(Duration.between(now, due.toInstant()).dividedBy(2)));
    }
}
