package org.xinhuo.incentive.process.rota;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.incentive.rota.PlanningOn;
import org.xinhuo.incentive.rota.ShareStarts;
import org.xinhuo.incentive.rota.SwapTasks;

/** What the rota tells the engine: start a share, go on planning, ask somebody, take a question back. */
@Component
@Transactional
class RotaProcess implements ShareStarts, SwapTasks, PlanningOn {

    private static final String SHARING = "sharing";

    private final ProcessEngine engine;
    private final HouseRules rules;

    RotaProcess(ProcessEngine engine, HouseRules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    @Override
    public void start(Planned share) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("lecturerId", share.lecturerId());
        variables.put("title", share.title());
        variables.put("startsAt", share.startsAt().toString());
        variables.put("minutes", share.minutes());
        variables.put("place", share.place());
        variables.put("audience", share.audience());
        rules.apply(() -> engine.getRuntimeService().startProcessInstanceByKey(SHARING, share.shareId(), variables));
    }

    @Override
    public void planOn(String group) {
        rules.apply(() -> {
            engine.getRuntimeService()
                    .createMessageCorrelation(RotaCalendarModel.PLANNING_GOES_ON)
                    .setVariable(RotaCalendarModel.LECTURER_GROUP, group)
                    .correlateStartMessage();
        });
    }

    @Override
    public void start(String swapId) {
        rules.apply(() -> engine.getRuntimeService().startProcessInstanceByKey(ShareSwapModel.KEY, swapId));
    }

    @Override
    public void withdraw(String swapId) {
        rules.apply(() -> {
            try {
                engine.getRuntimeService()
                        .createMessageCorrelation(ShareSwapModel.WITHDRAWN)
                        .processInstanceBusinessKey(swapId)
                        .correlate();
                return true;
            } catch (MismatchingMessageCorrelationException alreadyOver) {
                return false;
            }
        });
    }

    @Override
    public void answer(String swapId, String by, boolean agreed, @Nullable String remark) {
        Map<String, Object> values = new HashMap<>();
        values.put(ShareSwapModel.AGREED, agreed);
        values.put("remark", remark);
        rules.apply(() -> {
            Task open = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(swapId)
                    .taskDefinitionKey(ShareSwapModel.AGREE_TO_SWAP)
                    .taskAssignee(by)
                    .singleResult();
            if (open == null) {
                throw Refusal.conflict("rota.swap.over");
            }
            engine.getTaskService().complete(open.getId(), values);
        });
    }
}
