package org.xinhuo.mentoring.process.absence;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.absence.WatchSilence;

/** It is time to look whether the pair is in touch. */
@Component("checkContact")
class CheckContactDelegate implements JavaDelegate {

    private final WatchSilence watchSilence;

    CheckContactDelegate(WatchSilence watchSilence) {
        this.watchSilence = watchSilence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String mentorship = execution.getProcessBusinessKey();
        WatchSilence.Look look = watchSilence.look(mentorship);
        Date due = (Date) execution.getVariable(AbsenceModel.SILENCE_DUE_AT);
        execution.setVariable(AbsenceModel.PAIR_IS_SILENT, look.silent());
        Instant again = due == null ? look.lookAgainAt() : watchSilence.after(mentorship, look, due.toInstant());
        execution.setVariable(AbsenceModel.SILENCE_DUE_AT, Date.from(again));
        execution.setVariable(AbsenceModel.SILENCE_HR_AT, Date.from(look.hrAt()));
    }
}
