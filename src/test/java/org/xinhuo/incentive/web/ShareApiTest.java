package org.xinhuo.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** A share from outside: started, driven and rated over HTTP alone. */
@XinhuoWebTest
class ShareApiTest {

    private static final String RATING = "/api/shares/s1/ratings/mine";

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    private final Instant start = Instant.now().plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.SECONDS);

    @BeforeEach
    void people() {
        company.employee("wang").lecturer("wang", "default").employee("li").lecturer("li", "default");
        company.employee("han").role("han", "hr").employee("admin").role("admin", "camunda-admin");
        company.employee("mei").employee("lin").employee("shen").role("shen", "auditor");
    }

    @Test
    void aShareGoesFromItsPlanToItsResult() {
        assertThat(planned("wang").status()).isEqualTo(200);
        JsonNode recorded = as("han")
                .post("/api/shares/s1/attendance", "{\"employeeIds\":[\"mei\",\"lin\",\"shen\"]}")
                .json();
        assertThat(recorded.path("attendees").asInt()).isEqualTo(3);
        assertThat(complete("wang", "{\"outline\":{\"value\":\"提纲\"}}").status())
                .isEqualTo(204);
        assertThat(rate("mei", "{\"score\":8}").status()).isEqualTo(409);
        fire("shareEnded");

        assertThat(rate("mei", "{\"score\":7,\"comment\":\"很好\"}").status()).isEqualTo(200);
        assertThat(rate("mei", "{\"score\":8}").status()).isEqualTo(200);
        assertThat(rate("lin", "{\"score\":9,\"comment\":null}").status()).isEqualTo(200);
        assertThat(as("wang")
                        .get("/api/shares/s1")
                        .json()
                        .path("rating")
                        .path("mean")
                        .isNull())
                .as("two are not enough to hide behind each other")
                .isTrue();
        assertThat(as("han")
                        .get("/api/shares/s1")
                        .json()
                        .path("rating")
                        .path("mean")
                        .decimalValue())
                .as("HR sees all")
                .isEqualByComparingTo("8.5");
        assertThat(rate("shen", "{\"score\":9}").status()).isEqualTo(200);
        JsonNode open = as("wang").get("/api/shares/s1").json();
        assertThat(open.path("rating").path("state").asText()).isEqualTo("open");
        assertThat(open.path("rating").path("mean").decimalValue()).isEqualByComparingTo("8.67");
        assertThat(open.path("rating").path("count").asInt()).isEqualTo(3);
        assertThat(open.toString()).doesNotContain("mei").doesNotContain("lin");

        assertThat(complete("wang", "{\"heldAt\":{\"value\":\"" + start + "\"},\"minutes\":{\"value\":45}}")
                        .status())
                .isEqualTo(204);
        fire("ratingTimeOver");

        JsonNode done = as("shen").get("/api/shares/s1").json();
        assertThat(done.path("state").asText()).isEqualTo("HELD");
        assertThat(done.path("contentState").asText()).isEqualTo("SUBMITTED");
        assertThat(done.path("reportedMinutes").asInt()).isEqualTo(45);
        assertThat(done.path("rating").path("state").asText()).isEqualTo("closed");
        assertThat(problem(rate("mei", "{\"score\":1}"), 409)).isEqualTo("urn:xinhuo:problem:incentive.ratingIsClosed");
    }

    @Test
    void aRatingThatIsNoneIsAProblemAndChangesNothing() {
        overAndAttendedBy("mei");
        for (String body : List.of(
                "{\"score\":\"ten\"}",
                "{\"score\":\"7\"}",
                "{\"score\":7.5}",
                "{\"score\":7.0}",
                "{\"score\":0}",
                "{\"score\":11}",
                "{\"score\":-3}",
                "{\"score\":99999999999999999999}",
                "{\"score\":1e400}",
                "{\"score\":null}",
                "{\"score\":true}",
                "{\"score\":[8]}",
                "{\"score\":{}}",
                "{}",
                "[]",
                "[{\"score\":8}]",
                "8",
                "null",
                "\"\"",
                "",
                "{",
                "{\"score\":8,\"comment\":5}",
                "{\"score\":8,\"comment\":[\"x\"]}",
                "{\"score\":8,\"comment\":\"a\\u0000b\"}",
                "{\"score\":8,\"comment\":\"" + "x".repeat(2001) + "\"}",
                "{\"score\":8,\"learnerId\":\"lin\"}")) {
            assertThat(problem(rate("mei", body), 400)).as(body).startsWith("urn:xinhuo:problem:");
        }
        assertThat(as("wang")
                        .get("/api/shares/s1")
                        .json()
                        .path("rating")
                        .path("count")
                        .asInt())
                .isZero();
    }

    @Test
    void whoMayNotRateIsToldSo() {
        overAndAttendedBy("mei");

        assertThat(problem(rate("lin", "{\"score\":8}"), 403))
                .isEqualTo("urn:xinhuo:problem:incentive.onlyAttendeesRate");
        assertThat(problem(rate("wang", "{\"score\":8}"), 403))
                .isEqualTo("urn:xinhuo:problem:incentive.lecturerDoesNotRate");
        assertThat(problem(as("mei").put("/api/shares/ghost/ratings/mine", "{\"score\":8}"), 404))
                .isEqualTo("urn:xinhuo:problem:incentive.unknownShare");
        assertThat(Caller.nobody(port).put(RATING, "{\"score\":8}").status()).isEqualTo(401);
    }

    @Test
    void anAttendanceListThatIsNoneIsAProblemAndAddsNobody() {
        planned("wang");
        for (String body : List.of(
                "{}",
                "[]",
                "{\"employeeIds\":null}",
                "{\"employeeIds\":\"mei\"}",
                "{\"employeeIds\":[]}",
                "{\"employeeIds\":[5]}",
                "{\"employeeIds\":[null]}",
                "{\"employeeIds\":[\"mei\",\"ghost\",\"phantom\"]}",
                "{\"employeeIds\":[\"mei\",\"wang\"]}",
                "{\"employeeIds\":[\"mei\"],\"shareId\":\"s2\"}")) {
            assertThat(problem(as("wang").post("/api/shares/s1/attendance", body), 400))
                    .as(body)
                    .startsWith("urn:xinhuo:problem:");
        }
        assertThat(as("wang")
                        .post("/api/shares/s1/attendance", "{\"employeeIds\":[\"mei\",\"ghost\",\"phantom\"]}")
                        .body())
                .contains("ghost, phantom");
        assertThat(problem(as("li").post("/api/shares/s1/attendance", "{\"employeeIds\":[\"mei\"]}"), 403))
                .isEqualTo("urn:xinhuo:problem:incentive.attendanceNotYours");
        assertThat(as("wang").get("/api/shares/s1").json().path("attendees").asInt())
                .isZero();
    }

    @Test
    void aCancelledShareTakesNoAttendance() {
        planned("wang");

        assertThat(as("admin")
                        .post("/engine-rest/message", "{\"messageName\":\"sharing.cancelled\",\"businessKey\":\"s1\"}")
                        .status())
                .isEqualTo(204);

        assertThat(problem(as("wang").post("/api/shares/s1/attendance", "{\"employeeIds\":[\"mei\"]}"), 409))
                .isEqualTo("urn:xinhuo:problem:incentive.shareWasCancelled");
    }

    @Test
    void messagesAboutAShareAreForTheLecturerAndHr() {
        planned("wang");
        for (String message : List.of("sharing.cancelled", "sharing.swapped", "sharing.allRated", "sharing.moved")) {
            for (String person : List.of("mei", "li", "shen")) {
                assertThat(message(person, message, "s1").status())
                        .as(person + " " + message)
                        .isEqualTo(403);
            }
            assertThat(message("han", message, "").status()).as(message).isEqualTo(403);
        }
        assertThat(message("han", "sharing.moved", "s1").status())
                .as("needs what it becomes, and why")
                .isEqualTo(403);
        assertThat(message("han", "sharing.allRated", "s1").status())
                .as("HR may, but nobody rates yet")
                .isEqualTo(400);
        assertThat(message("wang", "sharing.swapped", "s1").status()).isEqualTo(403);
        assertThat(message("wang", "sharing.cancelled", "s1").status()).isEqualTo(204);
        assertThat(as("wang").get("/api/shares/s1").json().path("state").asText())
                .isEqualTo("CANCELLED");
    }

    @Test
    void hrPassesAShareOnByMessageAsOnThePage() {
        company.role("li", "hr").employee("sun").lecturer("sun", "default");
        planned("wang");
        assertThat(passOn("li", "li").status()).as("to oneself").isEqualTo(403);
        assertThat(passOn("han", "mei").status()).as("to nobody who lectures").isEqualTo(400);
        assertThat(passOn("han", "sun").status()).isEqualTo(204);
        assertThat(as("sun").get("/api/shares/s1").json().path("lecturerId").asText())
                .isEqualTo("sun");
    }

    @Test
    void nobodyTakesAShareThatIsBeingGiven() {
        company.employee("sun").lecturer("sun", "default");
        overAndAttendedBy("mei");
        assertThat(passOn("han", "sun").status()).isEqualTo(409);
        assertThat(passOn("admin", "sun").status())
                .as("an administrator neither")
                .isBetween(400, 409);
    }

    @Test
    void anAdministratorWhoLecturesTakesNoShare() {
        company.lecturer("admin", "default");
        planned("wang");
        assertThat(passOn("admin", "admin").status()).isEqualTo(403);
    }

    @Test
    void anAdministratorWhoLecturesEndsNobodysRatings() {
        overAndAttendedBy("mei");
        company.lecturer("admin", "default");
        assertThat(message("admin", "sharing.allRated", "s1").status()).isEqualTo(403);
    }

    @Test
    void whoLecturesEndsNobodysRatings() {
        company.role("li", "hr");
        overAndAttendedBy("mei");
        assertThat(message("li", "sharing.allRated", "s1").status()).isEqualTo(403);
    }

    private Answer passOn(String person, String lecturer) {
        return as(person)
                .post(
                        "/engine-rest/message",
                        "{\"messageName\":\"sharing.swapped\",\"businessKey\":\"s1\",\"processVariables\":{\"lecturerId\":{\"value\":\""
                                + lecturer + "\",\"type\":\"String\"}}}");
    }

    @Test
    void whoOfHrGivesTheShareDecidesNothingAboutItsRatings() {
        company.role("wang", "hr");
        overAndAttendedBy("mei");
        assertThat(message("wang", "sharing.allRated", "s1").status()).isEqualTo(403);
        assertThat(message("wang", "sharing.swapped", "s1").status()).isEqualTo(403);
        assertThat(message("han", "sharing.allRated", "s1").status()).isEqualTo(204);
    }

    private Answer message(String person, String message, String key) {
        return as(person)
                .post("/engine-rest/message", "{\"messageName\":\"" + message + "\",\"businessKey\":\"" + key + "\"}");
    }

    @Test
    void aPersonSeesWhatWasGivenAndWhatWaitsForARating() {
        overAndAttendedBy("mei");

        JsonNode learner = as("mei").get("/api/shares?mine").json();
        assertThat(learner.path("toRate")).hasSize(1);
        assertThat(learner.path("asLecturer")).isEmpty();
        assertThat(as("mei").get("/api/shares?mine=lecturer").json().path("toRate"))
                .isEmpty();
        JsonNode lecturer = as("wang").get("/api/shares?mine=lecturer").json();
        assertThat(lecturer.path("asLecturer").path(0).path("id").asText()).isEqualTo("s1");
        assertThat(problem(as("wang").get("/api/shares?mine=all"), 400)).startsWith("urn:xinhuo:problem:");
        assertThat(as("wang").get("/api/shares").status()).isEqualTo(400);
    }

    @Test
    void aShareIsSeenByThoseItConcerns() {
        overAndAttendedBy("mei");

        for (String reader : List.of("wang", "mei", "han", "shen", "admin")) {
            assertThat(as(reader).get("/api/shares/s1").status()).as(reader).isEqualTo(200);
        }
        assertThat(problem(as("lin").get("/api/shares/s1"), 403))
                .isEqualTo("urn:xinhuo:problem:incentive.shareNotYours");
        assertThat(as("wang").get("/api/shares/ghost").status()).isEqualTo(404);
    }

    @Test
    void onlyALecturerForHimselfOrHrStartsAShare() {
        assertThat(planned("han").status()).isEqualTo(200);
        assertThat(planned("li").status()).isIn(400, 403);
        assertThat(planned("mei").status()).isIn(400, 403);
    }

    @Test
    void garbageAtTheStartIsAnsweredWith400() {
        for (String variables : List.of(
                "{\"startsAt\":{\"value\":\"" + start + "\"},\"minutes\":{\"value\":30}}",
                "{\"title\":{\"value\":\"t\"},\"startsAt\":{\"value\":\"2026-02-30T10:00:00+08:00\"},\"minutes\":{\"value\":30}}",
                "{\"title\":{\"value\":\"t\"},\"startsAt\":{\"value\":\"2020-02-20T10:00:00+08:00\"},\"minutes\":{\"value\":30}}",
                "{\"title\":{\"value\":\"t\"},\"startsAt\":{\"value\":\"" + start + "\"},\"minutes\":{\"value\":601}}",
                "{\"title\":{\"value\":\"t\"},\"startsAt\":{\"value\":\"" + start
                        + "\"},\"minutes\":{\"value\":30},\"held\":{\"value\":true}}")) {
            Answer answer = as("wang")
                    .post("/engine-rest/process-definition/key/sharing/start", "{\"variables\":" + variables + "}");
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        }
        assertThat(as("wang").get("/api/shares?mine").json().path("asLecturer")).isEmpty();
    }

    private void overAndAttendedBy(String learner) {
        planned("wang");
        as("wang").post("/api/shares/s1/attendance", "{\"employeeIds\":[\"" + learner + "\"]}");
        complete("wang", "{\"outline\":{\"value\":\"x\"}}");
        fire("shareEnded");
    }

    private Answer planned(String starter) {
        return as(starter).post("/engine-rest/process-definition/key/sharing/start", """
                {"businessKey": "s1", "variables": {"lecturerId": {"value": "wang"}, "title": {"value": "需求访谈"},
                 "startsAt": {"value": "%s"}, "minutes": {"value": 60}, "place": {"value": "三楼"}}}
                """.formatted(start));
    }

    private Answer complete(String person, String variables) {
        String task = as(person)
                .get("/engine-rest/task?processInstanceBusinessKey=s1")
                .json()
                .path(0)
                .path("id")
                .asText();
        return as(person).post("/engine-rest/task/" + task + "/complete", "{\"variables\":" + variables + "}");
    }

    private void fire(String activity) {
        String job = as("admin")
                .get("/engine-rest/job?activityId=" + activity)
                .json()
                .path(0)
                .path("id")
                .asText();
        assertThat(as("admin").post("/engine-rest/job/" + job + "/execute", "").status())
                .isEqualTo(204);
    }

    private Answer rate(String learner, String body) {
        return as(learner).put(RATING, body);
    }

    private static String problem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        return answer.json().path("type").asText();
    }

    private Caller as(String person) {
        return Caller.basic(port, person);
    }
}
