package org.xinhuo.incentive.process.reward;

import java.time.YearMonth;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.xinhuo.incentive.reward.GrantRewards;

/** Writes the rewards of the period into the ledger and starts each new one's process in the same transaction. */
@Component("grantRewards")
class GrantRewardsDelegate implements JavaDelegate {

    /** The month under review, yyyy-MM: a variable of the model {@code monthly-review}. */
    private static final String PERIOD = "period";

    private final GrantRewards grantRewards;

    GrantRewardsDelegate(GrantRewards grantRewards) {
        this.grantRewards = grantRewards;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RuntimeService runtime = execution.getProcessEngineServices().getRuntimeService();
        YearMonth period = YearMonth.parse((String) execution.getVariable(PERIOD));
        for (String reward : grantRewards.grant(period)) {
            runtime.startProcessInstanceByKey(RewardModel.KEY, reward, Map.of(RewardModel.REWARD_ID, reward));
        }
    }
}
