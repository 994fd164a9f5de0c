package org.xinhuo.mentoring.process.absence;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.absence.WatchSilence;

/** Neither of a silent pair has answered. */
@Component("tellHrOfSilence")
class TellHrOfSilenceDelegate implements JavaDelegate {

    private final WatchSilence watchSilence;

    TellHrOfSilenceDelegate(WatchSilence watchSilence) {
        this.watchSilence = watchSilence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watchSilence.tellHr(execution.getProcessBusinessKey());
    }
}
