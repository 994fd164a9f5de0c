package org.xinhuo.incentive.process.reward;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.engine.RunningInstances;
import org.xinhuo.incentive.reward.RewardTasks;

/** What the application tells the process of a reward. */
@Component
@Transactional
class RewardProcess implements RewardTasks {

    private final ProcessEngine engine;
    private final HouseRules rules;
    private final RunningInstances instances;

    RewardProcess(ProcessEngine engine, HouseRules rules, RunningInstances instances) {
        this.engine = engine;
        this.rules = rules;
        this.instances = instances;
    }

    @Override
    public void start(String rewardId) {
        rules.apply(() -> engine.getRuntimeService()
                .startProcessInstanceByKey(RewardModel.KEY, rewardId, Map.of(RewardModel.REWARD_ID, rewardId)));
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> carried() {
        return instances.keysOf(RewardModel.KEY);
    }

    @Override
    public void answer(String rewardId, String person, boolean approved, @Nullable String remark) {
        Map<String, Object> values = new HashMap<>();
        values.put("approved", approved);
        values.put("remark", remark);
        rules.apply(() -> {
            Task open = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(rewardId)
                    .processDefinitionKey(RewardModel.KEY)
                    .taskDefinitionKey(RewardModel.APPROVE_REWARD)
                    .singleResult();
            if (open == null) {
                throw Refusal.conflict("incentive.rewardWasDecided", rewardId);
            }
            if (open.getAssignee() == null) {
                engine.getTaskService().claim(open.getId(), person);
            } else if (!open.getAssignee().equals(person)) {
                throw Refusal.conflict("reward.claimedByAnother");
            }
            engine.getTaskService().complete(open.getId(), values);
        });
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> waitingFor(String person) {
        return rules.apply(() -> {
            Set<String> instances = engine
                    .getTaskService()
                    .createTaskQuery()
                    .processDefinitionKey(RewardModel.KEY)
                    .taskDefinitionKey(RewardModel.APPROVE_REWARD)
                    .list()
                    .stream()
                    .filter(task ->
                            task.getAssignee() == null || task.getAssignee().equals(person))
                    .map(Task::getProcessInstanceId)
                    .collect(Collectors.toSet());
            return instances.isEmpty()
                    ? Set.<String>of()
                    : engine
                            .getRuntimeService()
                            .createProcessInstanceQuery()
                            .processInstanceIds(instances)
                            .list()
                            .stream()
                            .map(ProcessInstance::getBusinessKey)
                            .collect(Collectors.toSet());
        });
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
