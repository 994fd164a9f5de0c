package org.xinhuo.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** External trainings from outside, by {@code /api} and by the engine's own interface. */
@XinhuoWebTest
class OffersApiTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    private final String until = Instant.now()
            .plus(Duration.ofDays(7))
            .truncatedTo(ChronoUnit.SECONDS)
            .toString();

    @BeforeEach
    void people() {
        String month = YearMonth.now(ZoneOffset.UTC).minusMonths(1).toString();
        company.employee("admin").role("admin", "camunda-admin");
        company.employee("han")
                .role("han", "hr")
                .employee("mei")
                .employee("shen")
                .role("shen", "auditor");
        company.employee("wang").lecturer("wang", "default").confirmedMonth("wang", month, "excellent");
        company.employee("li").lecturer("li", "default").confirmedMonth("li", month, "good");
        company.employee("sun").lecturer("sun", "default").confirmedMonth("sun", month, "pass");
    }

    @Test
    void anOfferGoesFromItsPublicationToAPlaceThatMovesOn() {
        Caller.Answer answer = as("han").post("/api/training-offers", offer("\"places\":1"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String id = answer.json().path("id").asText();
        assertThat(as("wang")
                        .get("/api/training-offers/" + id)
                        .json()
                        .path("mayApply")
                        .asBoolean())
                .isTrue();
        assertThat(as("wang").put(mine(id), "{\"reason\":\"想学\"}").status()).isEqualTo(200);
        assertThat(as("li").put(mine(id), "{\"reason\":\"想学\"}").status()).isEqualTo(200);
        assertThat(as("li").put(mine(id), "{\"reason\":\"再来\"}").status()).isEqualTo(409);
        assertThat(as("sun").put(mine(id), "{\"reason\":\"想学\"}").status()).isEqualTo(403);
        assertThat(as("li").put(mine(id), "{}").status()).isEqualTo(400);
        assertThat(as("li").get("/api/training-offers/" + id)
                        .json()
                        .path("applicants")
                        .isNull())
                .as("nobody sees the others")
                .isTrue();
        fireDeadline();
        assertThat(complete("han", "confirmPlaces", "{}").status()).isEqualTo(204);

        JsonNode waits = as("li").get("/api/training-offers/" + id).json();
        assertThat(waits.path("state").asText()).isEqualTo("given");
        assertThat(waits.path("mine").path("state").asText()).isEqualTo("waiting");
        assertThat(waits.path("waitingNumber").asInt()).isEqualTo(1);
        JsonNode first = as("shen")
                .get("/api/training-offers/" + id)
                .json()
                .path("applicants")
                .get(0);
        assertThat(first.path("lecturerId").asText()).isEqualTo("wang");
        assertThat(first.path("decision").path("key").asText()).isEqualTo("training-priority");
        assertThat(as("wang").delete(mine(id)).status()).isEqualTo(204);
        assertThat(as("li").get("/api/training-offers/" + id)
                        .json()
                        .path("mine")
                        .path("state")
                        .asText())
                .isEqualTo("placed");
        assertThat(as("wang")
                        .delete("/api/training-offers/" + id + "/applications/li?reason=x")
                        .status())
                .isEqualTo(403);
        assertThat(as("li").post("/api/training-offers/" + id + "/cancellation", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(as("han")
                        .post("/api/training-offers/" + id + "/cancellation", "{\"reason\":\"延期\"}")
                        .status())
                .isEqualTo(204);
        assertThat(as("li").get("/api/training-offers")
                        .json()
                        .get(0)
                        .path("state")
                        .asText())
                .isEqualTo("called_off");
    }

    @Test
    void whoWorksInHrAndWaitsTakesNobodysPlace() {
        company.role("li", "hr");
        String id = as("han")
                .post("/api/training-offers", offer("\"places\":1"))
                .json()
                .path("id")
                .asText();
        as("wang").put(mine(id), "{\"reason\":\"a\"}");
        as("li").put(mine(id), "{\"reason\":\"b\"}");
        String wangs = "/api/training-offers/" + id + "/applications/wang?reason=x";
        assertThat(as("li").delete(wangs).status()).as("before the deadline").isEqualTo(403);
        fireDeadline();
        complete("han", "confirmPlaces", "{}");
        assertThat(as("li").delete(wangs).status())
                .as("as number one who waits")
                .isEqualTo(403);
        assertThat(as("li").post("/api/training-offers/" + id + "/cancellation", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(as("li").post(
                                "/engine-rest/message",
                                "{\"messageName\":\"training.calledOff\",\"businessKey\":\"" + id + "\"}")
                        .status())
                .isEqualTo(403);
        assertThat(as("li").get("/api/training-offers/" + id)
                        .json()
                        .path("mine")
                        .path("state")
                        .asText())
                .isEqualTo("waiting");
        assertThat(Caller.browser(port, "li").get("/offers").body())
                .doesNotContain("/withdrawal/wang", "/cancellation");
        assertThat(Caller.browser(port, "han").get("/offers").body()).contains("/withdrawal/wang", "/cancellation");
        assertThat(as("han").delete(wangs).status()).as("somebody else of HR").isEqualTo(204);
    }

    /** By every way in which the engine takes a message or a signal. */
    @Test
    void anAdministratorWhoHasAppliedDrivesNothingPastTheRules() {
        company.lecturer("admin", "default")
                .confirmedMonth(
                        "admin", YearMonth.now(ZoneOffset.UTC).minusMonths(1).toString(), "excellent")
                .employee("root")
                .role("root", "camunda-admin");
        String id = as("han")
                .post("/api/training-offers", offer("\"places\":1"))
                .json()
                .path("id")
                .asText();
        runSteps();
        as("admin").put(mine(id), "{\"reason\":\"a\"}");
        as("wang").put(mine(id), "{\"reason\":\"b\"}");
        JsonNode subscription = as("admin")
                .get("/engine-rest/event-subscription?eventName=training.calledOff")
                .json()
                .get(0);
        String message = "{\"messageName\":\"training.calledOff\"";
        for (String body : new String[] {
            message + ",\"businessKey\":\"" + id + "\"}",
            message + ",\"processInstanceId\":\""
                    + subscription.path("processInstanceId").asText() + "\"}",
            message + "}",
            message + ",\"all\":true}",
            "{\"messageName\":\"training.placeFreed\",\"businessKey\":\"" + id + "\"}"
        }) {
            assertThat(as("admin").post("/engine-rest/message", body).status())
                    .as(body)
                    .isEqualTo(403);
        }
        assertThat(as("admin")
                        .post(
                                "/engine-rest/execution/"
                                        + subscription.path("executionId").asText()
                                        + "/messageSubscriptions/training.calledOff/trigger",
                                "{}")
                        .status())
                .isEqualTo(403);
        company.role("wang", "camunda-admin").role("root", "hr");
        fireDeadlineAs("root");
        for (String party : new String[] {"admin", "wang"}) {
            assertThat(as(party)
                            .post("/engine-rest/signal", "{\"name\":\"training.over." + id + "\"}")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(as("shen")
                        .get("/api/training-offers/" + id)
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("ranked");
        assertThat(as("root")
                        .post("/engine-rest/message", message + ",\"businessKey\":\"" + id + "\"}")
                        .status())
                .as("who is no party of it")
                .isEqualTo(204);
    }

    @Test
    void whoHasTakenAnApplicationBackDoesNotApplyInItsPlace() {
        company.role("li", "hr");
        String id = as("han")
                .post("/api/training-offers", offer("\"places\":1"))
                .json()
                .path("id")
                .asText();
        as("wang").put(mine(id), "{\"reason\":\"a\"}");
        assertThat(as("li").delete("/api/training-offers/" + id + "/applications/wang?reason=x")
                        .status())
                .isEqualTo(204);
        assertThat(as("li").put(mine(id), "{\"reason\":\"b\"}").status()).isEqualTo(403);
        assertThat(as("wang").put(mine(id), "{\"reason\":\"again\"}").status()).isEqualTo(200);
    }

    @Test
    void theAuditorReadsInWordsWhatWasRefused() {
        String id = as("han")
                .post("/api/training-offers", offer("\"places\":1"))
                .json()
                .path("id")
                .asText();
        as("sun").put(mine(id), "{\"reason\":\"想学\"}");
        as("wang").post("/api/training-offers/" + id + "/cancellation", "{\"reason\":\"x\"}");
        as("mei").get("/api/training-offers");
        company.role("li", "hr")
                .employee("new")
                .lecturer("new", "default")
                .since("new", LocalDate.now(ZoneOffset.UTC).minusDays(9));
        as("wang").put(mine(id), "{\"reason\":\"a\"}");
        as("li").delete("/api/training-offers/" + id + "/applications/wang?reason=x");
        as("li").put(mine(id), "{\"reason\":\"b\"}");
        String theirs = as("wang")
                .post("/api/mentoring-offers", "{\"menteeId\":\"new\"}")
                .json()
                .path("id")
                .asText();
        as("sun").post("/api/mentoring-offers/" + theirs + "/answer", "{\"accepted\":true}");
        assertThat(Caller.browser(port, "shen").get("/audit/refusals").body())
                .contains("apply for a training", "call a training off", "see the external trainings")
                .contains("You have taken back somebody else&#39;s application", "This offer is for somebody else.")
                // Beside what was told stands the call, for who looks for it in a log.
                .contains("/api/mentoring-offers");
    }

    @Test
    void theEnginesInterfaceTakesTheNamesOfTheContract() {
        Caller.Answer started = as("han")
                .post(
                        "/engine-rest/process-definition/key/training-offer/start",
                        "{\"businessKey\":\"t1\",\"variables\":{\"title\":{\"value\":\"训练营\"},\"places\":{\"value\":1},"
                                + "\"applyUntil\":{\"value\":\"" + until + "\"}}}");
        assertThat(started.status()).as(started.body()).isEqualTo(200);
        runSteps();
        assertThat(as("sun")
                        .get("/engine-rest/task?taskDefinitionKey=applyForTraining&assignee=sun")
                        .json())
                .isEmpty();
        assertThat(complete("wang", "applyForTraining", "{}").status()).isEqualTo(400);
        assertThat(complete("wang", "applyForTraining", "{\"reason\":{\"value\":\"想学\"}}")
                        .status())
                .isEqualTo(204);
        fireDeadline();
        assertThat(complete("han", "confirmPlaces", "{}").status()).isEqualTo(204);
        assertThat(as("wang")
                        .get("/api/training-offers/t1")
                        .json()
                        .path("mine")
                        .path("state")
                        .asText())
                .isEqualTo("placed");
        String message = "{\"messageName\":\"training.calledOff\",\"businessKey\":\"t1\"}";
        assertThat(as("wang").post("/engine-rest/message", message).status()).isNotEqualTo(204);
        assertThat(as("han").post("/engine-rest/message", message).status()).isEqualTo(204);
    }

    @Test
    void whatIsWrongIsRefusedWithASentence() {
        for (String wrong : new String[] {
            offer("\"places\":0"),
            offer("\"places\":\"many\""),
            offer("\"places\":1").replace(until, "2001-01-01T00:00:00Z"),
            "{\"places\":1,\"applyUntil\":\"" + until + "\"}",
            "{}"
        }) {
            Caller.Answer answer = as("han").post("/api/training-offers", wrong);
            assertThat(answer.status()).as(wrong + answer.body()).isEqualTo(400);
            assertThat(answer.json().path("detail").asText()).isNotBlank();
        }
        assertThat(as("wang")
                        .post("/api/training-offers", offer("\"places\":1"))
                        .status())
                .isEqualTo(403);
        assertThat(as("mei").get("/api/training-offers").status()).isEqualTo(403);
        assertThat(as("wang").get("/api/training-offers/none").status()).isEqualTo(404);
        assertThat(as("wang").put(mine("none"), "{\"reason\":\"x\"}").status()).isEqualTo(404);
    }

    private String offer(String places) {
        return "{\"title\":\"演讲训练营\"," + places + ",\"applyUntil\":\"" + until + "\"}";
    }

    private static String mine(String id) {
        return "/api/training-offers/" + id + "/applications/mine";
    }

    /** The steps that ask, which the job executor would run at once. */
    private void runSteps() {
        for (JsonNode step : as("admin")
                .get("/engine-rest/job?messages=true&processDefinitionKey=training-offer")
                .json()) {
            as("admin").post("/engine-rest/job/" + step.path("id").asText() + "/execute", "{}");
        }
    }

    private void fireDeadline() {
        fireDeadlineAs("admin");
    }

    private void fireDeadlineAs(String administrator) {
        runSteps();
        String job = as(administrator)
                .get("/engine-rest/job?activityId=deadlinePassed&processDefinitionKey=training-offer")
                .json()
                .get(0)
                .path("id")
                .asText();
        assertThat(as(administrator)
                        .post("/engine-rest/job/" + job + "/execute", "{}")
                        .status())
                .isEqualTo(204);
    }

    private Caller.Answer complete(String person, String task, String variables) {
        String id = as(person)
                .get("/engine-rest/task?processDefinitionKey=training-offer&taskDefinitionKey=" + task
                        + (person.equals("han") ? "" : "&assignee=" + person))
                .json()
                .get(0)
                .path("id")
                .asText();
        return as(person).post("/engine-rest/task/" + id + "/complete", "{\"variables\":" + variables + "}");
    }

    private Caller as(String person) {
        return Caller.basic(port, person);
    }
}
