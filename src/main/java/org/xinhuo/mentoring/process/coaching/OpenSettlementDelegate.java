package org.xinhuo.mentoring.process.coaching;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.StartInput;
import org.xinhuo.mentoring.coaching.SettleDuties;

/** The first step, for every way in: only a coaching that has ended with something left to tell is settled. */
@Component(CoachingModel.OPEN_SETTLEMENT)
class OpenSettlementDelegate implements JavaDelegate {

    private final StartInput startInput;
    private final SettleDuties settleDuties;

    OpenSettlementDelegate(StartInput startInput, SettleDuties settleDuties) {
        this.startInput = startInput;
        this.settleDuties = settleDuties;
    }

    @Override
    public void execute(DelegateExecution execution) {
        startInput.of(execution);
        String key = execution.getProcessBusinessKey();
        if (key == null || key.indexOf('\0') >= 0) {
            throw Refusal.forbidden("mentoring.stageStartsByItself");
        }
        Instant at = settleDuties.settlesAt(key).orElseThrow(() -> Refusal.forbidden("mentoring.stageStartsByItself"));
        execution.setVariable(CoachingModel.SETTLES_AT, Date.from(at));
    }
}
