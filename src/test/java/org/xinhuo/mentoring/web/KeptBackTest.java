package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinhuo.mentoring.process.stage.StageStory.KEY;
import static org.xinhuo.mentoring.process.stage.StageStory.TODAY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.MoveMentorship;
import org.xinhuo.mentoring.PairMentor;
import org.xinhuo.mentoring.log.LogReaders;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/**
 * mei told wang "too fast for me", wang recommended a book "because you stumble" and missed duties, mei gave him a 2. Then
 * li came. What mei keeps back of that stands nowhere that li reads; the plan that both confirmed goes along.
 */
@XinhuoWebTest
class KeptBackTest {

    private static final String API = "/api/mentorships/" + KEY;
    private static final String PAGES = "/mentorships/" + KEY;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private StageStory story;

    @BeforeEach
    void liComesAfterWang() {
        story = new StageStory(context).pair();
        context.getBean(TestCompany.class).employee("li").mentor("li", 3, "logical");
        story.start("plan-negotiation");
        story.does("mei", "stateNeeds", "needs", "learn to speak");
        drafts("draftPlan", 30);
        story.does("mei", "reviewPlan", "agreed", false, "changeRequest", "too fast for me");
        drafts("revisePlan", 60);
        story.does("mei", "reviewPlan", "agreed", true);
        story.does("wang", "confirmPlan", "confirmed", true);
        story.start("coaching");
        story.fires("guidanceOverdue");
        assertThat(as("wang")
                        .post(
                                API + "/duties/recommend-resource",
                                "{\"title\": \"A book\", \"link\": \"https://books.example/1\","
                                        + " \"reason\": \"because you stumble\"}")
                        .status())
                .isEqualTo(201);
        TestCompany company = context.getBean(TestCompany.class);
        company.write("insert into evaluation (id, mentorship_id, plan_id, mentee_id, mentor_id, opened_at,"
                + " self_satisfaction, compared_at, version) select 'e-1', mentorship_id, id, 'mei', 'wang', opened_at, 2,"
                + " opened_at, 0 from plan");
        story.itIs(TODAY.plusDays(3));
        company.write("update coaching_case set ended_at = '2026-03-05T04:00:00Z'");
        story.inTransaction(() -> context.getBean(MoveMentorship.class).toMatchingAgain(KEY));
        story.inTransaction(() -> context.getBean(PairMentor.class).pair(KEY, "li"));
    }

    private void drafts(String task, int days) {
        story.does(
                "wang",
                task,
                "goals",
                List.of(StageStory.goal(
                        "Speaking", 4, "Give a talk", TODAY.plusDays(days).toString())),
                "sessionsPerMonth",
                2,
                "endOn",
                TODAY.plusMonths(4).toString());
    }

    private Caller as(String person) {
        return Caller.basic(port, person).with("Accept-Language", "en");
    }

    private void says(String extent) {
        assertThat(as("mei")
                        .put(API + "/log/hand-over", "{\"extent\": \"" + extent + "\"}")
                        .status())
                .isEqualTo(204);
    }

    private String read(String person, String path) {
        Caller.Answer answer = (path.startsWith(API) ? as(person) : Caller.browser(port, person)).get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void theConfirmedPlanGoesAlongAndWhatWasSaidOfItDoesNot() {
        JsonNode versions = as("li").get(API + "/plan/versions").json().path("versions");
        assertThat(versions.findValuesAsText("version")).containsExactly("2");
        assertThat(versions.findValuesAsText("title")).containsExactly("Give a talk");
        assertThat(versions.get(0).path("answers")).isEmpty();
        assertThat(as("li").get(API + "/plan/versions/1..2").status()).isEqualTo(404);
        assertThat(read("li", PAGES + "/plan")).contains("Give a talk").doesNotContain("too fast for me");
    }

    @Test
    void theEarlierMentorsDutiesAndReasonsStayWithThePairOfThen() {
        JsonNode duties = as("li").get(API + "/duties").json();
        assertThat(duties.path("mandatory")).isEmpty();
        assertThat(duties.path("optional").findValuesAsText("count")).containsOnly("0");
        assertThat(read("li", PAGES + "/coaching")).doesNotContain("because you stumble");
        assertThat(read("mei", PAGES + "/coaching")).contains("because you stumble");
    }

    @Test
    void theMarkOfTheEarlierMentorIsNotTheNextOnesToRead() {
        assertThat(as("li").get(API).json().at("/output/satisfaction").isNull()).isTrue();
        assertThat(as("mei").get(API).json().at("/output/satisfaction").asInt()).isEqualTo(2);
    }

    @Test
    void whoStandsInForTheNextMentorReadsNoMoreThanHe() {
        context.getBean(TestCompany.class)
                .write("insert into mentor_substitution (mentorship_id, mentor_id, substitute_id, first_day, last_day,"
                        + " named_at, begun_at) values ('" + KEY + "', 'li', 'otto', '2026-03-05', '2026-03-09',"
                        + " '2026-03-05T04:00:00Z', '2026-03-05T04:00:00Z')");
        assertThat(read("otto", API + "/plan/versions")).doesNotContain("too fast for me");
        assertThat(as("otto").get(API + "/duties").json().path("mandatory")).isEmpty();
    }

    @Test
    void allOfItGoesAlongWhereTheMenteeSaysSoAndHrReadsItWithAReason() {
        context.getBean(LogReaders.class)
                .giveReason(context.getBean(Mentorships.class).get(KEY), "han", "a complaint");
        for (String person : List.of("han", "mei")) {
            readsAll(person);
        }
        says("earlier");
        readsAll("li");
        says("nothing");
        assertThat(read("li", API + "/plan/versions")).doesNotContain("too fast for me");
    }

    private void readsAll(String person) {
        assertThat(read(person, API + "/plan/versions")).contains("too fast for me");
        assertThat(read(person, PAGES + "/plan")).contains("too fast for me");
        assertThat(as(person).get(API + "/plan/versions/1..2").status()).isEqualTo(200);
        assertThat(read(person, API + "/duties")).contains("because you stumble", "overdue");
        assertThat(as(person).get(API).json().at("/output/satisfaction").asInt())
                .isEqualTo(2);
    }
}
