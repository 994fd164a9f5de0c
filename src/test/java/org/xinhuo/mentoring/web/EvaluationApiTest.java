package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xinhuo.testing.Caller;

/** Somebody never answers an evaluation of the whole loop, and HR goes on. */
class EvaluationApiTest extends PairOverHttp {

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void aPairIsEvaluating() {
        company.employee("shen").role("shen", "auditor");
        story.plan(id);
        mentoring.requestGraduation(id, "mei");
    }

    @Test
    void hrGoesOnWithoutTheMentorAndTheLoopDoes() {
        assertThat(page("han")).contains("waive-self", "waive-growth").contains("name=\"reason\"");
        assertThat(page("mei")).doesNotContain("id=\"waivers\"").contains("Work metrics, of their targets");
        Caller.Answer waived = as("han").post(path("/waiver"), "{\"answer\":\"growth\",\"reason\":\"has resigned\"}");
        assertThat(waived.status()).as(waived.toString()).isEqualTo(204);
        assertThat(story.task(id, "evaluateGrowth")).isNull();
        assertThat(page("han")).contains("has resigned", "waive-self").doesNotContain("waive-growth");
        assertThat(page("shen")).contains("has resigned").doesNotContain("waive-self");
        assertThat(as("shen").get(path("/waivers")).body())
                .contains("\"answer\":\"growth\"", "\"reason\":\"has resigned\"", "\"waivedBy\":\"han\"");

        assertThat(as("han")
                        .post(path("/waiver"), "{\"answer\":\"self\",\"reason\":\"left, too\"}")
                        .status())
                .isEqualTo(204);
        engine.getTaskService()
                .complete(story.task(id, "decideNextStep").getId(), java.util.Map.of("nextStep", "graduate"));
        assertThat(jdbc.queryForObject("select state from mentorship where id = ?", String.class, id))
                .isEqualToIgnoringCase("graduated");
        assertThat(as("han").get("/api/mentorships/" + id).body()).contains("\"satisfaction\":null");
    }

    @Test
    void aRefusedWaiverChangesNothing() {
        assertThat(as("han").post(path("/waiver"), "{\"answer\":\"self\"}").status())
                .isEqualTo(400);
        assertThat(as("han")
                        .post(path("/waiver"), "{\"answer\":\"x\",\"reason\":\"y\"}")
                        .status())
                .isEqualTo(400);
        assertThat(as("shen")
                        .post(path("/waiver"), "{\"answer\":\"self\",\"reason\":\"y\"}")
                        .status())
                .isEqualTo(403);
        assertThat(as("mei").get(path("/waivers")).status()).isEqualTo(403);
        assertThat(story.task(id, "selfEvaluate")).isNotNull();
    }

    @Test
    void theSlowestCompetencyStandsBesideTheAdviceThatIsAboutIt() {
        story.evaluate(id, "continue", 2);
        String coaching = Caller.browser(port, "wang")
                .get("/mentorships/" + id + "/coaching")
                .body();
        assertThat(coaching.substring(coaching.indexOf("id=\"advice\"")))
                .contains("<span class=\"tag\">Speaking</span>");
    }

    /** The page asks how long a talk may still be written down, and that is no decision. */
    @Test
    void theMentorWritesATalkDownWhileThePairIsEvaluated() {
        long decided = decisions("duty-cadence");
        Caller.Answer coaching = Caller.browser(port, "wang").get("/mentorships/" + id + "/coaching");
        assertThat(coaching.status()).as(coaching.toString()).isEqualTo(200);
        assertThat(coaching.body()).contains("/mentorships/" + id + "/coaching/guidance");
        assertThat(decisions("duty-cadence")).isEqualTo(decided);
    }

    @Test
    void theStoryOfThePairIsToldWithoutTheEnginesOwnWords() {
        String story = Caller.browser(port, "shen")
                .with("Accept-Language", "zh-CN")
                .get("/audit/instances/" + id)
                .body();
        assertThat(story)
                .contains("流程“辅导实施”被终止。", "<dd>否</dd>")
                .containsPattern("<tr(?=[^>]*hidden)(?=[^>]*data-element=\"bothEvaluate\")")
                .doesNotContain("Cancel scope", "<dd>true</dd>", "<dd>false</dd>");
    }

    private long decisions(String key) {
        return engine.getHistoryService()
                .createHistoricDecisionInstanceQuery()
                .decisionDefinitionKey(key)
                .count();
    }

    @Test
    void aRematchEndsTheEvaluationAndNothingOfItIsWaived() {
        mentoring.requestRematch(id, "mei");
        assertThat(jdbc.queryForObject(
                        "select count(*) from evaluation where decided_at is null or next_step is not null",
                        Long.class))
                .isZero();
        // One of before that was left behind.
        company.write("update evaluation set decided_at = null");
        assertThat(page("han")).doesNotContain("waive-self", "waive-growth");
        Caller.Answer waived = as("han").post(path("/waiver"), "{\"answer\":\"self\",\"reason\":\"y\"}");
        assertThat(waived.status()).as(waived.toString()).isEqualTo(404);
    }

    @Test
    void whoMentorsIsToldOfAWaiverToo() {
        company.write("insert into mentor_substitution (mentorship_id, mentor_id, substitute_id, first_day, last_day,"
                + " named_at, begun_at) values ('" + id + "', 'wang', 'li', '2026-01-01', '2027-01-01', now(), now())");
        assertThat(as("han")
                        .post(path("/waiver"), "{\"answer\":\"self\",\"reason\":\"y\"}")
                        .status())
                .isEqualTo(204);
        assertThat(jdbc.queryForList(
                        "select person_id from notice where code = 'coaching.notice.waived' order by 1", String.class))
                .containsExactly("li", "mei", "wang");
    }

    @Test
    void nothingIsWaivedDuringAPause() {
        assertThat(as("han").post("/api/mentorships/" + id + "/pause", "{}").status())
                .isEqualTo(204);
        Caller.Answer waived = as("han").post(path("/waiver"), "{\"answer\":\"self\",\"reason\":\"y\"}");
        assertThat(waived.status()).as(waived.toString()).isEqualTo(409);
        assertThat(jdbc.queryForObject("select count(*) from evaluation_waiver", Long.class))
                .isZero();
    }

    private String path(String rest) {
        return "/api/mentorships/" + id + "/evaluation" + rest;
    }

    private String page(String person) {
        return Caller.browser(port, person).get("/mentorships/" + id).body();
    }

    private Caller as(String person) {
        return Caller.basic(port, person);
    }
}
