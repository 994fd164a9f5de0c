package org.xinhuo.mentoring.process.absence;

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
        Date due = (Date) execution.getVariable(AbsenceModel.SILENCE_DUE_AT);
        WatchSilence.Look look = watchSilence.look(mentorship, due == null ? null : due.toInstant());
        execution.setVariable(AbsenceModel.PAIR_IS_SILENT, look.silent());
        execution.setVariable(AbsenceModel.HR_IS_REMINDED, look.hrReminded());
        execution.setVariable(AbsenceModel.SILENCE_DUE_AT, Date.from(look.lookAgainAt()));
        execution.setVariable(AbsenceModel.SILENCE_HR_AT, Date.from(look.hrAt()));
    }
}
