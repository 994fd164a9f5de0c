package org.xinhuo.mentoring.absence;

import java.time.Period;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.UsableAnswer;
import org.xinhuo.people.Employees;

/**
 * How long an absence may be, as the table {@code pause-rule} says by region: a day to ten years, as parental leave takes
 * years in some regions. A year where it says nothing that can be used.
 */
@Component
class AbsenceBounds {

    private static final String DECISION = "pause-rule";
    private static final int LONGEST_DAYS = 3660;
    private static final Period A_YEAR = Period.ofYears(1);

    private final Decisions decisions;
    private final Employees employees;

    AbsenceBounds(Decisions decisions, Employees employees) {
        this.decisions = decisions;
        this.employees = employees;
    }

    /** The longest pause of a mentee's mentorship. */
    Period longestPause(String menteeId) {
        return answer(menteeId).period("longest", 1, LONGEST_DAYS, A_YEAR);
    }

    /** How far from today a mentor's leave, or days on which somebody stands in for him, may reach. */
    Period leaveAhead(String mentorId) {
        UsableAnswer answer = answer(mentorId);
        return answer.has("leaveAhead") ? answer.period("leaveAhead", 1, LONGEST_DAYS, A_YEAR) : A_YEAR;
    }

    private UsableAnswer answer(String personId) {
        return UsableAnswer.of(decisions.decide(
                DECISION, Map.of("region", employees.get(personId).region())));
    }
}
