package org.xinhuo.incentive.process.reward;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.incentive.reward.RewardTasks;

/** What the application tells the process of a reward. */
@Component
@Transactional
class RewardProcess implements RewardTasks {

    private final ProcessEngine engine;
    private final HouseRules rules;

    RewardProcess(ProcessEngine engine, HouseRules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    @Override
    public void start(String rewardId) {
        rules.apply(() -> engine.getRuntimeService()
                .startProcessInstanceByKey(RewardModel.KEY, rewardId, Map.of(RewardModel.REWARD_ID, rewardId)));
    }

    /** An entry that is approved already, or one under way since before this message was known, goes on to its end. */
    @Override
    public void withdraw(String rewardId) {
        rules.apply(() -> engine.getRuntimeService()
                .createMessageCorrelation(RewardModel.WITHDRAWN)
                .processInstanceBusinessKey(rewardId)
                .correlateAllWithResult());
    }
}
