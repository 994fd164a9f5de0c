package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinhuo.mentoring.process.stage.StageStory.TODAY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

@XinhuoWebTest
class PlanVersionsApiTest {

    private static final String PLAN = "/api/mentorships/" + StageStory.KEY + "/plan";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private StageStory story;

    @BeforeEach
    void aPairIsInCoaching() {
        story = new StageStory(context).pair();
        story.confirmedPlan(TODAY.plusMonths(4));
        story.start("coaching");
    }

    private Caller as(String person) {
        return Caller.basic(port, person);
    }

    @Test
    void versionsNameWhoConfirmedWhatWithItsHash() {
        JsonNode plan = as("mei").get(PLAN + "/versions").json();
        assertThat(plan.path("inForce").asInt()).isEqualTo(1);
        assertThat(plan.path("proposed").isNull()).isTrue();
        assertThat(plan.path("waitingFor").asText()).isEqualTo("nobody");
        JsonNode version = plan.path("versions").get(0);
        assertThat(version.path("state").asText()).isEqualTo("in-force");
        assertThat(version.path("contentHash").asText()).hasSize(64);
        assertThat(version.path("answers").findValuesAsText("contentHash"))
                .hasSize(2)
                .containsOnly(version.path("contentHash").asText());
    }

    /** Away for ten days, from 5 March: the talk agreed for the 12th falls due on the 22nd, the end lies ten days later. */
    @Test
    void afterAPauseBothTheDayAgreedOnAndTheDayThatCountsAreGiven() {
        story.bean(TestCompany.class)
                .write(
                        "insert into mentorship_pause (mentorship_id, paused_by, paused_at, paused_on, last_day, resumed_at,"
                                + " resumed_on, resumed_by) values ('" + StageStory.KEY
                                + "', 'mei', '2026-03-05T04:00:00Z',"
                                + " '2026-03-05', '2026-03-14', '2026-03-15T04:00:00Z', '2026-03-15', 'mei')");
        JsonNode action = as("mei")
                .get("/api/mentorships/" + StageStory.KEY + "/actions")
                .json()
                .get(0);
        assertThat(action.path("dueOn").asText()).isEqualTo("2026-03-12");
        assertThat(action.path("movedDueOn").asText()).isEqualTo("2026-03-22");
        JsonNode version =
                as("mei").get(PLAN + "/versions").json().path("versions").get(0);
        assertThat(version.path("endOn").asText()).isEqualTo("2026-07-02");
        assertThat(version.path("movedEndOn").asText()).isEqualTo("2026-07-12");
        assertThat(version.path("goals").findValuesAsText("dueOn")).containsExactly("2026-03-12", "2026-03-22");
        assertThat(version.path("goals").findValuesAsText("movedDueOn")).containsExactly("2026-03-22", "2026-04-01");
    }

    @Test
    void whoMayNotReadThePlanReadsNoneOfItsActions() {
        context.getBean(TestCompany.class).employee("stranger");
        Caller.Answer versions = as("stranger").get(PLAN + "/versions");
        Caller.Answer actions = as("stranger").get("/api/mentorships/" + StageStory.KEY + "/actions");
        assertThat(actions.status()).isEqualTo(403);
        assertThat(actions.json().path("detail").asText())
                .isNotBlank()
                .isEqualTo(versions.json().path("detail").asText());
    }

    @Test
    void eitherSideReopensConsentAndTheDifferenceIsShown() {
        assertThat(as("wang")
                        .post(PLAN + "/changes", "{\"request\": \"shorter\"}")
                        .status())
                .isEqualTo(204);
        assertThat(as("mei")
                        .post(PLAN + "/changes", "{\"request\": \"longer\"}")
                        .status())
                .isEqualTo(409);
        story.does(
                "wang",
                "revisePlan",
                "goals",
                List.of(StageStory.goal(
                        "Speaking", 4, "Give a talk", TODAY.plusDays(10).toString())),
                "sessionsPerMonth",
                2,
                "endOn",
                TODAY.plusMonths(3).toString());

        JsonNode plan = as("mei").get(PLAN + "/versions").json();
        assertThat(plan.path("inForce").asInt()).isEqualTo(1);
        assertThat(plan.path("proposed").asInt()).isEqualTo(2);
        assertThat(plan.path("waitingFor").asText()).isEqualTo("mentee");
        JsonNode difference = as("mei").get(PLAN + "/versions/1..2").json();
        assertThat(difference.path("diff").path("endOn").path("after").asText()).isEqualTo("2026-06-02");
        assertThat(difference.path("words").findValuesAsText("text"))
                .containsExactly(
                        "End of the plan: 2026-07-02 → 2026-06-02",
                        "Goal dropped: Selling (level 2)",
                        "Selling: action “Visit a client” dropped (was due on 2026-03-22)");
        assertThat(as("mei").get(PLAN + "/versions/1..9").status()).isEqualTo(404);
    }

    @Test
    void strangersNeitherReadNorAsk() {
        assertThat(as("otto").get(PLAN + "/versions").status()).isEqualTo(403);
        assertThat(as("otto").get(PLAN + "/versions/1..1").status()).isEqualTo(403);
        assertThat(as("han").get(PLAN + "/versions").status()).isEqualTo(200);
        assertThat(as("han").post(PLAN + "/changes", "{\"request\": \"x\"}").status())
                .isEqualTo(403);
        assertThat(as("mei").post(PLAN + "/changes", "{\"request\": \" \"}").status())
                .isEqualTo(400);
    }
}
