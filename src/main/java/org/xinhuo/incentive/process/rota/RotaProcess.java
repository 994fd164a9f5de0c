package org.xinhuo.incentive.process.rota;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.rota.ShareStarts;
import org.xinhuo.incentive.rota.SwapTasks;

/** What the rota tells the engine: start a share, ask somebody, take a question back. */
@Component
@Transactional
class RotaProcess implements ShareStarts, SwapTasks {

    private static final String SHARING = "sharing";

    private final ProcessEngine engine;

    RotaProcess(ProcessEngine engine) {
        this.engine = engine;
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
        byOurRules(() -> engine.getRuntimeService().startProcessInstanceByKey(SHARING, share.shareId(), variables));
    }

    @Override
    public void start(String swapId) {
        byOurRules(() -> engine.getRuntimeService().startProcessInstanceByKey(ShareSwapModel.KEY, swapId));
    }

    @Override
    public void withdraw(String swapId) {
        byOurRules(() -> {
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
        byOurRules(() -> {
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
            return true;
        });
    }

    /** The rules of the house decide who may, not the engine's grants for its own REST interface. */
    private <T> void byOurRules(Callable<T> work) {
        try {
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(work));
        } catch (RuntimeException failure) {
            Refusal refusal = Refusal.in(failure);
            throw refusal == null ? failure : refusal;
        }
    }
}
