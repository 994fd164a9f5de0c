package org.xinhuo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** A version number that results name for years means one table for ever. */
@XinhuoWebTest
class KeptTablesTest {

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestCompany company;

    Caller root;

    @BeforeEach
    void administrator() {
        company.employee("root").role("root", "camunda-admin");
        root = Caller.basic(port, "root").with("Accept-Language", "en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?cascade=true", "?skipCustomListeners=true&skipIoMappings=true"})
    void nobodyDeletesADecisionTable(String how) {
        DecisionDefinition table = newest();
        Caller.Answer answer =
                root.send("DELETE", "/engine-rest/deployment/" + table.getDeploymentId() + how, null, null);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.body()).contains("engine.tableStays", "Deploy a corrected table");
        assertThat(newest().getId()).isEqualTo(table.getId());
    }

    @Test
    void whatHoldsNoTableIsDeletedAsEver() {
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "passing.bpmn",
                        Bpmn.createExecutableProcess("passing")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        assertThat(root.send("DELETE", "/engine-rest/deployment/" + deployment, null, null)
                        .status())
                .isEqualTo(204);
    }

    private DecisionDefinition newest() {
        return engine.getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("lecturer-reward")
                .latestVersion()
                .singleResult();
    }
}
