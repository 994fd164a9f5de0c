package org.xinhuo.incentive.conversion;

import java.time.Instant;
import java.time.Period;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.UsableAnswer;
import org.xinhuo.people.Employees;

/** How long an answer may take, by the decision table {@code case-deadlines}; where its owner slipped, as the product comes. */
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
        UsableAnswer answer = UsableAnswer.of(outcome);
        boolean hr = task.equals("confirmCaseAsHr");
        return new Deadlines(
                after(answer.period("due", Period.ofDays(hr ? 5 : 7))),
                after(answer.period("remindAfter", Period.ofDays(hr ? 4 : 5))),
                after(answer.period("escalateAfter", Period.ofDays(hr ? 5 : 8))),
                outcome.decision().version());
    }

    private Instant after(Period period) {
        return time.now().atZone(time.zone()).plus(period).toInstant();
    }
}
