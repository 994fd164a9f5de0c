package org.xinhuo.incentive.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.notification.PlacesOfProcesses;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** A step that fails too often is told to somebody; a review whose instance is gone is taken up again. */
@XinhuoTest
class FailedReviewTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineDriver driver;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<PlacesOfProcesses> places;

    @BeforeEach
    void people() {
        BpmnAwareTests.init(engine);
        company.employee("han")
                .role("han", "hr")
                .employee("root")
                .role("root", "camunda-admin")
                .employee("wang")
                .lecturer("wang", "default");
    }

    @Test
    void hrAndAdministratorsAreToldOnceWhichStepOfWhichProcessStandsAndWhy() throws Exception {
        String table = Files.readString(Path.of("dmn", "lecturer-grade.dmn"));
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("lecturer-grade.dmn", table.replaceAll("(?s)<rule .*</rule>", ""))
                .deploy()
                .getId();
        try {
            ProcessInstance review = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
            fail(review);
            fail(review);
            assertThat(driver.told("han")).containsExactly("notification.stepFailed");
            assertThat(driver.told("root")).containsExactly("notification.stepFailed");
            assertThat(driver.told("wang")).isEmpty();
            assertThat(arguments("han"))
                    .contains("monthly-review", "讲师月度评审", "computeResults", "计算结果", "lecturer-grade")
                    .doesNotContain("engine.decisionNoRule");
            assertThat(link("root")).isEqualTo("/camunda/app/cockpit/default/#/process-instance/" + review.getId());
            assertThat(link("han")).isEqualTo("/rewards?period=2026-06");
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    @Test
    void aReviewWhoseInstanceIsGoneIsTakenUpByTheNextStart() {
        ProcessInstance lost = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
        driver.runAll(lost);
        assertThat(driver.start("monthly-review", "han", Map.of("period", "2026-06")))
                .isEnded()
                .hasPassed("reviewUnderWay");
        engine.getRuntimeService().deleteProcessInstance(lost.getId(), "slip");

        ProcessInstance next = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
        assertThat(next).isWaitingAt("computeResults").hasBusinessKey(lost.getBusinessKey());
        driver.runAll(next);
        Map<String, Object> answer = new HashMap<>();
        answer.put("confirmed", true);
        answer.put("remark", null);
        driver.complete(next, "han", answer);
        driver.runAll(next);
        assertThat(next).isEnded().hasPassed("monthClosed");
    }

    /** HR may not look into the engine, and is led to the page of what stands still. */
    @Test
    void everyModuleNamesThePageOfWhatItsProcessesAreAbout() {
        company.heldShare("s1", "wang", Instant.parse("2026-06-10T06:00:00Z"), 45, 0);
        assertThat(place("sharing", "s1")).containsExactly("/shares/s1");
        assertThat(place("sharing", "none")).isEmpty();
        assertThat(place("reward", "none")).isEmpty();
        assertThat(place("monthly-review", null)).isEmpty();
        assertThat(place("coaching", "none")).isEmpty();
        assertThat(place("training-offer", null)).containsExactly("/offers");
        assertThat(place("somebody-elses", "s1")).isEmpty();
    }

    private List<String> place(String process, @Nullable String key) {
        return places.stream()
                .flatMap(known -> known.placeOf(process, key).stream())
                .toList();
    }

    private void fail(ProcessInstance review) {
        String job = driver.job(review).getId();
        engine.getManagementService().setJobRetries(job, 1);
        assertThatThrownBy(() -> engine.getManagementService().executeJob(job)).isNotNull();
        assertThat(engine.getRuntimeService()
                        .createIncidentQuery()
                        .processInstanceId(review.getId())
                        .count())
                .isOne();
    }

    private String link(String person) {
        return jdbc.sql("select link from notice where person_id = ?")
                .param(person)
                .query(String.class)
                .list()
                .get(0);
    }

    private String arguments(String person) {
        return jdbc.sql("select arguments from notice where person_id = ?")
                .param(person)
                .query(String.class)
                .list()
                .get(0);
    }
}
