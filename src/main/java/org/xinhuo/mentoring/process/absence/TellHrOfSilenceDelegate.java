package org.xinhuo.mentoring.process.absence;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.absence.WatchSilence;

/** Not both of a silent pair have answered, or there is no contact yet since HR was told. */
@Component("tellHrOfSilence")
class TellHrOfSilenceDelegate implements JavaDelegate {

    private final WatchSilence watchSilence;

    TellHrOfSilenceDelegate(WatchSilence watchSilence) {
        this.watchSilence = watchSilence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watchSilence
                .tellHr(execution.getProcessBusinessKey())
                .ifPresent(again -> execution.setVariable(AbsenceModel.SILENCE_DUE_AT, Date.from(again)));
    }
}
