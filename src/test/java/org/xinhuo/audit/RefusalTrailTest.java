package org.xinhuo.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

@XinhuoWebTest
class RefusalTrailTest {

    private static final String WEBAPP = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    TestCompany company;

    @Autowired
    Refusals refusals;

    @Autowired
    JdbcClient jdbc;

    private String task;

    @BeforeEach
    void meiStatesHerNeeds() {
        StageStory story = new StageStory(context).pair();
        company.employee("shen").role("shen", "auditor");
        story.start("plan-negotiation");
        task = story.task("stateNeeds").getId();
    }

    @Test
    void whatAMentorWasRefusedStandsInTheStoryWithTheWayItCame() {
        String needs = "{\"variables\":{\"needs\":{\"value\":\"mine\"}}}";
        assertThat(as("wang")
                        .post("/engine-rest/task/" + task + "/complete", needs)
                        .status())
                .isEqualTo(403);
        assertThat(as("wang")
                        .post("/engine-rest/task/" + task + "/complete", needs)
                        .status())
                .isEqualTo(403);
        assertThat(inTasklist("wang")
                        .post(WEBAPP + "/task/" + task + "/claim", "{\"userId\":\"wang\"}")
                        .status())
                .isEqualTo(403);
        assertThat(as("wang")
                        .put("/api/mentorships/" + StageStory.KEY + "/actions/1", "{\"done\":true}")
                        .status())
                .isEqualTo(403);
        assertThat(told())
                .containsExactly(
                        "wang engine-rest task.complete stateNeeds base.forbidden 2",
                        "wang tasklist task.claim stateNeeds base.forbidden 1",
                        "wang api mark-action null rights.refused.mark-action 1");
        assertThat(story().findValuesAsText("text"))
                .contains("员工wang无权完成“提出需求”：已拒绝2次（/engine-rest）。", "员工wang无权标记计划中的行动：已拒绝1次（/api）。");
    }

    @Test
    void whatTheEngineHidesIsWrittenDownAsRefusedToo() {
        assertThat(as("otto").get("/engine-rest/task/" + task).status()).isBetween(403, 404);
        assertThat(as("otto").get("/engine-rest/task/" + task + "/variables").status())
                .isBetween(403, 404);
        assertThat(told()).extracting(line -> line.split(" ")[2]).containsExactly("task.read", "task.read-variables");
    }

    @Test
    void aRefusalDeepBelowAFormIsWrittenDown() {
        // Only HR starts for others; the refusal comes from a use case and rolls the start back.
        assertThat(as("otto")
                        .post(
                                "/engine-rest/process-definition/key/mentoring/start",
                                "{\"variables\":{\"menteeId\":{\"value\":\"wang\"}}}")
                        .status())
                .isEqualTo(403);
        assertThat(jdbc.sql("select person_id || ' ' || action || ' ' || reason from refusal")
                        .query(String.class)
                        .list())
                .containsExactly("otto start-mentorship rights.refused.start-mentorship");
    }

    @Test
    void aPageThatIsRefusedIsWrittenDownWithTheMentorship() {
        assertThat(Caller.browser(port, "otto")
                        .get("/mentorships/" + StageStory.KEY)
                        .status())
                .isEqualTo(403);
        assertThat(Caller.browser(port, "otto").get("/audit").status()).isEqualTo(403);
        assertThat(told()).containsExactly("otto page read-mentorship null rights.refused.read-mentorship 1");
        assertThat(jdbc.sql("select action from refusal where business_key = ''")
                        .query(String.class)
                        .list())
                .containsExactly("GET /audit");
    }

    @Test
    void auditorsListEverythingThatWasRefusedAlsoWhatHasNoStory() {
        String file = as("mei")
                .multipart("/api/resources", "file", "diary.txt", "private words", Map.of())
                .json()
                .path("id")
                .asText();
        String shared = as("mei")
                .multipart("/api/resources", "file", "a.txt", "words", Map.of("mentorshipId", StageStory.KEY))
                .json()
                .path("id")
                .asText();
        assertThat(as("otto").get("/api/resources/" + file + "/content").status())
                .isEqualTo(404);
        assertThat(Caller.browser(port, "otto").get("/library/" + shared).status())
                .isEqualTo(404);
        assertThat(as("wang").delete("/api/resources/" + shared).status()).isEqualTo(403);

        assertThat(listed(""))
                .containsExactly(
                        "wang api library-change " + StageStory.KEY + " " + shared,
                        "otto page read-materials " + StageStory.KEY + " " + shared,
                        "otto api library-read null " + file);
        assertThat(listed("?person=otto&limit=1"))
                .containsExactly("otto page read-materials " + StageStory.KEY + " " + shared);
        assertThat(listed("?person=otto&offset=1")).containsExactly("otto api library-read null " + file);
        assertThat(listed("?person=%00")).isEmpty();
        assertThat(told())
                .containsExactly(
                        "otto page read-materials null rights.refused.read-materials 1",
                        "wang api library-change null rights.refused.library-change 1");
        assertThat(Caller.browser(port, "shen")
                        .with("Accept-Language", "zh-CN")
                        .get("/audit/refusals?person=otto")
                        .body())
                .contains("资料库文件：" + file, "员工otto无权查看资料库中的文件")
                .doesNotContain("private words", "diary");
        assertThat(as("shen").get("/api/audit/refusals?limit=0").status()).isEqualTo(400);
        assertThat(as("mei").get("/api/audit/refusals").status()).isEqualTo(403);
        assertThat(Caller.browser(port, "mei").get("/audit/refusals").status()).isEqualTo(403);
    }

    private List<String> listed(String query) {
        List<String> listed = new ArrayList<>();
        as("shen")
                .get("/api/audit/refusals" + query)
                .json()
                .forEach(line -> listed.add(String.join(
                        " ",
                        line.path("who").asText(),
                        line.path("channel").asText(),
                        line.path("action").asText(),
                        line.path("businessKey").asText(),
                        line.path("resourceId").asText())));
        return listed;
    }

    @Test
    void mistakesAreNoRefusals() {
        assertThat(as("mei")
                        .post("/engine-rest/task/" + task + "/complete", "{}")
                        .status())
                .isEqualTo(400);
        assertThat(as("mei").get("/api/mentorships/none").status()).isEqualTo(404);
        assertThat(as("mei").get("/engine-rest/task/none").status()).isEqualTo(404);
        assertThat(rows()).isZero();
    }

    @Test
    void aFloodOfDifferentRefusalsBecomesOneRow() {
        for (int i = 0; i < Refusals.DIFFERENT_AN_HOUR + 5; i++) {
            refusals.add(
                    "otto",
                    "api",
                    "GET /api/x",
                    "base.forbidden",
                    new RefusedSubjects.Subject("key-" + i, "", null, true));
        }
        assertThat(rows()).isEqualTo(Refusals.DIFFERENT_AN_HOUR + 1);
        assertThat(jdbc.sql("select times from refusal where action = 'flood'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void aFloodHidesNoRefusalAboutAMentorshipOrATask() {
        for (int i = 0; i < Refusals.DIFFERENT_AN_HOUR + 5; i++) {
            refusals.add(
                    "wang",
                    "api",
                    "GET /api/x",
                    "base.forbidden",
                    new RefusedSubjects.Subject("key-" + i, "", null, true));
        }
        as("wang").post("/engine-rest/task/" + task + "/complete", "{\"variables\":{}}");
        as("wang").put("/api/mentorships/" + StageStory.KEY + "/actions/1", "{\"done\":true}");
        for (int i = 0; i < 5; i++) {
            refusals.add(
                    "wang",
                    "engine-rest",
                    "task.complete",
                    "base.forbidden",
                    new RefusedSubjects.Subject("", "no task " + i, null, false));
        }
        assertThat(told())
                .containsExactly(
                        "wang engine-rest task.complete stateNeeds base.forbidden 1",
                        "wang api mark-action null rights.refused.mark-action 1");
        // One row of each way in counts the flood.
        assertThat(rows()).isEqualTo(Refusals.DIFFERENT_AN_HOUR + 4);
    }

    @Test
    void nobodyTakesARefusalBack() {
        refusals.add("otto", "api", "GET /api/x", "base.forbidden", new RefusedSubjects.Subject("key", "", null, true));
        for (String change : List.of(
                "delete from refusal",
                "truncate refusal",
                "update refusal set person_id = 'mei', times = times + 1",
                "update refusal set times = 0")) {
            assertThatThrownBy(() -> company.write(change)).as(change).hasMessageContaining("only added to");
        }
    }

    private List<String> told() {
        List<String> told = new ArrayList<>();
        story().path("refusals")
                .forEach(line -> told.add(String.join(
                        " ",
                        line.path("who").asText(),
                        line.path("channel").asText(),
                        line.path("action").asText(),
                        line.path("task").asText(),
                        line.path("reason").asText(),
                        line.path("times").asText())));
        return told;
    }

    private JsonNode story() {
        return as("shen")
                .with("Accept-Language", "zh-CN")
                .get("/api/audit/instances/" + StageStory.KEY)
                .json();
    }

    private long rows() {
        return jdbc.sql("select count(*) from refusal").query(Long.class).single();
    }

    private Caller as(String id) {
        return Caller.basic(port, id);
    }

    private Caller inTasklist(String id) {
        Caller caller = Caller.browser(port, id);
        caller.get("/camunda/app/tasklist/default/");
        return caller.with("X-XSRF-TOKEN", caller.cookie("XSRF-TOKEN"));
    }
}
