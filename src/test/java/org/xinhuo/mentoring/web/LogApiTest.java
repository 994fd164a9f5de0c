package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.MoveMentorship;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;

/** What is written into the log, found in it, and refused. */
class LogApiTest extends LogOverHttp {

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MoveMentorship moveMentorship;

    @Autowired
    CompanyTime time;

    private static String message(Object... fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("text", "客户复购率怎么提高？");
        for (int index = 0; index < fields.length; index += 2) {
            body.put((String) fields[index], fields[index + 1]);
        }
        try {
            return new ObjectMapper().writeValueAsString(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void aMessageIsWrittenReadAndFound() {
        Answer written = as("mei")
                .post(
                        LOG,
                        message(
                                "competency",
                                "Selling",
                                "mentions",
                                List.of("wang"),
                                "todo",
                                Map.of(
                                        "ownerId",
                                        "mei",
                                        "dueOn",
                                        time.today().plusDays(3).toString())));
        assertThat(written.status()).as(written.toString()).isEqualTo(201);
        assertThat(written.json().get("kind").asText()).isEqualTo("message");
        assertThat(written.json().get("todo").get("state").asText()).isEqualTo("open");

        JsonNode found = as("wang").get(LOG + "?q=" + encoded("复购")).json();
        assertThat(found.get("entries")).hasSize(1);
        JsonNode entry = found.get("entries").get(0);
        assertThat(entry.get("text").asText()).isEqualTo("客户复购率怎么提高？");
        assertThat(entry.get("fragments")).hasToString("[\"客户<mark>复购</mark>率怎么提高？\"]");
        assertThat(entry.get("competencies")).hasToString("[\"Selling\"]");
        assertThat(entry.get("mentions")).hasToString("[\"wang\"]");
        assertThat(entry.get("headline").asText()).isEqualTo("Message");
        assertThat(found.get("next").isNull()).isTrue();
        assertThat(as("wang").get(LOG + "?q=nothing").json().get("entries")).isEmpty();

        assertThat(jdbc.sql("select link from notice where person_id = 'wang' and code = 'mentoring.log.mentioned'")
                        .query(String.class)
                        .single())
                .isEqualTo("/mentorships/m-1/log?entry=" + entry.get("id") + "#entry-" + entry.get("id"));
        assertThat(as("mei").get("/engine-rest/task?processDefinitionKey=to-do").json())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"mei, 201", "wang, 201", "li, 403", "han, 403", "shen, 403", "admin, 403", "zhao, 403", "otto, 403"})
    void onlyThePairWrites(String person, int status) {
        assertThat(as(person).post(LOG, message()).status()).isEqualTo(status);
        assertThat(count("log_entry")).isEqualTo(status == 201 ? 1 : 0);
    }

    @Test
    void whatStandsInTheLogIsNeitherChangedNorTakenOut() {
        as("mei").post(LOG, message("text", "said"));
        for (String change : java.util.List.of(
                "update log_entry set text = 'never said'", "delete from log_entry", "truncate log_entry cascade")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> company.write(change))
                    .as(change)
                    .hasMessageContaining("only added");
        }
    }

    @Test
    void whatBreaksARuleIsRefusedWithASentenceAndChangesNothing() {
        String tomorrow = time.today().plusDays(1).toString();
        refused(message("text", " "), "form.required");
        refused("{}", "form.required");
        refused(message("text", "x".repeat(4001)), "form.tooLong");
        refused(message("text", "a\u0000b"), "form.notAText");
        refused(message("competency", "Dancing"), "mentoring.level.foreignCompetency");
        refused(message("mentions", List.of("nobody")), "mentoring.log.unknownPerson");
        refused("{\"text\":\"x\",\"mentions\":[null]}", "mentoring.log.unknownPerson");
        refused(message("mentions", List.of("a\u0000")), "mentoring.log.unknownPerson");
        refused(message("mentions", List.of("wang\u0000")), "mentoring.log.unknownPerson");
        refused(toDo("mei\u0000", time.today().plusDays(1).toString()), "mentoring.log.toDo.foreignOwner");
        refused(message("mentions", List.of("otto")), "mentoring.log.mayNotBeMentioned");
        refused(message("mentions", List.of("zhao")), "mentoring.log.mayNotBeMentioned");
        refused(toDo("otto", tomorrow), "mentoring.log.toDo.foreignOwner");
        refused(toDo("han", tomorrow), "mentoring.log.toDo.foreignOwner");
        refused(toDo("nobody", tomorrow), "mentoring.log.toDo.foreignOwner");
        refused(toDo("", tomorrow), "form.required");
        refused(message("todo", Map.of("ownerId", "mei")), "form.required");
        refused(toDo("mei", time.today().minusDays(1).toString()), "mentoring.log.toDo.duePassed");
        refused(toDo("mei", "9999-12-31"), "mentoring.log.toDo.dueTooFar");
        refused(toDo("mei", "+999999999-12-31"), "mentoring.log.toDo.dueTooFar");
        refused(toDo("mei", "2026-02-30"), "base.wrongType");
        refused("{\"text\":{}}", "base.wrongType");
        refused("nonsense", "base.unreadable");
        assertThat(count("log_entry")).isZero();
        assertThat(count("to_do")).isZero();
        assertThat(count("notice")).isZero();
    }

    private String toDo(String owner, String dueOn) {
        return message("todo", Map.of("ownerId", owner, "dueOn", dueOn));
    }

    private void refused(String body, String code) {
        Answer answer = as("mei").post(LOG, body);
        assertThat(answer.status()).as(body + answer).isEqualTo(400);
        assertThat(answer.json().get("type").asText()).as(answer.toString()).isEqualTo("urn:xinhuo:problem:" + code);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "?kind=gossip",
        "?from=yesterday",
        "?from=%2B999999999-12-31",
        "?limit=0",
        "?limit=101",
        "?limit=x",
        "?cursor=nonsense",
        "?cursor=KzMwMDAwMC0wMS0wMVQwMDowMDowMFp8MQ",
    })
    void anOddWayToAskIsRefused(String query) {
        Answer answer = as("shen").get(LOG + query);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(count("log_reading")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"%00", "%27%20or%201%3D1", "%3A*%20%26%20%7C%20!", "%F0%9F%91%8D", "%22", "%5C", "%ED%A0%80"})
    void anOddQuestionFindsNothing(String question) {
        as("mei").post(LOG, message());
        Answer answer = as("mei").get(LOG + "?q=" + question + "&competency=%00&author=%00");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().get("entries")).isEmpty();
    }

    /** Administrators see every task, but the log only as its rules say. */
    @Test
    void theTaskOfAToDoShowsItsWordsToThePairAlone() {
        as("mei").post(LOG, toDo("mei", time.today().plusDays(1).toString()));
        String task = "/engine-rest/task/"
                + as("mei")
                        .get("/engine-rest/task?processDefinitionKey=to-do")
                        .json()
                        .at("/0/id")
                        .asText();

        assertThat(as("mei").get(task + "/form-variables").json().has("words")).isTrue();
        Answer seen = Caller.basic(port, "admin").get(task + "/form-variables");
        assertThat(seen.status()).as(seen.toString()).isEqualTo(200);
        assertThat(seen.json().has("words")).isFalse();
    }

    @Test
    void theStreamIsFilteredAndPaged() {
        for (int index = 0; index < 5; index++) {
            as("mei").post(LOG, message("text", "n" + index));
        }
        as("wang").post(LOG, message("text", "from wang", "competency", "Selling"));
        as("wang").post(LOG, toDo("mei", time.today().plusDays(1).toString()));
        assertThat(as("mei").get(LOG + "?author=wang").json().get("entries")).hasSize(2);
        assertThat(as("mei").get(LOG + "?competency=Selling").json().get("entries"))
                .hasSize(1);
        assertThat(as("mei").get(LOG + "?kind=to_do").json().get("entries")).hasSize(1);
        assertThat(as("mei").get(LOG + "?kind=message&kind=plan").json().get("entries"))
                .hasSize(7);
        assertThat(as("mei").get(LOG + "?kind=file").json().get("entries")).isEmpty();
        LocalDate today = time.today();
        assertThat(as("mei").get(LOG + "?from=" + today + "&to=" + today).json().get("entries"))
                .hasSize(7);
        assertThat(as("mei").get(LOG + "?from=" + today.plusDays(1)).json().get("entries"))
                .isEmpty();
        JsonNode first = as("mei").get(LOG + "?limit=4").json();
        JsonNode second = as("mei")
                .get(LOG + "?limit=4&cursor=" + first.get("next").asText())
                .json();
        assertThat(first.get("entries")).hasSize(4);
        assertThat(second.get("entries")).hasSize(3);
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void aProposalIsTakenBackByItsAuthorAlone() {
        JsonNode written = as("wang")
                .post(LOG, toDo("mei", time.today().plusDays(1).toString()))
                .json();
        assertThat(written.get("todo").get("state").asText()).isEqualTo("proposed");
        String path =
                "/api/mentorships/m-1/todos/" + written.get("todo").get("id").asText();
        assertThat(as("mei").delete(path).status()).isEqualTo(403);
        assertThat(as("han").delete(path).status()).isEqualTo(403);
        assertThat(as("wang").delete("/api/mentorships/m-1/todos/unknown").status())
                .isEqualTo(404);
        assertThat(as("wang").delete(path).status()).isEqualTo(204);
        assertThat(as("wang").delete(path).status()).isEqualTo(403);
        assertThat(as("mei").get("/engine-rest/task?processDefinitionKey=to-do").json())
                .isEmpty();
    }

    @Test
    void theMentorCannotTouchTheTaskOfTheMentee() {
        as("mei").post(LOG, toDo("mei", time.today().plusDays(1).toString()));
        String task = as("mei")
                .get("/engine-rest/task?processDefinitionKey=to-do")
                .json()
                .get(0)
                .get("id")
                .asText();
        Caller wang = as("wang");
        assertThat(wang.get("/engine-rest/task?processDefinitionKey=to-do").json())
                .isEmpty();
        assertThat(wang.post("/engine-rest/task/" + task + "/complete", "{}").status())
                .isIn(403, 404);
        assertThat(wang.post("/engine-rest/task/" + task + "/claim", "{\"userId\":\"wang\"}")
                        .status())
                .isIn(403, 404);
        assertThat(wang.post("/engine-rest/message", "{\"messageName\":\"todo.withdrawn\"}")
                        .status())
                .isIn(400, 403);
        assertThat(as("han")
                        .get("/engine-rest/task/" + task + "/form-variables")
                        .status())
                .as("HR reads the log with a reason only")
                .isIn(403, 404);
        assertThat(as("mei")
                        .post("/engine-rest/task/" + task + "/complete", "{}")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whoEndedDoesNotWriteAndStillReads() {
        as("mei").post(LOG, message());
        transaction.executeWithoutResult(open -> moveMentorship.toStopped("m-1"));
        Answer refused = as("mei").post(LOG, message());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(as("wang").get(LOG).json().get("entries")).hasSize(1);
    }
}
