package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;

/** A pair pauses, somebody stands in, a mentor is on leave. */
class AbsenceApiTest extends AbsenceOverHttp {

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

    private void fire(String timer) {
        String job = engine.getManagementService()
                .createJobQuery()
                .activityId(timer)
                .singleResult()
                .getId();
        Answer answer = Caller.basic(port, "admin").post("/engine-rest/job/" + job + "/execute", "{}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    private Answer message(String name, String variables) {
        return Caller.basic(port, "han")
                .post(
                        "/engine-rest/message",
                        "{\"messageName\":\"" + name + "\",\"businessKey\":\"" + id + "\",\"processVariables\":"
                                + variables + "}");
    }

    private Answer end(String person) {
        return Caller.basic(port, person)
                .with("Accept-Language", "en")
                .delete("/api/mentorships/" + id + "/substitute");
    }
}
