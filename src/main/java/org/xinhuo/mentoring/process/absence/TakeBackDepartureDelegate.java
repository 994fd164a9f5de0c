package org.xinhuo.mentoring.process.absence;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.absence.TakeBackDeparture;

/** Somebody stays after all; the sender's rights and the day are checked, whichever way the message came in. */
@Component("takeBackDeparture")
class TakeBackDepartureDelegate implements JavaDelegate {

    private final TakeBackDeparture takeBackDeparture;

    TakeBackDepartureDelegate(TakeBackDeparture takeBackDeparture) {
        this.takeBackDeparture = takeBackDeparture;
    }

    @Override
    public void execute(DelegateExecution execution) {
        takeBackDeparture.takeBack(execution.getProcessBusinessKey(), MessageValues.sender(execution));
    }
}
