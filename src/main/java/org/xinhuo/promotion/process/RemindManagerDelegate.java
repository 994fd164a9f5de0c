package org.xinhuo.promotion.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.promotion.PromotionReminders;

/** An answer to the application is late. */
@Component("remindManager")
class RemindManagerDelegate implements JavaDelegate {

    private final PromotionReminders reminders;
    private final PassOnApprovals others;

    RemindManagerDelegate(PromotionReminders reminders, PassOnApprovals others) {
        this.reminders = reminders;
        this.others = others;
    }

    @Override
    public void execute(DelegateExecution execution) {
        others.passOnIfManagerLeft(execution.getProcessBusinessKey());
        reminders.remindManager(execution.getProcessBusinessKey());
    }
}
