package org.xinhuo.incentive.process.reward;

import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.incentive.reward.RewardTasks;

/** What the application tells the process of a reward. */
@Component
@Transactional
class RewardProcess implements RewardTasks {

    private final ProcessEngine engine;

    RewardProcess(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public void start(String rewardId) {
        byOurRules(() -> engine.getRuntimeService()
                .startProcessInstanceByKey(RewardModel.KEY, rewardId, Map.of(RewardModel.REWARD_ID, rewardId)));
    }

    /** An entry that is approved already, or one under way since before this message was known, goes on to its end. */
    @Override
    public void withdraw(String rewardId) {
        byOurRules(() -> engine.getRuntimeService()
                .createMessageCorrelation(RewardModel.WITHDRAWN)
                .processInstanceBusinessKey(rewardId)
                .correlateAllWithResult());
    }

    /** The rules of the house decide who may, not the engine's grants for its own REST interface. */
    private <T> void byOurRules(Callable<T> work) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(work));
    }
}
