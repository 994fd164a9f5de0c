package org.xinhuo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.xinhuo.testing.XinhuoTest;

/** Restarts of the application, between deployments by the process owner from Camunda Modeler. */
@XinhuoTest
class ModelDeploymentTest {

    @Autowired
    ModelDeployment models;

    @Autowired
    ModelsHealth health;

    @Autowired
    RepositoryService repository;

    /** Made once: the builder invents ids anew each time. */
    private static final String PROCESS = Bpmn.convertToString(Bpmn.createExecutableProcess("trial-process")
            .name("NAME")
            .camundaHistoryTimeToLiveString("P1D")
            .startEvent("started")
            .endEvent("ended")
            .done());

    private final byte[] process = process("as shipped");
    private final byte[] decision = decision("as shipped");
    private final byte[] form = form("as shipped");

    @AfterEach
    void removeTheModelsOfThisTest() {
        repository.createDeploymentQuery().list().stream()
                .filter(deployment -> repository.getDeploymentResourceNames(deployment.getId()).stream()
                        .anyMatch(name -> name.startsWith("trial-")))
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void aFirstStartDeploysAllTogether() {
        start(process, decision, form);

        assertThat(versionOfTheProcess()).isEqualTo(1);
        assertThat(versionOfTheDecision()).isEqualTo(1);
        assertThat(deployments())
                .hasSize(1)
                .first()
                .extracting(Deployment::getSource)
                .isEqualTo("xinhuo");
    }

    @Test
    void aRestartWithTheSameFilesDeploysNothing() {
        start(process, decision, form);
        assertThat(start(process, decision, form)).isEmpty();
        assertThat(deployments()).hasSize(1);
    }

    @Test
    void aNewerFileIsDeployedAloneAndTheOthersStay() {
        start(process, decision, form);
        start(process, decision("newer"), form);

        assertThat(versionOfTheProcess()).isEqualTo(1);
        assertThat(versionOfTheDecision()).isEqualTo(2);
    }

    @Test
    void aNewerFormIsDeployed() {
        start(process, decision, form);
        start(process, decision, form("newer"));

        assertThat(deployments()).hasSize(2);
        assertThat(start(process, decision, form("newer"))).isEmpty();
    }

    @Test
    void whatTheOwnerDeployedStaysWhenAnotherFileIsNewer() {
        start(process, decision, form);
        ownerDeploys(process("by the owner"));

        assertThat(start(process, decision("newer"), form)).containsExactly("trial-process.bpmn");

        assertThat(versionOfTheProcess()).isEqualTo(2);
        assertThat(versionOfTheDecision()).isEqualTo(2);
        assertThat(contentInForce()).isEqualTo(process("by the owner"));
    }

    @Test
    void whatTheOwnerDeployedStaysWhenTheSameFileIsNewer() {
        start(process, decision, form);
        ownerDeploys(process("by the owner"));

        assertThat(start(process("newer"), decision, form)).containsExactly("trial-process.bpmn");
        assertThat(start(process("newer"), decision, form)).containsExactly("trial-process.bpmn");

        assertThat(contentInForce()).isEqualTo(process("by the owner"));
    }

    @Test
    void aChangeOfTheOwnersThatCameIntoTheFilesIsFollowedFurther() {
        start(process, decision, form);
        ownerDeploys(process("by the owner"));
        assertThat(start(process("by the owner"), decision, form)).isEmpty();
        assertThat(versionOfTheProcess()).isEqualTo(2);

        assertThat(start(process("newer still"), decision, form)).isEmpty();

        assertThat(versionOfTheProcess()).isEqualTo(3);
        assertThat(contentInForce()).isEqualTo(process("newer still"));
    }

    @Test
    void aFileThatGoesBackToAnEarlierTextIsDeployedAgain() {
        start(process, decision, form);
        start(process("a mistake"), decision, form);
        start(process, decision, form);

        assertThat(versionOfTheProcess()).isEqualTo(3);
        assertThat(contentInForce()).isEqualTo(process);
    }

    @Test
    void anotherLineEndIsNoChange() {
        start(process, decision, form);
        byte[] windows = new String(process, StandardCharsets.UTF_8)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(start(windows, decision, form)).isEmpty();
        assertThat(versionOfTheProcess()).isEqualTo(1);
    }

    @Test
    void twoNodesThatStartAtOnceDeployOnce() {
        List<CompletableFuture<Void>> nodes = List.of(
                CompletableFuture.runAsync(() -> start(process, decision, form)),
                CompletableFuture.runAsync(() -> start(process, decision, form)),
                CompletableFuture.runAsync(() -> start(process, decision, form)));
        nodes.forEach(CompletableFuture::join);

        assertThat(versionOfTheProcess()).isEqualTo(1);
        assertThat(deployments()).hasSize(1);
    }

    @Test
    void theHealthPageTellsWhatDriftedAndIsWell() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("drifted", models.drifted());
    }

    private List<String> start(byte[] process, byte[] decision, byte[] form) {
        return models.deploy(
                Map.of("trial-process.bpmn", process, "trial-decision.dmn", decision, "trial-form.form", form));
    }

    private void ownerDeploys(byte[] process) {
        repository
                .createDeployment()
                .name("From Modeler")
                .source("Camunda Modeler")
                .addString("trial-process.bpmn", new String(process, StandardCharsets.UTF_8))
                .deploy();
    }

    private List<Deployment> deployments() {
        return repository.createDeploymentQuery().list().stream()
                .filter(deployment -> repository.getDeploymentResourceNames(deployment.getId()).stream()
                        .anyMatch(name -> name.startsWith("trial-")))
                .toList();
    }

    private int versionOfTheProcess() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("trial-process")
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private int versionOfTheDecision() {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("trial-decision")
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private byte[] contentInForce() {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("trial-process")
                .latestVersion()
                .singleResult();
        try (var content = repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())) {
            return content.readAllBytes();
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static byte[] process(String name) {
        return PROCESS.replace("NAME", name).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] decision(String name) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="trialDefinitions" name="trial"
                    namespace="http://xinhuo.org/test">
                  <decision id="trial-decision" name="%s" camunda:historyTimeToLive="P1D">
                    <decisionTable id="trialTable" hitPolicy="FIRST">
                      <output id="trialOutput" name="answer" typeRef="string" />
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(name).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] form(String text) {
        return """
                {"id": "trial-form", "type": "default", "schemaVersion": 16, "components":
                [{"type": "text", "id": "trialText", "text": "%s"}]}
                """.formatted(text).getBytes(StandardCharsets.UTF_8);
    }
}
