package org.xinhuo.incentive.conversion;

import java.time.Instant;
import java.time.Period;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.people.Employees;

/** How long an answer may take, by the decision table {@code case-deadlines}. */
@Component
class CaseDeadlines {

    private static final String TABLE = "case-deadlines";

    private final Decisions decisions;
    private final Employees employees;
    private final CompanyTime time;

    CaseDeadlines(Decisions decisions, Employees employees, CompanyTime time) {
        this.decisions = decisions;
        this.employees = employees;
        this.time = time;
    }

    /**
     * Instants counted from now.
     *
     * @param version of the table
     */
    record Deadlines(Instant due, Instant remind, Instant escalate, int version) {}

    /** @param task {@code confirmCase} or {@code confirmCaseAsHr} */
    Deadlines of(String task, String lecturerId) {
        Outcome outcome = decisions.decide(
                TABLE, Map.of("task", task, "region", employees.get(lecturerId).region()));
        Outcome.Row row = outcome.first();
        return new Deadlines(
                after(row.text("due")),
                after(row.text("remindAfter")),
                after(row.text("escalateAfter")),
                outcome.decision().version());
    }

    private Instant after(String period) {
        return time.now().atZone(time.zone()).plus(Period.parse(period)).toInstant();
    }
}
