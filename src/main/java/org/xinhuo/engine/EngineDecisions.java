package org.xinhuo.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.xinhuo.engine.Outcome.DecisionRef;
import org.xinhuo.engine.Outcome.Row;

/** Evaluates in the engine, so that the owner's newest version counts and the auditor sees it. */
@Component
class EngineDecisions implements Decisions {

    private final ProcessEngine engine;

    EngineDecisions(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** Without authorization checks: who asks for a result need not be allowed to read the table behind it. */
    @Override
    public Outcome decide(String key, Map<String, ?> inputs) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> evaluate(key, inputs)));
    }

    private Outcome evaluate(String key, Map<String, ?> inputs) {
        DecisionDefinition definition = engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .withoutTenantId()
                .singleResult();
        if (definition == null) {
            throw new IllegalStateException("no decision with the id " + key + " is deployed");
        }
        List<Row> rows = engine
                .getDecisionService()
                .evaluateDecisionTableById(definition.getId(), new LinkedHashMap<>(inputs))
                .stream()
                .map(EngineDecisions::row)
                .toList();
        return new Outcome(new DecisionRef(key, definition.getVersion(), definition.getId()), rows);
    }

    private static Row row(DmnDecisionRuleResult rule) {
        return new Row(new LinkedHashMap<>(rule.getEntryMap()));
    }
}
