package org.xinhuo.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.Outcome.DecisionRef;
import org.xinhuo.engine.Outcome.Row;

/** Evaluates in the engine, so that the owner's newest version counts and the auditor sees it. */
@Component
class EngineDecisions implements Decisions {

    private final ProcessEngine engine;

    /** Tables by the engine's id of their version, read once: an id never changes its meaning. */
    private final Map<String, DmnDecision> readTables = new ConcurrentHashMap<>();

    private final Map<String, AlikeInputs> alikeInputs = new ConcurrentHashMap<>();

    private final DmnEngine unrecorded =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    EngineDecisions(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** Without authorization checks: who asks for a result need not be allowed to read the table behind it. */
    @Override
    public Outcome decide(String key, Map<String, ?> inputs) {
        return unauthorized(() -> evaluate(latest(key), inputs));
    }

    @Override
    public Outcome decide(String key, int version, Map<String, ?> inputs) {
        return unauthorized(() -> evaluate(earlier(key, version), inputs));
    }

    @Override
    public DecisionRef newest(String key) {
        return unauthorized(() -> reference(latest(key)));
    }

    @Override
    public Preview preview(String key) {
        return preview(unauthorized(() -> latest(key)));
    }

    @Override
    public Preview preview(String key, int version) {
        return preview(unauthorized(() -> earlier(key, version)));
    }

    private Preview preview(DecisionDefinition definition) {
        DmnDecision table = readTables.computeIfAbsent(definition.getId(), id -> read(definition.getKey(), id));
        DecisionRef reference = reference(definition);
        AlikeInputs alike = alikeInputs.computeIfAbsent(definition.getId(), id -> AlikeInputs.of(table));
        return new Preview() {
            @Override
            public Outcome decide(Map<String, ?> inputs) {
                try {
                    return new Outcome(
                            reference,
                            rows(unrecorded.evaluateDecisionTable(table, new LinkedHashMap<String, Object>(inputs))));
                } catch (ProcessEngineException | DmnEngineException | FeelException failure) {
                    return new Outcome(reference, List.of(), unusable(reference, failure));
                }
            }

            @Override
            public Map<String, ?> alike(Map<String, ?> inputs) {
                return alike.of(inputs);
            }
        };
    }

    /** What the table itself fails at (its expressions, types or hit policy) is a slip of its owner and said so. */
    private static Refusal unusable(DecisionRef reference, RuntimeException failure) {
        Refusal said = Refusal.conflict(
                "engine.decisionFails", reference.key(), reference.version(), String.valueOf(failure.getMessage()));
        said.initCause(failure);
        return said;
    }

    private static DecisionRef reference(DecisionDefinition definition) {
        return new DecisionRef(definition.getKey(), definition.getVersion(), definition.getId());
    }

    private DmnDecision read(String key, String definitionId) {
        return unauthorized(() -> {
            try (InputStream model = engine.getRepositoryService().getDecisionModel(definitionId)) {
                return unrecorded.parseDecision(key, model);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    private <T> T unauthorized(Callable<T> work) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(work));
    }

    /**
     * Asked first without the engine: what fails inside one of its commands spoils the caller's transaction, although
     * the caller may be able to do without an answer. What only reads decides nothing and leaves no record.
     */
    private Outcome evaluate(DecisionDefinition definition, Map<String, ?> inputs) {
        Outcome tried = preview(definition).decide(inputs);
        if (tried.failure() != null || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            return tried;
        }
        return new Outcome(
                reference(definition),
                rows(engine.getDecisionService()
                        .evaluateDecisionTableById(definition.getId(), new LinkedHashMap<>(inputs))));
    }

    private DecisionDefinition earlier(String key, int version) {
        DecisionDefinition definition = engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .decisionDefinitionVersion(version)
                .withoutTenantId()
                .singleResult();
        if (definition == null) {
            throw new IllegalStateException("no version " + version + " of the decision " + key + " is deployed");
        }
        return definition;
    }

    private DecisionDefinition latest(String key) {
        DecisionDefinition definition = engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .withoutTenantId()
                .singleResult();
        if (definition == null) {
            throw new IllegalStateException("no decision with the id " + key + " is deployed");
        }
        return definition;
    }

    private static List<Row> rows(DmnDecisionTableResult result) {
        return result.stream().map(EngineDecisions::row).toList();
    }

    private static Row row(DmnDecisionRuleResult rule) {
        return new Row(new LinkedHashMap<>(rule.getEntryMap()));
    }
}
