package org.xinhuo.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.Resource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys at startup what the engine has never seen, and what is newer here while nobody changed it in the engine
 * since. What the process owner deployed from Camunda Modeler stays; the difference is reported, not overwritten.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {

    /** Marks deployments that came with the application; every other source is a person's. */
    static final String SOURCE = "xinhuo";

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);

    private static final List<String> PATTERNS =
            List.of("classpath*:bpmn/*.bpmn", "classpath*:bpmn/forms/*.form", "classpath*:dmn/*.dmn");

    private final RepositoryService repository;
    private volatile List<String> drifted = List.of();

    ModelDeployment(ProcessEngine engine) {
        this.repository = engine.getRepositoryService();
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> differing = new ArrayList<>();
        DeploymentBuilder deployment =
                repository.createDeployment().name("Xinhuo").source(SOURCE);
        int changed = 0;
        for (org.springframework.core.io.Resource file : files()) {
            String name = Objects.requireNonNull(file.getFilename());
            byte[] here = bytes(file);
            Deployment latest = latestDeploymentOf(name);
            if (latest != null && Arrays.equals(here, deployed(latest, name))) {
                continue;
            }
            if (latest == null || SOURCE.equals(latest.getSource())) {
                deployment.addInputStream(name, new ByteArrayInputStream(here));
                changed++;
            } else {
                differing.add(name);
            }
        }
        if (changed > 0) {
            deployment.deploy();
            LOG.info("Deployed {} models that are new or newer than in the engine", changed);
        }
        if (!differing.isEmpty()) {
            LOG.warn(
                    "These models were changed in the engine by a person and differ from the application's own; the"
                            + " engine's stay in force: {}",
                    differing);
        }
        drifted = List.copyOf(differing);
    }

    /** Models whose version in force is a person's and not the application's. */
    List<String> drifted() {
        return drifted;
    }

    private @Nullable Deployment latestDeploymentOf(String resourceName) {
        // A resource keeps its name when Camunda Modeler deploys it: the file's own.
        return repository.createDeploymentQuery().orderByDeploymentTime().desc().list().stream()
                .filter(deployment -> repository
                        .getDeploymentResourceNames(deployment.getId())
                        .contains(resourceName))
                .findFirst()
                .orElse(null);
    }

    private byte[] deployed(Deployment deployment, String name) {
        Resource resource = repository.getDeploymentResources(deployment.getId()).stream()
                .filter(candidate -> name.equals(candidate.getName()))
                .findFirst()
                .orElseThrow();
        try (InputStream content = repository.getResourceAsStreamById(deployment.getId(), resource.getId())) {
            return content.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<org.springframework.core.io.Resource> files() {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        List<org.springframework.core.io.Resource> files = new ArrayList<>();
        try {
            for (String pattern : PATTERNS) {
                files.addAll(List.of(resolver.getResources(pattern)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        files.sort(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())));
        return files;
    }

    private static byte[] bytes(org.springframework.core.io.Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
