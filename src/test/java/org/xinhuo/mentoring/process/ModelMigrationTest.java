package org.xinhuo.mentoring.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.OpenMentorship;
import org.xinhuo.mentoring.PairMentor;
import org.xinhuo.testing.Caller;

/** What began under earlier models: what it says to who asks for a step that it lacks, and how it is moved. */
class ModelMigrationTest extends LoopOverHttp {

    private static final List<String> FAMILY = List.of("mentoring", "matching", "plan-negotiation");

    @Autowired
    AbsenceProcess absence;

    @Autowired
    JdbcTemplate jdbc;

    private final List<String> deployments = new ArrayList<>();

    @BeforeEach
    void people() {
        company.employee("lan")
                .employee("noa")
                .employee("kim")
                .assessed("noa", "Speaking", "2", LocalDate.of(2026, 1, 1))
                .employee("qin")
                .role("qin", "process-owner")
                .employee("admin")
                .role("admin", "camunda-admin");
    }

    @AfterEach
    void removeTheModelsOfThisTest() {
        for (int last = deployments.size() - 1; last >= 0; last--) {
            engine.getRepositoryService().deleteDeployment(deployments.get(last), true);
        }
    }

    /** The models as they were before HR was reminded every week: one pair coaches, one plans, two mentees wait for HR. */
    @Test
    void anAdministratorMovesWhatRunsAndItGoesOnUnderTheNewModels() throws IOException {
        deploy("models-before");
        String noa = mentoring.start("noa");
        story.choose(noa, "li");
        story.plan(noa);
        write("li", noa, "before the move");
        String mei = mentoring.start("mei");
        story.choose(mei, "wang");
        company.write("update mentor set capacity = 0");
        String lan = mentoring.start("lan");
        fire(mentoring.start("kim"), "assignmentOverdue");
        fire(mei, "silenceDue");
        deploy("bpmn");
        Map<String, Object> timers = timers();
        Map<String, Object> tasks = tasks();

        for (String process : FAMILY) {
            move(process);
        }

        assertThat(engine.getRuntimeService().createProcessInstanceQuery().list())
                .filteredOn(one ->
                        FAMILY.contains(definition(one.getProcessDefinitionId()).getKey()))
                .hasSize(7)
                .allSatisfy(one -> assertThat(
                                definition(one.getProcessDefinitionId()).getVersion())
                        .isEqualTo(
                                newest(definition(one.getProcessDefinitionId()).getKey())
                                        .getVersion()));
        assertThat(firedBefore(timers)).containsExactly("silenceDue");
        removeAgain(mei, "silenceDue");
        assertThat(timers()).containsAllEntriesOf(timers).hasSameSizeAs(timers);
        assertThat(tasks()).isEqualTo(tasks).hasSizeGreaterThan(3);
        hrIsRemindedAgain(mei, lan);

        company.write("update mentor set capacity = 3");
        story.complete(lan, "assignMentor", "mentorId", "li");
        story.plan(mei);
        assertThat(state(mei)).isEqualTo("COACHING");
        write("noa", noa, "after the move");
        assertThat(Caller.basic(port, "noa")
                        .get("/api/mentorships/" + noa + "/log?q=move")
                        .body())
                .contains("before the move", "after the move");
        mentoring.requestGraduation(noa, "li");
        story.evaluate(noa, "graduate", 4);
        assertThat(state(noa)).isEqualTo("GRADUATED");
    }

    /** What Camunda arms once more: the beginnings of event subprocesses, and no reminder of a task. */
    private List<String> firedBefore(Map<String, Object> timers) {
        return engine.getManagementService().createJobQuery().timers().list().stream()
                .filter(one -> !timers.containsKey(one.getId()))
                .map(one -> engine.getManagementService()
                        .createJobDefinitionQuery()
                        .jobDefinitionId(one.getJobDefinitionId())
                        .singleResult()
                        .getActivityId())
                .toList();
    }

    private void removeAgain(String id, String timer) {
        assertThat(Caller.basic(port, "admin")
                        .delete("/engine-rest/job/" + timer(id, timer).getId())
                        .status())
                .isEqualTo(204);
    }

    /** Which the models of before do once each. */
    private void hrIsRemindedAgain(String silent, String unassigned) {
        fire(unassigned, "assignmentOverdue");
        fire(unassigned, "assignmentStillOverdue");
        fire(unassigned, "assignmentStillOverdue");
        fire(silent, "silenceUnanswered");
        fire(silent, "silenceDueAgain");
        assertThat(jdbc.queryForList("select code from notice where person_id = 'han' order by id", String.class))
                .containsSubsequence(
                        "matching.notice.toHrReminder",
                        "matching.notice.toHrReminder",
                        "matching.notice.toHrReminder",
                        "mentoring.absence.notice.silentPair",
                        "mentoring.absence.notice.stillSilentPair");
    }

    @Test
    void nobodyElseMovesThem() throws IOException {
        deploy("models-before");
        story.choose(mentoring.start("mei"), "wang");
        deploy("bpmn");
        String running = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("mentoring")
                .singleResult()
                .getId();
        String execution =
                "{\"migrationPlan\":" + plan("admin", "mentoring") + ",\"processInstanceIds\":[\"" + running + "\"]}";
        for (String person : List.of("mei", "wang", "han", "qin")) {
            assertThat(Caller.basic(port, person)
                            .post("/engine-rest/migration/execute", execution)
                            .status())
                    .as(person)
                    .isEqualTo(403);
        }
    }

    @Test
    void aStepThatTheEarlierModelLacksIsRefusedWithWhatToDo(
            @Autowired OpenMentorship openMentorship, @Autowired PairMentor pairMentor) throws IOException {
        deployments.add(engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "mentoring.bpmn",
                        Bpmn.createExecutableProcess("mentoring")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .receiveTask("wait")
                                .message("mentoring.rematchRequested")
                                .endEvent()
                                .done())
                .deploy()
                .getId());
        openMentorship.open("m-1", "mei", null);
        pairMentor.pair("m-1", "wang");
        engine.getRuntimeService().startProcessInstanceByKey("mentoring", "m-1");
        refusesToPause("mentoring.wrongState");
        deploy("bpmn");
        refusesToPause("mentoring.earlierModel");
        mentoring.requestRematch("m-1", "mei");
    }

    private void refusesToPause(String code) {
        assertThatThrownBy(() -> absence.pause("m-1", "mei", null, null))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void move(String process) {
        Caller.Answer moved = Caller.basic(port, "admin")
                .post("/engine-rest/migration/execute", execution(process, plan("admin", process)));
        assertThat(moved.status()).as(moved.toString()).isEqualTo(204);
    }

    private JsonNode plan(String person, String process) {
        Caller.Answer plan = Caller.basic(port, person)
                .post(
                        "/engine-rest/migration/generate",
                        "{\"sourceProcessDefinitionId\":\"" + before(process).getId()
                                + "\",\"targetProcessDefinitionId\":\""
                                + newest(process).getId() + "\",\"updateEventTriggers\":false}");
        assertThat(plan.status()).as(plan.toString()).isEqualTo(200);
        return plan.json();
    }

    private String execution(String process, JsonNode plan) {
        return "{\"migrationPlan\":" + plan + ",\"processInstanceQuery\":{\"processDefinitionId\":\""
                + before(process).getId() + "\"}}";
    }

    private ProcessDefinition newest(String process) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
    }

    private ProcessDefinition before(String process) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .processDefinitionVersion(newest(process).getVersion() - 1)
                .singleResult();
    }

    private ProcessDefinition definition(String id) {
        return engine.getRepositoryService().getProcessDefinition(id);
    }

    private Map<String, Object> timers() {
        Map<String, Object> due = new HashMap<>();
        engine.getManagementService()
                .createJobQuery()
                .timers()
                .list()
                .forEach(one -> due.put(one.getId(), String.valueOf(one.getDuedate())));
        return due;
    }

    private Map<String, Object> tasks() {
        Map<String, Object> open = new HashMap<>();
        engine.getTaskService()
                .createTaskQuery()
                .list()
                .forEach(one -> open.put(
                        one.getId(),
                        Arrays.asList(
                                one.getTaskDefinitionKey(), one.getAssignee(), String.valueOf(one.getDueDate()))));
        return open;
    }

    private void write(String person, String id, String words) {
        Caller.Answer written =
                Caller.basic(port, person).post("/api/mentorships/" + id + "/log", "{\"text\":\"" + words + "\"}");
        assertThat(written.status()).as(written.toString()).isBetween(200, 204);
    }

    private String state(String id) {
        return jdbc.queryForObject("select state from mentorship where id = ?", String.class, id);
    }

    private void fire(String id, String timer) {
        engine.getManagementService().executeJob(timer(id, timer).getId());
    }

    private Job timer(String id, String timer) {
        Set<String> ofThisOne =
                engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(id).list().stream()
                        .map(ProcessInstance::getId)
                        .collect(Collectors.toSet());
        List<Job> jobs = engine.getManagementService().createJobQuery().activityId(timer).list().stream()
                .filter(one -> ofThisOne.contains(one.getProcessInstanceId()))
                .toList();
        assertThat(jobs).as(timer).hasSize(1);
        return jobs.get(0);
    }

    private void deploy(String folder) throws IOException {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        for (String process : FAMILY) {
            try (InputStream model = getClass().getResourceAsStream("/" + folder + "/" + process + ".bpmn")) {
                deployment.addString(
                        process + ".bpmn",
                        new String(Objects.requireNonNull(model).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        deployments.add(deployment.deploy().getId());
    }
}
