package org.xinhuo.promotion.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.promotion.PromotionReminders;

/** An answer to the application is late. */
@Component("escalateToHr")
class EscalateToHrDelegate implements JavaDelegate {

    private final PromotionReminders reminders;

    EscalateToHrDelegate(PromotionReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.escalateToHr(execution.getProcessBusinessKey());
    }
}
