package org.xinhuo.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Takes inputs and outputs out of the recorded decisions that a person must not read, whichever query brought them: one
 * by its id, a list, or the export that the engine keeps for another product. That the decision was taken stays to be
 * seen, so that lists and counts agree.
 */
final class WithholdDecisions extends CommandInterceptor {

    private final ProcessEngineConfigurationImpl engine;
    private final ObjectProvider<WithheldDecisions> withheld;

    WithholdDecisions(ProcessEngineConfigurationImpl engine, ObjectProvider<WithheldDecisions> withheld) {
        this.engine = engine;
        this.withheld = withheld;
    }

    @Override
    public <T> T execute(Command<T> command) {
        // What is read within a running command is read by the product.
        boolean asked = Context.getCommandContext() == null;
        T result = next.execute(command);
        if (asked) {
            Authentication who = engine.getIdentityService().getCurrentAuthentication();
            if (who != null && who.getUserId() != null) {
                withhold(result, who.getUserId());
            }
        }
        return result;
    }

    private void withhold(Object result, String personId) {
        Collection<?> rows = result instanceof Collection<?> many ? many : List.of(result == null ? "" : result);
        Map<String, Boolean> known = new HashMap<>();
        for (Object row : rows) {
            if (row instanceof HistoricDecisionInstanceEntity decision
                    && decision.getProcessInstanceId() != null
                    && known.computeIfAbsent(decision.getProcessInstanceId(), id -> isWithheld(id, personId))) {
                decision.setInputs(List.of());
                decision.setOutputs(List.of());
                decision.setCollectResultValue(null);
            }
        }
    }

    private boolean isWithheld(String instanceId, String personId) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    HistoricProcessInstanceEntity instance =
                            context.getHistoricProcessInstanceManager().findHistoricProcessInstance(instanceId);
                    return instance != null
                            && instance.getBusinessKey() != null
                            && withheld.stream()
                                    .anyMatch(known -> known.isWithheld(
                                            instance.getProcessDefinitionKey(), instance.getBusinessKey(), personId));
                }));
    }
}
