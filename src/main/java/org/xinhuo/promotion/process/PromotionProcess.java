package org.xinhuo.promotion.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.engine.HouseRules;
import org.xinhuo.promotion.PromotionTasks;

/** What the application tells the process of an application. */
@Component
@Transactional
class PromotionProcess implements PromotionTasks {

    private final ProcessEngine engine;
    private final HouseRules rules;

    PromotionProcess(@Lazy ProcessEngine engine, HouseRules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    @Override
    public boolean withdraw(String promotionId) {
        return rules.apply(() -> end(promotionId));
    }

    private boolean end(String promotionId) {
        RuntimeService runtime = engine.getRuntimeService();
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(promotionId, PromotionModel.KEY)
                .singleResult();
        if (instance == null) {
            return false;
        }
        boolean listens = runtime.createEventSubscriptionQuery()
                        .processInstanceId(instance.getId())
                        .eventName(PromotionModel.WITHDRAWN)
                        .count()
                > 0;
        if (listens) {
            runtime.createMessageCorrelation(PromotionModel.WITHDRAWN)
                    .processInstanceId(instance.getId())
                    .correlate();
        } else {
            runtime.deleteProcessInstance(instance.getId(), PromotionModel.WITHDRAWN);
        }
        return listens;
    }
}
