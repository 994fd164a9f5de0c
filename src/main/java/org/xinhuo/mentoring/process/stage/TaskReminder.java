package org.xinhuo.mentoring.process.stage;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.ProcessBean;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/**
 * What the timers on tasks say: late, the doer is reminded; very late, HR is told. That the timer fired is the fact; no
 * clock is asked again. The sentences are {@code mentoring.late.<task>} and {@code mentoring.veryLate.<task>} with the
 * names of mentee, acting mentor.
 */
@Component("taskReminder")
@ProcessBean
public class TaskReminder {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String HR = "hr";

    private final Mentorships mentorships;
    private final Employees employees;
    private final Groups groups;
    private final Notices notices;

    TaskReminder(Mentorships mentorships, Employees employees, Groups groups, Notices notices) {
        this.mentorships = mentorships;
        this.employees = employees;
        this.groups = groups;
        this.notices = notices;
    }

    /** Reminds the person who is to do the task. */
    public void remind(DelegateExecution execution, String task, String personId) {
        tell(execution, "mentoring.late." + task, personId, TASKLIST);
    }

    /** Tells HR that somebody's task is very late. */
    public void escalate(DelegateExecution execution, String task, String personId) {
        String page = mentorships.get(execution.getProcessBusinessKey()).page();
        groups.members(HR).forEach(hr -> tell(execution, "mentoring.veryLate." + task, hr, page));
    }

    /** Reminds all of HR of a task of theirs. */
    public void remindHr(DelegateExecution execution, String task) {
        groups.members(HR).forEach(hr -> tell(execution, "mentoring.late." + task, hr, TASKLIST));
    }

    /** Tells all of HR once more of a task of theirs. */
    public void escalateHr(DelegateExecution execution, String task) {
        groups.members(HR).forEach(hr -> tell(execution, "mentoring.veryLate." + task, hr, TASKLIST));
    }

    private void tell(DelegateExecution execution, String code, String personId, String link) {
        Mentorship mentorship = mentorships.get(execution.getProcessBusinessKey());
        notices.tell(
                personId,
                // The token that the timer made: one a firing, the same if the step has to run again.
                code + "/" + execution.getId(),
                code,
                link,
                employees.get(mentorship.menteeId()).name(),
                employees.get(mentorship.actingMentor()).name());
    }
}
