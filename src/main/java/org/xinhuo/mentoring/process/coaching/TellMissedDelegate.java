package org.xinhuo.mentoring.process.coaching;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.coaching.SettleDuties;

/** Nothing can be filed any more: what still stands as missed is told. */
@Component(CoachingModel.TELL_MISSED)
class TellMissedDelegate implements JavaDelegate {

    private final SettleDuties settleDuties;

    TellMissedDelegate(SettleDuties settleDuties) {
        this.settleDuties = settleDuties;
    }

    @Override
    public void execute(DelegateExecution execution) {
        settleDuties.settle(execution.getProcessBusinessKey());
    }
}
