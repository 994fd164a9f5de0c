package org.xinhuo.incentive.process.reward;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.incentive.reward.RewardEntry;
import org.xinhuo.incentive.reward.RewardLedger;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;

/** Reminds HR of a reward that waits for approval. */
@Component("remindApprovers")
class RemindApproversDelegate implements JavaDelegate {

    private final RewardLedger ledger;
    private final Employees employees;
    private final Notices notices;
    private final Groups groups;
    private final CompanyTime time;

    RemindApproversDelegate(
            RewardLedger ledger, Employees employees, Notices notices, Groups groups, CompanyTime time) {
        this.time = time;
        this.ledger = ledger;
        this.employees = employees;
        this.notices = notices;
        this.groups = groups;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RewardEntry entry = ledger.get(execution.getProcessBusinessKey());
        String lecturer = employees.get(entry.employeeId()).name();
        notices.tell(
                groups.members("hr"),
                // Once a day, however often its timer is fired.
                "incentive/reward/" + entry.id() + "/overdue/" + time.today(),
                "incentive.rewardWaits",
                "/",
                lecturer,
                entry.period().toString());
    }
}
