package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.process.LoopStory;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

@XinhuoWebTest
class AbsenceApiTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CompanyTime time;

    @Autowired
    MentoringProcess mentoring;

    LoopStory story;
    String id;

    @BeforeEach
    void aPairAtWork() {
        story = new LoopStory(engine, time).people(company);
        company.employee("otto").employee("admin").role("admin", "camunda-admin");
        id = mentoring.start("mei");
        story.choose(id, "wang");
        story.plan(id);
    }

    @Test
    void aPauseIsSeenAndEnded() {
        String until = time.today().plusDays(9).toString();
        Answer paused = post("mei", "/pause", "{\"until\":\"" + until + "\",\"reason\":\"婚假\"}");
        assertThat(paused.status()).as(paused.toString()).isEqualTo(204);
        assertThat(details().get("paused").get("until").asText()).isEqualTo(until);
        Answer again = post("wang", "/pause", "{}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("detail").asText()).isEqualTo("This mentorship is paused already.");
        assertThat(post("otto", "/resume", "").status()).isEqualTo(403);
        assertThat(post("wang", "/resume", "").status()).isEqualTo(204);
        assertThat(details().get("paused").isNull()).isTrue();
        assertThat(post("mei", "/resume", "").status()).isEqualTo(409);
        assertThat(post("mei", "/pause", "{\"until\":\"soon\"}").status()).isEqualTo(400);
        assertThat(post("mei", "/pause", "").status()).isEqualTo(204);
    }

    @Test
    void whilePausedATaskIsRefusedWithASentence() {
        post("mei", "/pause", "");
        String task = story.task(id, "giveDeepGuidance").getId();
        Answer answer = Caller.basic(port, "wang")
                .with("Accept-Language", "en")
                .post("/engine-rest/task/" + task + "/complete", "{}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("is paused until");
    }

    @Test
    void theMessagesOfTheContractPauseAndResume() {
        String until = time.today().plusDays(9).toString();
        Answer paused = message("mentoring.paused", "{\"until\":{\"value\":\"" + until + "\",\"type\":\"String\"}}");
        assertThat(paused.status()).as(paused.toString()).isEqualTo(204);
        assertThat(details().get("paused").get("until").asText()).isEqualTo(until);
        assertThat(engine.getRuntimeService()
                        .createVariableInstanceQuery()
                        .variableName("until")
                        .count())
                .isZero();
        Answer again = message("mentoring.paused", "{}");
        assertThat(again.status()).as(again.toString()).isBetween(400, 409);
        assertThat(message("mentoring.paused", "{\"menteeId\":{\"value\":\"otto\",\"type\":\"String\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(message("mentoring.resumed", "{}").status()).isEqualTo(204);
        assertThat(details().get("paused").isNull()).isTrue();
        assertThat(message("mentoring.resumed", "{}").status()).isEqualTo(400);
    }

    @Test
    void aSubstituteReadsWhatTheMentorReadsAndOnlyThen() {
        String body = "{\"mentorId\":\"li\",\"from\":\"" + time.today() + "\",\"until\":\""
                + time.today().plusDays(3) + "\"}";
        assertThat(post("mei", "/substitute", body).status()).isEqualTo(403);
        assertThat(post("wang", "/substitute", "{}").status()).isEqualTo(400);
        assertThat(post("wang", "/substitute", body).status()).isEqualTo(204);
        assertThat(read("li").status()).isEqualTo(403);
        String own = "/api/mentorships";
        assertThat(Caller.basic(port, "li").get(own).json()).isEmpty();
        fire("substitutionBegins");
        assertThat(read("li").status()).isEqualTo(200);
        assertThat(Caller.basic(port, "li").get(own).json()).hasSize(1);
        assertThat(Caller.browser(port, "li").get("/").body()).contains("/mentorships/" + id + "\"");
        fire("substitutionEnds");
        assertThat(Caller.basic(port, "li").get(own).json()).isEmpty();
        assertThat(read("li").status()).isEqualTo(403);
        assertThat(end("wang").status()).isEqualTo(409);
    }

    @Test
    void theMentorOfThePairOrHrEndsASubstitutionEarly() {
        String body = "{\"mentorId\":\"li\",\"from\":\"" + time.today() + "\",\"until\":\""
                + time.today().plusDays(3) + "\"}";
        post("wang", "/substitute", body);
        fire("substitutionBegins");
        for (String other : new String[] {"mei", "otto"}) {
            assertThat(end(other).status()).as(other).isEqualTo(403);
        }
        Answer ended = end("wang");
        assertThat(ended.status()).as(ended.toString()).isEqualTo(204);
        assertThat(read("li").status()).isEqualTo(403);
        assertThat(story.task(id, "giveDeepGuidance").getAssignee()).isEqualTo("wang");
        post("wang", "/substitute", body);
        assertThat(end("han").status()).isEqualTo(204);
        assertThat(end("han").json().get("detail").asText()).isEqualTo("There is no substitute to end.");
    }

    @Test
    void whoLeavesCannotLogInAndNothingWaits() {
        Caller wang = Caller.browser(port, "wang");
        assertThat(depart("wang", "wang").status()).isEqualTo(403);
        assertThat(depart("mei", "wang").status()).isEqualTo(403);
        assertThat(depart("han", "nobody").status()).isEqualTo(404);
        assertThat(depart("admin", "admin").status()).isEqualTo(403);
        Answer left = depart("han", "wang");
        assertThat(left.status()).as(left.toString()).isEqualTo(204);
        assertThat(read("wang").status()).isEqualTo(401);
        assertThat(wang.get("/").status()).isNotEqualTo(200);
        assertThat(details().get("state").asText()).isEqualTo("matching");
        assertThat(depart("han", "wang").status()).isEqualTo(409);
    }

    @Test
    void anAnnouncedDepartureIsTakenBackBeforeItsDay() {
        String tomorrow = time.today().plusDays(1).toString();
        assertThat(stay("han", "wang").status()).isEqualTo(409);
        assertThat(Caller.basic(port, "han")
                        .post("/api/employees/wang/departure", "{\"on\":\"" + tomorrow + "\"}")
                        .status())
                .isEqualTo(204);
        for (String other : new String[] {"mei", "wang", "otto"}) {
            assertThat(stay(other, "wang").status()).as(other).isEqualTo(403);
        }
        Answer stays = stay("admin", "wang");
        assertThat(stays.status()).as(stays.toString()).isEqualTo(204);
        assertThat(stay("han", "nobody").status()).isEqualTo(404);
        assertThat(stay("han", "wang").json().get("detail").asText()).isEqualTo("wang is not leaving.");
        depart("han", "wang");
        assertThat(stay("han", "wang").json().get("detail").asText()).startsWith("wang has left already");
    }

    @Test
    void thePageOfDeparturesIsHrsAlone() {
        String tomorrow = time.today().plusDays(1).toString();
        Caller mei = Caller.browser(port, "mei");
        assertThat(mei.get("/departures").status()).isEqualTo(403);
        assertThat(send(mei, "/departures", "employeeId", "wang", "on", tomorrow)
                        .status())
                .isEqualTo(403);
        assertThat(stay("han", "wang").status()).isEqualTo(409);
        Caller han = Caller.browser(port, "han");
        assertThat(send(han, "/departures", "employeeId", "wang", "on", tomorrow)
                        .status())
                .isEqualTo(302);
        assertThat(send(mei, "/departures/wang/taken-back").status()).isEqualTo(403);
        assertThat(han.get("/departures").body()).contains("/departures/wang/taken-back");
        assertThat(send(han, "/departures/wang/taken-back").status()).isEqualTo(302);
        assertThat(han.get("/departures").body()).doesNotContain("/departures/wang/taken-back");
    }

    @Test
    void whoHasLeftLogsInAgainFromTheDayOfTheReturnOn() {
        depart("han", "wang");
        assertThat(returns("mei", "wang", time.today().toString()).status()).isEqualTo(403);
        assertThat(returns("han", "wang", "soon").status()).isEqualTo(400);
        assertThat(returns("han", "wang", time.today().plusDays(1).toString()).status())
                .isEqualTo(400);
        Answer back = returns("han", "wang", time.today().toString());
        assertThat(back.status()).as(back.toString()).isEqualTo(204);
        assertThat(read("wang").status()).isNotEqualTo(401);
        assertThat(returns("han", "wang", time.today().toString())
                        .json()
                        .get("detail")
                        .asText())
                .isEqualTo("wang has not left.");
    }

    private Answer returns(String by, String person, String on) {
        return Caller.basic(port, by)
                .with("Accept-Language", "en")
                .post("/api/employees/" + person + "/return", "{\"on\":\"" + on + "\"}");
    }

    /** The page asks once more; /api means what it says. */
    @Test
    void aDepartureThatActsAtOnceIsConfirmedOnThePage() {
        Caller han = Caller.browser(port, "han");
        String today = time.today().toString();
        assertThat(send(han, "/departures", "employeeId", "wang", "on", today).status())
                .isEqualTo(302);
        assertThat(read("wang").status()).isNotEqualTo(401);
        assertThat(han.get("/departures").body()).contains("That acts at once", "name=\"confirmed\"");
        assertThat(send(han, "/departures", "employeeId", "wang", "on", today, "confirmed", "true")
                        .status())
                .isEqualTo(302);
        assertThat(read("wang").status()).isEqualTo(401);
        assertThat(send(han, "/departures/returns", "returnedId", "wang", "returnedOn", today)
                        .status())
                .isEqualTo(302);
        assertThat(read("wang").status()).isNotEqualTo(401);
    }

    @Test
    void aMentorNotesHisLeaveAndHrReadsIt() {
        String days = "{\"from\":\"" + time.today().plusDays(3) + "\",\"until\":\""
                + time.today().plusDays(9) + "\"}";
        String leaves = "/api/mentors/wang/leaves";
        assertThat(Caller.basic(port, "wang").post(leaves, "{}").status()).isEqualTo(400);
        Answer noted = Caller.basic(port, "wang").post(leaves, days);
        assertThat(noted.status()).as(noted.toString()).isEqualTo(201);
        assertThat(Caller.basic(port, "wang").post(leaves, days).status()).isEqualTo(409);
        assertThat(Caller.basic(port, "li").get(leaves).status()).isEqualTo(403);
        assertThat(Caller.basic(port, "han").get(leaves).json()).hasSize(1);
        assertThat(Caller.browser(port, "mei").get("/leaves").status()).isEqualTo(403);
        assertThat(Caller.browser(port, "han").get("/leaves").body())
                .contains("员工wang", "Nobody stands in with 员工mei from");
        assertThat(Caller.browser(port, "wang").get("/mentorships/" + id).body())
                .contains("The mentor is away from", "value=\"" + time.today().plusDays(9) + "\"");
        String one = leaves + "/" + noted.json().get("id").asLong();
        assertThat(Caller.basic(port, "li").delete(one).status()).isEqualTo(403);
        assertThat(Caller.basic(port, "wang").delete(one).status()).isEqualTo(204);
        assertThat(Caller.basic(port, "wang").delete(one).status()).isEqualTo(404);
        assertThat(Caller.basic(port, "han").get(leaves).json()).isEmpty();
    }

    /** As the browser sends a form, with the token of the session. */
    private static Answer send(Caller caller, String path, String... fields) {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
                .matcher(caller.get("/").body());
        assertThat(token.find()).isTrue();
        Map<String, String> all = new HashMap<>(Map.of("_csrf", token.group(1)));
        for (int field = 0; field < fields.length; field += 2) {
            all.put(fields[field], fields[field + 1]);
        }
        return caller.form(path, all);
    }

    private Answer stay(String by, String person) {
        return Caller.basic(port, by).with("Accept-Language", "en").delete("/api/employees/" + person + "/departure");
    }

    @Test
    void fortyPairsPauseInTheSameMoment() throws Exception {
        List<String> ids = IntStream.range(0, 40)
                .mapToObj(number -> {
                    company.employee("m" + number);
                    return mentoring.start("m" + number);
                })
                .toList();
        ExecutorService together = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> pauses = ids.stream()
                    .map(one -> (Callable<Integer>) () -> Caller.basic(port, "han")
                            .post("/api/mentorships/" + one + "/pause", "")
                            .status())
                    .toList();
            for (Future<Integer> status : together.invokeAll(pauses)) {
                assertThat(status.get()).isEqualTo(204);
            }
        } finally {
            together.shutdownNow();
        }
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .timers()
                        .suspended()
                        .count())
                .isEqualTo(80);
    }

    @Test
    void twoRematchesInTheSameMomentPartThePairOnce() throws Exception {
        List<Integer> answers = inTheSameMoment(
                () -> post("mei", "/rematch", "").status(),
                () -> post("han", "/rematch", "").status());
        assertThat(answers).containsExactlyInAnyOrder(204, 409);
        assertThat(details().get("state").asText()).isEqualTo("matching");
        assertThat(story.task(id, "chooseMentor")).isNotNull();
    }

    /** Either the timer fires, or the pair pauses first and it is held; nothing runs on beside a pause. */
    @Test
    void aPauseAndATimerInTheSameMomentLeaveNothingRunning() throws Exception {
        for (int round = 0; round < 6; round++) {
            company.employee("p" + round).employee("q" + round).mentor("q" + round, 1, "logical");
            String pair = mentoring.start("p" + round);
            String timer = engine.getManagementService()
                    .createJobQuery()
                    .activityId("choiceOverdue")
                    .processInstanceId(engine.getRuntimeService()
                            .createProcessInstanceQuery()
                            .processDefinitionKey("matching")
                            .processInstanceBusinessKey(pair)
                            .singleResult()
                            .getId())
                    .singleResult()
                    .getId();
            List<Integer> answers = inTheSameMoment(
                    () -> Caller.basic(port, "han")
                            .post("/api/mentorships/" + pair + "/pause", "")
                            .status(),
                    () -> Caller.basic(port, "admin")
                            .post("/engine-rest/job/" + timer + "/execute", "{}")
                            .status());
            assertThat(answers.get(0)).isIn(204, 409);
            if (answers.get(0) == 204) {
                assertThat(engine.getManagementService()
                                .createJobQuery()
                                .timers()
                                .active()
                                .list())
                        .filteredOn(job -> pair.equals(keyOf(job.getProcessInstanceId())))
                        .extracting(job -> engine.getManagementService()
                                .createJobDefinitionQuery()
                                .jobDefinitionId(job.getJobDefinitionId())
                                .singleResult()
                                .getActivityId())
                        .containsExactly("pauseEnds");
            }
        }
    }

    private String keyOf(String instance) {
        return instance == null
                ? null
                : engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getBusinessKey();
    }

    private static List<Integer> inTheSameMoment(Callable<Integer> one, Callable<Integer> other) throws Exception {
        ExecutorService together = Executors.newFixedThreadPool(2);
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : together.invokeAll(List.of(one, other))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            together.shutdownNow();
        }
    }

    private void fire(String timer) {
        String job = engine.getManagementService()
                .createJobQuery()
                .activityId(timer)
                .singleResult()
                .getId();
        Answer answer = Caller.basic(port, "admin").post("/engine-rest/job/" + job + "/execute", "{}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    private Answer depart(String by, String person) {
        return Caller.basic(port, by)
                .post("/api/employees/" + person + "/departure", "{\"on\":\"" + time.today() + "\"}");
    }

    private Answer message(String name, String variables) {
        return Caller.basic(port, "han")
                .post(
                        "/engine-rest/message",
                        "{\"messageName\":\"" + name + "\",\"businessKey\":\"" + id + "\",\"processVariables\":"
                                + variables + "}");
    }

    private Answer post(String person, String path, String body) {
        return Caller.basic(port, person).with("Accept-Language", "en").post("/api/mentorships/" + id + path, body);
    }

    private Answer end(String person) {
        return Caller.basic(port, person)
                .with("Accept-Language", "en")
                .delete("/api/mentorships/" + id + "/substitute");
    }

    private Answer read(String person) {
        return Caller.basic(port, person).get("/api/mentorships/" + id);
    }

    private JsonNode details() {
        return read("han").json();
    }
}
