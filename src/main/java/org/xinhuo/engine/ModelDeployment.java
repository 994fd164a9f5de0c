package org.xinhuo.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys at startup what the engine has never seen, and what is newer here while nobody changed it in the engine
 * since. What the process owner deployed from Camunda Modeler stays in force; the difference is reported, not
 * overwritten. Compares three contents of each model: in force in the engine, here now, and here at the last start.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {

    /** Marks deployments that came with the application; every other source is a person's. */
    static final String SOURCE = "xinhuo";

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);

    private static final List<String> PATTERNS =
            List.of("classpath*:bpmn/*.bpmn", "classpath*:bpmn/forms/*.form", "classpath*:dmn/*.dmn");

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl configuration;
    private final ShippedModels shipped;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile List<String> drifted = List.of();

    ModelDeployment(
            ProcessEngine engine,
            ShippedModels shipped,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.repository = engine.getRepositoryService();
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.shipped = shipped;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        drifted = deploy(filesOfTheApplication());
        if (!drifted.isEmpty()) {
            LOG.warn(
                    "A person changed these models in the engine, and the application brings others; those in the"
                            + " engine stay in force: {}",
                    drifted);
        }
    }

    /** Models whose version in force is a person's and not the application's own. */
    List<String> drifted() {
        return drifted;
    }

    /**
     * Brings the engine up to these files, as one deployment or none.
     *
     * @param files contents by file name; the name without extension is the model's id
     * @return the names of those that were left alone because a person changed them in the engine
     */
    List<String> deploy(Map<String, byte[]> files) {
        return Objects.requireNonNull(transaction.execute(status -> {
            StartLock.take(jdbc);
            return deployChanged(files);
        }));
    }

    private List<String> deployChanged(Map<String, byte[]> files) {
        Map<String, ResourceDefinition> inForce = inForce(files);
        Map<String, String> lastStart = shipped.hashes();
        List<String> differing = new ArrayList<>();
        List<String> newer = new ArrayList<>();
        new TreeMap<>(files).forEach((name, content) -> {
            String here = ShippedModels.hash(content);
            String before = lastStart.get(name);
            ResourceDefinition definition = inForce.get(name);
            if (definition == null) {
                newer.add(name);
            } else {
                String there = ShippedModels.hash(content(definition));
                if (!there.equals(here)) {
                    (isOurs(definition, there, before) ? newer : differing).add(name);
                }
            }
            if (!here.equals(before)) {
                shipped.remember(name, here, clock.instant());
            }
        });
        if (!newer.isEmpty()) {
            DeploymentBuilder deployment =
                    repository.createDeployment().name("Xinhuo").source(SOURCE);
            newer.forEach(name -> deployment.addInputStream(name, new ByteArrayInputStream(files.get(name))));
            deployment.deploy();
            LOG.info("Deployed {} models that are new or newer than in the engine", newer.size());
        }
        return List.copyOf(differing);
    }

    /** Nobody changed it since the application brought it, or somebody brought it back to that. */
    private boolean isOurs(ResourceDefinition definition, String there, @Nullable String before) {
        if (before != null) {
            return there.equals(before);
        }
        return SOURCE.equals(repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult()
                .getSource());
    }

    /** The latest definitions by the file names of ours: one query a kind, however often was deployed. */
    private Map<String, ResourceDefinition> inForce(Map<String, byte[]> files) {
        Map<String, ResourceDefinition> latest = new HashMap<>();
        repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .withoutTenantId()
                .list()
                .forEach(definition -> latest.put(definition.getKey() + ".bpmn", definition));
        repository
                .createDecisionDefinitionQuery()
                .latestVersion()
                .withoutTenantId()
                .list()
                .forEach(definition -> latest.put(definition.getKey() + ".dmn", definition));
        for (String name : files.keySet()) {
            if (name.endsWith(".form")) {
                // The public interface cannot ask for forms.
                ResourceDefinition form = configuration
                        .getCommandExecutorTxRequired()
                        .execute(context -> context.getCamundaFormDefinitionManager()
                                .findLatestDefinitionByKey(name.substring(0, name.length() - ".form".length())));
                if (form != null) {
                    latest.put(name, form);
                }
            }
        }
        return latest;
    }

    private byte[] content(ResourceDefinition definition) {
        try (InputStream content =
                repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())) {
            return content.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, byte[]> filesOfTheApplication() {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        Map<String, byte[]> files = new HashMap<>();
        try {
            for (String pattern : PATTERNS) {
                for (Resource file : resolver.getResources(pattern)) {
                    files.put(Objects.requireNonNull(file.getFilename()), file.getContentAsByteArray());
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return files;
    }
}
