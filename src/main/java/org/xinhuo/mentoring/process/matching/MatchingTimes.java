package org.xinhuo.mentoring.process.matching;

import java.time.LocalDateTime;
import java.time.Period;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.ProcessBean;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.matching.MatchingDeadlines;
import org.xinhuo.mentoring.matching.MatchingDeadlines.Deadline;
import org.xinhuo.mentoring.matching.MatchingDeadlines.Step;
import org.xinhuo.people.Employees;

/**
 * When the steps of "matching" and "cohort" are due, asked of the decision table matching-deadlines when a step opens.
 * The table is asked for the due date with a trace in the history, and for the timers of the same task without.
 */
@Component("matchingDeadlines")
@ProcessBean
public class MatchingTimes {

    private final MatchingDeadlines deadlines;
    private final Mentorships mentorships;
    private final Employees employees;
    private final CompanyTime time;

    MatchingTimes(MatchingDeadlines deadlines, Mentorships mentorships, Employees employees, CompanyTime time) {
        this.deadlines = deadlines;
        this.mentorships = mentorships;
        this.employees = employees;
        this.time = time;
    }

    /** When the task is due. */
    public Date dueAt(DelegateExecution execution, String step) {
        return at(deadlines.decide(Step.of(step), region(execution)).due());
    }

    /** When silence answers: the same moment, for the timer. */
    public Date endsAt(DelegateExecution execution, String step) {
        return at(asked(execution, step).due());
    }

    /** When whoever is to act is reminded. */
    public Date remindAt(DelegateExecution execution, String step) {
        return at(asked(execution, step).remindAfter());
    }

    /** When whoever was reminded is reminded again. */
    public Date remindAgainAt(DelegateExecution execution, String step) {
        return at(deadlines.reminders(Step.of(step), region(execution)).every());
    }

    /** Until when a whole cohort chooses. */
    public Date chooseTogetherUntil() {
        return at(deadlines.decide(Step.CHOOSE_TOGETHER, null).due());
    }

    private Deadline asked(DelegateExecution execution, String step) {
        return deadlines.preview(Step.of(step), region(execution));
    }

    private String region(DelegateExecution execution) {
        return employees
                .get(mentorships.get(execution.getProcessBusinessKey()).menteeId())
                .region();
    }

    private Date at(Period period) {
        LocalDateTime now = LocalDateTime.ofInstant(time.now(), time.zone());
        return Date.from(now.plus(period).atZone(time.zone()).toInstant());
    }
}
