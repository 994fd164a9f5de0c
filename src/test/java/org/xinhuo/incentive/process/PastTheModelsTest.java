package org.xinhuo.incentive.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/**
 * What administrators may do past the models, over the engine's REST interface: nothing that is carried out later as
 * nobody, and to what they are a party of neither timers nor signals.
 */
@XinhuoWebTest
class PastTheModelsTest {

    private static final Instant LATER = Instant.parse("2031-01-01T00:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    ProcessEngine engine;

    private ProcessInstance share;

    /** Wang gives the share; sun lectures as well, han does not. */
    @BeforeEach
    void aShareThatWaitsForItsEnd() {
        for (String person : List.of("wang", "sun", "han")) {
            company.employee(person).role(person, "hr").role(person, "camunda-admin");
        }
        company.lecturer("wang", "default").lecturer("sun", "default");
        company.share("s1", "wang", LATER, "PLANNED", "SUBMITTED", 45, 0);
        share = start("sharing", "s1", "shareEnded", Map.of("lecturerId", "wang", "endsAt", Date.from(LATER)));
    }

    @AfterEach
    void noBatchIsLeft() {
        batches().forEach(batch -> management().deleteBatch(batch.getId(), true));
    }

    @Test
    void tokensAreMovedMessagesSentAndVariablesWrittenByNobodyAsABatch() {
        String ids = "\"processInstanceIds\":[\"" + share.getId() + "\"]";
        String definition = share.getProcessDefinitionId();
        String instructions =
                "\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"markNotReported\"}]";
        Map<String, String> batches = Map.of(
                "/process-instance/" + share.getId() + "/modification-async",
                "{" + instructions + "}",
                "/modification/executeAsync",
                "{\"processDefinitionId\":\"" + definition + "\"," + ids + "," + instructions + "}",
                "/process-definition/" + definition + "/restart-async",
                "{" + ids + "," + instructions + "}",
                "/process-instance/message-async",
                "{\"messageName\":\"sharing.cancelled\"," + ids + "}",
                "/process-instance/variables-async",
                "{\"variables\":{\"endsAt\":{\"value\":\"2020-01-01\",\"type\":\"String\"}}," + ids + "}",
                "/process-instance/suspended-async",
                "{\"suspended\":true," + ids + "}");
        for (Map.Entry<String, String> one : batches.entrySet()) {
            for (String person : List.of("sun", "han")) {
                Answer answer = Caller.basic(port, person)
                        .with("Accept-Language", "en")
                        .post("/engine-rest" + one.getKey(), one.getValue());
                assertThat(answer.status()).as(one.getKey() + " " + answer).isEqualTo(403);
                assertThat(answer.body()).as(one.getKey()).contains("instance by instance");
            }
        }
        assertThat(batches()).isEmpty();
    }

    @Test
    void retriesAndDeletionsAsABatchAreForAdministratorsWhoAreNoParty() {
        String ids = "\"processInstances\":[\"" + share.getId() + "\"]";
        Map<String, String> batches = Map.of(
                "/job/retries", "{\"retries\":0,\"jobIds\":[\"" + timer().getId() + "\"]}",
                "/process-instance/job-retries", "{\"retries\":0," + ids + "}",
                "/process-instance/delete", "{\"processInstanceIds\":[\"" + share.getId() + "\"]}",
                "/process-instance/job-retries-historic-query-based",
                        "{\"retries\":0,\"historicProcessInstanceQuery\":{\"processDefinitionKey\":\"sharing\"}}",
                "/process-instance/delete-historic-query-based",
                        "{\"historicProcessInstanceQuery\":{\"processDefinitionKey\":\"sharing\"}}");
        for (Map.Entry<String, String> one : batches.entrySet()) {
            for (String person : List.of("wang", "sun")) {
                Answer answer = Caller.basic(port, person).post("/engine-rest" + one.getKey(), one.getValue());
                assertThat(answer.status()).as(one.getKey() + " " + answer).isEqualTo(403);
            }
            assertThat(batches()).as(one.getKey()).isEmpty();
            Answer other = Caller.basic(port, "han").post("/engine-rest" + one.getKey(), one.getValue());
            assertThat(other.status()).as(one.getKey() + " " + other).isEqualTo(200);
            noBatchIsLeft();
        }
    }

    @Test
    void historyIsDeletedAsABatch() {
        engine.getRuntimeService().deleteProcessInstance(share.getId(), "over");
        Answer answer = Caller.basic(port, "sun")
                .post(
                        "/engine-rest/history/process-instance/delete",
                        "{\"historicProcessInstanceIds\":[\"" + share.getId() + "\"]}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @Test
    void aPartyDoesNothingToTheTimersOneOrMany() {
        Job timer = timer();
        String before = state(timer);
        String definition = timer.getJobDefinitionId();
        Map<String, String> commands = Map.of(
                "/job/" + timer.getId() + "/retries",
                "{\"retries\":0}",
                "/job/" + timer.getId() + "/suspended",
                "{\"suspended\":true}",
                "/job/" + timer.getId() + "/priority",
                "{\"priority\":7}",
                "/job-definition/" + definition + "/retries",
                "{\"retries\":0}",
                "/job-definition/" + definition + "/suspended",
                "{\"suspended\":true,\"includeJobs\":true}",
                "/job-definition/suspended",
                "{\"suspended\":true,\"includeJobs\":true,\"processDefinitionKey\":\"sharing\"}",
                "/job/suspended",
                "{\"suspended\":true,\"processInstanceId\":\"" + share.getId() + "\"}");
        for (Map.Entry<String, String> one : commands.entrySet()) {
            for (String person : List.of("wang", "sun")) {
                Answer answer = Caller.basic(port, person).put("/engine-rest" + one.getKey(), one.getValue());
                assertThat(answer.status())
                        .as(person + " " + one.getKey() + " " + answer)
                        .isEqualTo(403);
                assertThat(state(timer())).as(one.getKey()).isEqualTo(before);
            }
        }
        for (String person : List.of("wang", "sun")) {
            assertThat(Caller.basic(port, person)
                            .delete("/engine-rest/job/" + timer.getId())
                            .status())
                    .isEqualTo(403);
        }
        assertThat(Caller.basic(port, "han")
                        .put("/engine-rest/job/" + timer.getId() + "/retries", "{\"retries\":0}")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aPartySignalsNoWaitingStep() {
        String execution = engine.getRuntimeService()
                .createExecutionQuery()
                .processInstanceId(share.getId())
                .activityId("shareEnded")
                .singleResult()
                .getId();
        for (String person : List.of("wang", "sun")) {
            Answer answer = Caller.basic(port, person)
                    .with("Accept-Language", "en")
                    .post("/engine-rest/execution/" + execution + "/signal", "{}");
            assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
            assertThat(answer.body()).contains("leave it to somebody else");
        }
        assertThat(engine.getRuntimeService().getActiveActivityIds(share.getId()))
                .contains("shareEnded");
    }

    /** What is asked of all that wait is asked of those without a row as well. */
    @Test
    void anInstanceWithoutARowKeepsNobodyFromTheRest() {
        for (Map.Entry<String, String> one : Map.of(
                        "reward", "approveReward",
                        "improvement-talk", "holdImprovementTalk",
                        "month-correction", "confirmCorrection")
                .entrySet()) {
            start(one.getKey(), "no-row", one.getValue(), Map.of("period", "2026-06"));
        }
        start(
                "share-swap",
                "no-row",
                "agreeToSwap",
                Map.of("askedOf", "sun", "dueAt", Date.from(LATER), "remindAt", Date.from(LATER)));
        start(
                "application-case",
                "no-row",
                "confirmCase",
                Map.of(
                        "lecturerId", "wang",
                        "dueAt", Date.from(LATER),
                        "remindAt", Date.from(LATER),
                        "escalateAt", Date.from(LATER)));
        List<Job> timers = management().createJobQuery().timers().list().stream()
                .filter(job -> !job.getProcessDefinitionKey().equals("sharing"))
                .toList();
        assertThat(timers)
                .extracting(Job::getProcessDefinitionKey)
                .contains("reward", "improvement-talk", "month-correction", "share-swap", "application-case");
        for (Job timer : timers) {
            Answer answer = Caller.basic(port, "sun")
                    .put("/engine-rest/job/" + timer.getId() + "/duedate", "{\"duedate\":null}");
            assertThat(answer.status())
                    .as(timer.getProcessDefinitionKey() + " " + answer)
                    .isEqualTo(204);
        }
    }

    private ProcessInstance start(String process, String key, String at, Map<String, Object> variables) {
        ProcessInstantiationBuilder instance = engine.getRuntimeService()
                .createProcessInstanceByKey(process)
                .businessKey(key)
                .startBeforeActivity(at);
        variables.forEach(instance::setVariable);
        return instance.execute();
    }

    private Job timer() {
        return management()
                .createJobQuery()
                .processInstanceId(share.getId())
                .activityId("shareEnded")
                .singleResult();
    }

    private static String state(Job job) {
        return job.getRetries() + " " + job.isSuspended() + " " + job.getPriority() + " " + job.getDuedate();
    }

    private List<Batch> batches() {
        return management().createBatchQuery().list();
    }

    private ManagementService management() {
        return engine.getManagementService();
    }
}
