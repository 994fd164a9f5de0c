package org.xinhuo.promotion.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.promotion.StartPromotion;

/** Starts the process as Tasklist and the engine's REST interface do: the same first step asks the gate. */
@Component
@Transactional
class PromotionStart implements StartPromotion {

    private final ProcessEngine engine;

    PromotionStart(ProcessEngine engine) {
        this.engine = engine;
    }

    /** The gate decides who may, not the engine's grants for its own REST interface. */
    @Override
    public String apply(@Nullable String employeeId, String targetRole) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(PromotionModel.TARGET_ROLE, targetRole);
        if (employeeId != null) {
            variables.put(PromotionModel.EMPLOYEE_ID, employeeId);
        }
        try {
            return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(() -> engine.getRuntimeService()
                            .startProcessInstanceByKey(PromotionModel.KEY, variables)
                            .getBusinessKey()));
        } catch (RuntimeException failure) {
            Refusal refusal = Refusal.in(failure);
            throw refusal == null ? failure : refusal;
        }
    }
}
