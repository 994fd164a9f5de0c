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

    public void hrAgain(DelegateExecution execution) {
        remind.hrAgain(execution.getProcessBusinessKey());
    }
}
