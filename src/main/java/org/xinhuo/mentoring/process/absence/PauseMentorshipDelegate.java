package org.xinhuo.mentoring.process.absence;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.absence.PauseMentorship;

/** A pause begins; the timers stand still. */
@Component("pauseMentorship")
class PauseMentorshipDelegate implements JavaDelegate {

    private final PauseMentorship pauseMentorship;
    private final StandingTimers timers;

    PauseMentorshipDelegate(PauseMentorship pauseMentorship, StandingTimers timers) {
        this.pauseMentorship = pauseMentorship;
        this.timers = timers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String mentorship = execution.getProcessBusinessKey();
        var endsAt = pauseMentorship.pause(
                mentorship, MessageValues.sender(execution), MessageValues.day(execution, AbsenceModel.UNTIL));
        execution.setVariableLocal(AbsenceModel.PAUSE_ENDS_AT, Date.from(endsAt));
        timers.hold(execution, mentorship);
    }
}
