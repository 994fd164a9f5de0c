package org.xinhuo.mentoring.process.matching;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.ProcessBean;
import org.xinhuo.mentoring.matching.RemindMatching;

/** The reminders of "matching", called by name from the model. */
@Component("matchingReminder")
@ProcessBean
public class MatchingReminder {

    private final RemindMatching remind;

    MatchingReminder(RemindMatching remind) {
        this.remind = remind;
    }

    public void mentee(DelegateExecution execution) {
        remind.mentee(execution.getProcessBusinessKey());
    }

    public void mentor(DelegateExecution execution) {
        remind.mentor(execution.getProcessBusinessKey());
    }

    public void hr(DelegateExecution execution) {
        remind.hr(execution.getProcessBusinessKey());
    }

    /** Counts the reminders, so that each is told, and says whether another one may follow. */
    public void hrAgain(DelegateExecution execution) {
        Integer before = (Integer) execution.getVariable(MatchingModel.HR_REMINDERS);
        int reminders = before == null ? 1 : before + 1;
        execution.setVariable(MatchingModel.HR_REMINDERS, reminders);
        execution.setVariable(
                MatchingModel.REMIND_HR_AGAIN, remind.hrAgain(execution.getProcessBusinessKey(), reminders));
    }
}
