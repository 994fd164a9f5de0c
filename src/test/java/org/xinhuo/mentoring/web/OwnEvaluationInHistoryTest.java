package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.process.LoopStory;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Who is of a pair and reads everybody's history reads there as little of the own evaluation as anywhere else. */
@XinhuoWebTest
class OwnEvaluationInHistoryTest {

    private static final List<String> ROOTS = List.of("/engine-rest", "/camunda/api/engine/engine/default");
    private static final String EVERYTHING = "includeInputs=true&includeOutputs=true";

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
    void thePairWasEvaluated() {
        story = new LoopStory(engine, time).people(company);
        id = mentoring.start("mei");
        story.choose(id, "wang");
        story.plan(id);
        mentoring.requestGraduation(id, "mei");
        List<Map<String, Object>> levels = List.of(Map.of("competency", "Speaking", "level", 3));
        story.complete(id, "selfEvaluate", "levels", levels, "satisfaction", 1);
        story.complete(id, "evaluateGrowth", "levels", levels, "satisfaction", 4, "nextStep", "continue");
        story.complete(id, "decideNextStep", "nextStep", "continue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "camunda-admin"})
    void whoReadsEverybodysHistoryReadsWhatTheDecisionsWereAsked(String role) {
        company.employee("shen").role("shen", role);
        List<JsonNode> decisions = decisionsReadBy("shen");
        assertThat(decisions).extracting(this::table).contains("next-step", "mentee-wish");
        assertThat(decisions).allMatch(decision -> !decision.get("outputs").isEmpty());
        assertThat(storyReadBy("shen")).contains("\"value\":\"rematch\"");
    }

    @ParameterizedTest
    @CsvSource({"wang,auditor", "wang,camunda-admin", "mei,auditor", "mei,camunda-admin"})
    void whoIsOfThePairReadsOnlyThatTheyWereTaken(String person, String role) {
        company.role(person, role);
        List<JsonNode> decisions = decisionsReadBy(person);
        assertThat(decisions).extracting(this::table).contains("next-step", "mentee-wish");
        assertThat(decisions)
                .allMatch(decision -> decision.get("inputs").isEmpty()
                        && decision.get("outputs").isEmpty()
                        && decision.get("collectResultValue").isNull());
        assertThat(storyReadBy(person))
                .contains("(next-step, version 1) was taken. What it was asked and answered is not shown to you")
                .doesNotContain("\"value\":\"rematch\"");
        assertThat(Caller.browser(port, person).get("/audit/instances/" + id).body())
                .contains("is not shown to you");
    }

    @Test
    void whoStandsInForTheMentorReadsNoMore() {
        company.role("li", "auditor");
        assertThat(storyReadBy("li")).contains("\"value\":\"rematch\"");
        company.write("insert into mentor_substitution (mentorship_id, mentor_id, substitute_id, first_day, last_day,"
                + " named_at, begun_at) values ('" + id + "', 'wang', 'li', '2026-01-01', '2027-01-01', now(), now())");
        assertThat(decisionsReadBy("li"))
                .allMatch(decision -> decision.get("inputs").isEmpty());
        assertThat(storyReadBy("li")).doesNotContain("\"value\":\"rematch\"");
    }

    @Test
    void whatTheEngineKeepsForAnotherProductHandsOutNoMore() {
        company.role("wang", "camunda-admin");
        Caller.Answer export =
                Caller.basic(port, "wang").get("/engine-rest/optimize/decision-instance?maxResults=1000");
        assertThat(export.status()).as(export.toString()).isEqualTo(200);
        assertThat(export.json())
                .filteredOn(decision -> table(decision).equals("next-step"))
                .singleElement()
                .matches(decision -> decision.get("inputs").isEmpty());
        assertThat(export.json())
                .filteredOn(decision -> table(decision).equals("match-weights"))
                .isNotEmpty()
                .allMatch(decision -> !decision.get("outputs").isEmpty());
    }

    /** The decisions of the evaluation, by every way in which the engine hands them out. */
    private List<JsonNode> decisionsReadBy(String person) {
        List<JsonNode> found = new ArrayList<>();
        for (String root : ROOTS) {
            Caller caller = root.equals("/engine-rest") ? Caller.basic(port, person) : Caller.browser(port, person);
            Caller.Answer list =
                    caller.get(root + "/history/decision-instance?processDefinitionKey=evaluation&" + EVERYTHING);
            assertThat(list.status()).as(list.toString()).isEqualTo(200);
            assertThat(list.json()).isNotEmpty();
            for (JsonNode decision : list.json()) {
                found.add(decision);
                found.add(caller.get(root + "/history/decision-instance/"
                                + decision.get("id").asText() + "?" + EVERYTHING)
                        .json());
            }
        }
        return found;
    }

    private String table(JsonNode decision) {
        return decision.get("decisionDefinitionKey").asText();
    }

    private String storyReadBy(String person) {
        return Caller.basic(port, person)
                .with("Accept-Language", "en")
                .get("/api/audit/instances/" + id)
                .body();
    }
}
