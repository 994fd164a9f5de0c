package org.xinhuo.mentoring.process.todo;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.ProcessBean;
import org.xinhuo.people.Employees;

/** When to remind of a to-do; how long before stands in the table to-do-reminder. */
@Component("toDoTimes")
@ProcessBean
public class ToDoTimes {

    private static final Logger log = LoggerFactory.getLogger(ToDoTimes.class);

    private static final String DECISION = "to-do-reminder";
    private static final String A_DAY = "P1D";

    private final Decisions decisions;
    private final Employees employees;
    private final CompanyTime time;

    ToDoTimes(Decisions decisions, Employees employees, CompanyTime time) {
        this.decisions = decisions;
        this.employees = employees;
        this.time = time;
    }

    /**
     * When the owner is reminded of this task, by the table; a day before where the table gives no usable answer, as
     * nobody's to-do waits for a table to be mended.
     */
    public Date remindAt(DelegateExecution execution, String task) {
        Date due = (Date) execution.getVariable(ToDoModel.DUE_AT);
        String region = employees
                .get((String) execution.getVariable(ToDoModel.OWNER_ID))
                .region();
        String before = A_DAY;
        try {
            before = decisions
                    .decide(DECISION, Map.of("task", task, "region", region))
                    .first()
                    .text("remindBefore");
            Date at = before(due, before);
            if (at.before(due)) {
                return at;
            }
        } catch (Refusal | DateTimeException | ArithmeticException unusable) {
            // Said below, as for a time that is not before.
        }
        log.warn("{} gives no usable time for {} ({}); {} counts", DECISION, task, before, A_DAY);
        return before(due, A_DAY);
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
