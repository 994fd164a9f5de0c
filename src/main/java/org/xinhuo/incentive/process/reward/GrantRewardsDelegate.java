package org.xinhuo.incentive.process.reward;

import java.time.YearMonth;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.reward.GrantRewards;
import org.xinhuo.incentive.reward.RewardTasks;

/** Writes the next rewards of the period into the ledger and starts the process of each in the same transaction. */
@Component("grantRewards")
class GrantRewardsDelegate implements JavaDelegate {

    /** The month under review, yyyy-MM: a variable of the model {@code monthly-review}. */
    private static final String PERIOD = "period";

    private final GrantRewards grantRewards;
    private final RewardTasks tasks;

    GrantRewardsDelegate(GrantRewards grantRewards, RewardTasks tasks) {
        this.grantRewards = grantRewards;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        YearMonth period = YearMonth.parse((String) execution.getVariable(PERIOD));
        GrantRewards.Portion granted = grantRewards.grant(period, Portions.of(execution));
        granted.ids().forEach(tasks::start);
        execution.setVariable(Portions.REWARDS_LEFT, granted.left());
    }
}
