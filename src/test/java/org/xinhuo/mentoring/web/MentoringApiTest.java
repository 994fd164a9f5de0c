package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.mentoring.OpenMentorship;
import org.xinhuo.mentoring.PairMentor;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

@XinhuoWebTest
class MentoringApiTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @BeforeEach
    void people() {
        company.employee("zhao")
                .employee("mei", "Sales", "Consultant", "zhao")
                .prefers("mei", "logical")
                .employee("otto")
                .employee("han")
                .role("han", "hr")
                .employee("shen")
                .role("shen", "auditor")
                .employee("admin")
                .role("admin", "camunda-admin")
                .jobAsksFor("Consultant", "Analysis", "4", "1")
                .jobAsksFor("Consultant", "Selling", "3", "2")
                .assessed("mei", "Analysis", "2", DAY)
                .metric("mei", "2026-01", "Revenue", "60", "100", "higher", "Selling")
                .employee("wang")
                .mentor("wang", 2, "logical")
                .expertise("wang", "Analysis", "5", "10")
                .expertise("wang", "Selling", "3", "5")
                .employee("li")
                .mentor("li", 2, "supportive")
                .expertise("li", "Selling", "1.5", "2.5")
                .employee("new", "Sales", "Consultant", null, LocalDate.now().minusMonths(1))
                .mentor("new", 2, "logical")
                .mentor("zhao", 2, "logical");
    }

    /**
     * Need: Analysis 1 · 2/5 = 0.4; Selling 2 · 3/5 + 0.4 = 1.6; shares 0.2 and 0.8.
     * Wang: expertise 0.2 · 1 + 0.8 · 1 = 1; years 0.2 · 10 + 0.8 · 5 = 6, experience 0.5; style 1; rating 2.5/4.
     * 0.5 · 1 + 0.2 · 0.5 + 0.15 · 1 + 0.15 · 0.625 = 0.84375.
     * Li: expertise 0.8 · 1.5/3 = 0.4; years 2, experience 0.2; style 0: 0.2 + 0.04 + 0.09375 = 0.33375.
     */
    @Test
    void theRecommendationsFollowTheFormula() {
        JsonNode list = Caller.basic(port, "mei")
                .with("Accept-Language", "zh-CN")
                .get("/api/mentees/mei/recommendations")
                .json();
        assertThat(list).hasSize(2);
        JsonNode wang = list.get(0);
        assertThat(wang.get("mentorId").asText()).isEqualTo("wang");
        assertThat(wang.get("rank").asInt()).isEqualTo(1);
        assertThat(wang.get("score").asText()).isEqualTo("0.84375");
        assertThat(wang.get("score").isNumber()).isTrue();
        assertThat(wang.get("factors"))
                .hasToString("{\"expertise\":1,\"experience\":0.5,\"style\":1,\"rating\":0.625}");
        assertThat(wang.get("reasons").get(0).asText())
                .isEqualTo("专业匹配 50 分（满分 50）：导师在「Selling」上有 3 级，您还差 3 级；在「Analysis」上有 5 级，您还差 2 级。");
        assertThat(wang.get("reasons")).hasSize(4);
        assertThat(list.get(1).get("mentorId").asText()).isEqualTo("li");
        assertThat(list.get(1).get("score").asText()).isEqualTo("0.33375");
    }

    @ParameterizedTest
    @CsvSource({"mei, 200", "zhao, 200", "han, 200", "shen, 200", "admin, 200", "otto, 403", "wang, 403"})
    void whoReadsRecommendations(String reader, int status) {
        assertThat(Caller.basic(port, reader)
                        .get("/api/mentees/mei/recommendations")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(Caller.basic(port, "han")
                        .get("/api/mentees/nobody/recommendations")
                        .status())
                .isEqualTo(404);
        assertThat(Caller.basic(port, "han").get("/api/mentorships/none").status())
                .isEqualTo(404);
        assertThat(Caller.basic(port, "han")
                        .get("/api/mentorships?menteeId=nobody")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k\\u0000", "k\\n1", "k\\ud800"})
    void aBusinessKeyThatNobodyCanReadIsRefusedWithASentence(String key) {
        Answer answer = Caller.basic(port, "mei")
                .with("Accept-Language", "en")
                .post("/engine-rest/process-definition/key/mentoring/start", "{\"businessKey\":\"" + key + "\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.body()).contains("control characters");
    }

    @Test
    void aMatchingIsDrivenOverTheEnginesInterface() {
        Caller mei = Caller.basic(port, "mei");
        Answer started = mei.post("/engine-rest/process-definition/key/mentoring/start", "{}");
        assertThat(started.status()).as(started.toString()).isEqualTo(200);
        String id = started.json().get("businessKey").asText();
        assertThat(id).isNotEmpty().isNotEqualTo("null");

        Answer again = mei.post("/engine-rest/process-definition/key/mentoring/start", "{}");
        assertThat(again.status()).as(again.toString()).isEqualTo(409);
        assertThat(Caller.basic(port, "otto")
                        .post(
                                "/engine-rest/process-definition/key/mentoring/start",
                                "{\"variables\":{\"menteeId\":{\"value\":\"wang\"}}}")
                        .status())
                .isIn(400, 403);
        assertThat(mei.get("/api/mentees/mei/recommendations").json()).hasSize(2);

        String choose = task(mei, id, "chooseMentor");
        Answer refused = complete(mei, choose, "\"choice\":{\"value\":\"zhao\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("zhao");
        assertThat(complete(Caller.basic(port, "otto"), choose, "\"choice\":{\"value\":\"li\"}")
                        .status())
                .isIn(403, 404);
        assertThat(complete(mei, choose, "\"choice\":{\"value\":\"li\"}").status())
                .isEqualTo(204);

        Caller li = Caller.basic(port, "li");
        assertThat(complete(li, task(li, id, "acceptMentee"), "\"accepted\":{\"value\":true}")
                        .status())
                .isEqualTo(204);
        JsonNode mentorship = mei.get("/api/mentorships/" + id).json();
        assertThat(mentorship.get("state").asText()).isEqualTo("planning");
        assertThat(mentorship.get("menteeId").asText()).isEqualTo("mei");
        assertThat(mentorship.get("mentorId").asText()).isEqualTo("li");
        assertThat(mentorship.get("competencies"))
                .hasToString("[{\"competency\":\"Analysis\",\"level\":2,\"required\":4},"
                        + "{\"competency\":\"Selling\",\"level\":0,\"required\":3}]");
        for (String field : new String[] {"plan", "executionRate", "input", "output"}) {
            assertThat(mentorship.has(field)).as(field).isTrue();
        }
        assertThat(li.get("/api/mentorships").json().get(0).get("id").asText()).isEqualTo(id);
        assertThat(Caller.basic(port, "shen").get("/api/mentorships/" + id).status())
                .isEqualTo(200);
        assertThat(Caller.basic(port, "otto").get("/api/mentorships/" + id).status())
                .isEqualTo(403);
        assertThat(Caller.basic(port, "otto")
                        .get("/api/mentorships?menteeId=mei")
                        .json())
                .isEmpty();
        assertThat(Caller.basic(port, "han")
                        .get("/api/mentorships?menteeId=mei")
                        .json())
                .hasSize(1);
    }

    private static String task(Caller caller, String id, String task) {
        JsonNode found = caller.get("/engine-rest/task?processInstanceBusinessKey=" + id + "&taskDefinitionKey=" + task)
                .json();
        assertThat(found).as(task).hasSize(1);
        return found.get(0).get("id").asText();
    }

    private static Answer complete(Caller caller, String task, String variables) {
        return caller.post("/engine-rest/task/" + task + "/complete", "{\"variables\":{" + variables + "}}");
    }

    /** 60 of 100 is below the target; 40 in December, so better. Complaints: 4 of at most 3, 2 before, so worse. */
    @Test
    void whoMaySeesTheMenteesLatestWorkMetrics(@Autowired OpenMentorship open, @Autowired PairMentor pair) {
        company.metric("mei", "2025-12", "Revenue", "40", "100", "higher", "Selling")
                .metric("mei", "2025-11", "Complaints", "2", "3", "lower", null)
                .metric("mei", "2026-01", "Complaints", "4", "3", "lower", null)
                .metric("mei", "2025-12", "Visits", "9", "8", "higher", null);
        open.open("m-1", "mei", null);
        pair.pair("m-1", "wang");
        for (String person : List.of("mei", "wang", "han", "shen", "admin")) {
            JsonNode metrics = Caller.basic(port, person)
                    .get("/api/mentorships/m-1")
                    .json()
                    .path("metrics");
            assertThat(metrics.findValuesAsText("metric")).as(person).containsExactly("Complaints", "Revenue");
            assertThat(metrics.get(1))
                    .hasToString("{\"metric\":\"Revenue\",\"period\":\"2026-01\",\"value\":60,\"target\":100,"
                            + "\"higherIsBetter\":true,\"onTarget\":false,\"before\":40,\"trend\":\"better\","
                            + "\"competency\":\"Selling\"}");
            assertThat(metrics.get(0).get("trend").asText()).isEqualTo("worse");
            assertThat(metrics.get(0).get("onTarget").asBoolean()).isFalse();
        }
        assertThat(Caller.basic(port, "otto").get("/api/mentorships/m-1").status())
                .isEqualTo(403);
    }
}
