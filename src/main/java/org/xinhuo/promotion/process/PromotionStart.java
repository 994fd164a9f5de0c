package org.xinhuo.promotion.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.promotion.StartPromotion;

/** Starts the process as Tasklist and the engine's REST interface do: the same first step asks the gate. */
@Component
@Transactional
class PromotionStart implements StartPromotion {

    private final ProcessEngine engine;
    private final HouseRules rules;

    PromotionStart(ProcessEngine engine, HouseRules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    @Override
    public String apply(@Nullable String employeeId, String targetRole) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(PromotionModel.TARGET_ROLE, targetRole);
        if (employeeId != null) {
            variables.put(PromotionModel.EMPLOYEE_ID, employeeId);
        }
        return rules.apply(() -> engine.getRuntimeService()
                .startProcessInstanceByKey(PromotionModel.KEY, variables)
                .getBusinessKey());
    }
}
