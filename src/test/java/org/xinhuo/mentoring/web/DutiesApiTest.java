package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.base.Texts;
import org.xinhuo.notification.Notices;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;

class DutiesApiTest extends PairOverHttp {

    @Autowired
    Notices notices;

    @Autowired
    Texts texts;

    @BeforeEach
    void aPairIsInCoaching() {
        company.employee("otto")
                .employee("ada", "Finance", "Accountant", null)
                .employee("shen")
                .role("shen", "auditor");
        story.plan(id);
    }

    private JsonNode duties(String reader) {
        Answer answer = Caller.basic(port, reader).get("/api/mentorships/" + id + "/duties");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    private Answer recommends(String person, String body) {
        return Caller.basic(port, person)
                .post("/api/mentorships/" + id + "/duties/recommend-resource", body.replace('\'', '"'));
    }

    private Answer connects(String person, String body) {
        return Caller.basic(port, person)
                .post("/api/mentorships/" + id + "/duties/connect-department", body.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource({"mei", "wang", "han", "shen"})
    void thePairHrAndAuditorsReadTheDuties(String reader) {
        JsonNode duties = duties(reader);
        assertThat(duties.at("/mandatory")).hasSize(3);
        assertThat(duties.at("/mandatory").findValuesAsText("state")).containsOnly("owed");
        assertThat(duties.at("/optional").findValuesAsText("kind"))
                .containsExactly("recommend-resource", "connect-department");
        assertThat(duties.at("/optional").findValuesAsText("count")).containsExactly("0", "0");
    }

    @ParameterizedTest
    @CsvSource({"otto", "li"})
    void nobodyElseReadsTheDuties(String reader) {
        assertThat(Caller.basic(port, reader)
                        .get("/api/mentorships/" + id + "/duties")
                        .status())
                .isEqualTo(403);
        assertThat(Caller.basic(port, reader).get("/api/duties?state=missed").status())
                .isEqualTo(403);
    }

    private Answer files(String person, String heldOn, String minutes) {
        return Caller.basic(port, person)
                .post(
                        "/api/mentorships/" + id + "/guidances",
                        "{\"topic\":\"t\",\"question\":\"q\",\"advice\":\"a\",\"minutes\":" + minutes
                                + ",\"method\":\"phone\",\"heldOn\":\"" + heldOn + "\"}");
    }

    @Test
    void theMentorWritesTalksDownWheneverTheyAreHeld() {
        String today = time.today().toString();
        assertThat(files("wang", today, "30").status()).isEqualTo(201);
        assertThat(files("wang", today, "45").status()).isEqualTo(201);
        assertThat(duties("wang").at("/mandatory").findValuesAsText("state"))
                .as("the talk did what its task asked for, and the next month is owed")
                .containsExactlyInAnyOrder("done", "owed", "owed", "owed");
        assertThat(Caller.basic(port, "wang")
                        .get("/api/mentorships/" + id)
                        .json()
                        .at("/input/hoursPerMonth")
                        .decimalValue())
                .isEqualByComparingTo("1.25");

        assertThat(files("mei", today, "30").status()).isEqualTo(403);
        assertThat(files("wang", today, "601").status()).isEqualTo(400);
        assertThat(files("wang", today, "null").status()).isEqualTo(400);
        assertThat(files("wang", "2026-02-30", "30").status()).isEqualTo(400);
    }

    @Test
    void theMentorRecommendsAResourceAndTheMenteeIsTold() {
        Answer answer = recommends(
                "wang",
                "{'title':'The first minute','link':'https://example.org/minute','reason':'short and true',"
                        + "'competency':'Speaking'}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(duties("mei").at("/optional/0/count").asInt()).isEqualTo(1);
        assertThat(duties("mei").at("/optional/0/given/0/link").asText()).isEqualTo("https://example.org/minute");
        assertThat(notices.newest("mei", 1).get(0).code()).isEqualTo("coaching.notice.resource");
        assertThat(duties("mei").at("/mandatory").findValuesAsText("state")).containsOnly("owed");
    }

    @Test
    void aRecommendedFileOfTheLibraryIsTheMenteesThen() {
        String file = Caller.basic(port, "wang")
                .multipart("/api/resources", "file", "first-minute.txt", "Ask, then wait.", Map.of())
                .json()
                .at("/id")
                .asText();
        assertThat(Caller.basic(port, "mei").get("/api/resources/" + file).status())
                .isEqualTo(404);

        assertThat(recommends("wang", "{'title':'t','reason':'r','resourceId':'" + file + "'}")
                        .status())
                .isEqualTo(201);

        assertThat(Caller.basic(port, "mei")
                        .get("/api/resources/" + file + "/content")
                        .body())
                .isEqualTo("Ask, then wait.");
    }

    @Test
    void aFileThatTheMentorHasNotIsNotRecommended() {
        assertThat(recommends("wang", "{'title':'t','reason':'r','resourceId':'no-such'}")
                        .status())
                .isEqualTo(404);
        assertThat(duties("wang").at("/optional/0/count").asInt()).isZero();
    }

    @Test
    void theMentorConnectsTheMenteeByIdOrNameAndBothAreTold() {
        assertThat(connects("wang", "{'contactId':'ada','purpose':'how budgets are made'}")
                        .status())
                .isEqualTo(201);
        assertThat(connects("wang", "{'contactId':'员工ada','purpose':'once more'}")
                        .status())
                .isEqualTo(201);
        JsonNode connections = duties("wang").at("/optional/1");
        assertThat(connections.at("/count").asInt()).isEqualTo(2);
        assertThat(connections.at("/given/1/department").asText()).isEqualTo("Finance");
        assertThat(connections.at("/given/1/contactId").asText()).isEqualTo("ada");
        assertThat(notices.newest("mei", 1).get(0).code()).isEqualTo("coaching.notice.connection");
        assertThat(notices.newest("ada", 1).get(0).code()).isEqualTo("coaching.notice.contact");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'link':'https://example.org','reason':'r'} | title",
                "{'title':'t','link':'https://example.org'} | reason",
                "{'title':'t','reason':'r'} | link",
                "{'title':'t','reason':'r','link':'javascript:alert(1)'} | link",
                "{'title':'t','reason':'r','link':'https://'} | link",
                "{'title':'t','reason':'r','link':'example.org'} | link",
                "{'title':'t','reason':'r','link':'https://example.org','competency':'Dancing'} | competency"
            })
    void aBadRecommendationIsRefusedByItsField(String body, String field) {
        Answer answer = recommends("wang", body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.body()).contains("\"" + field + "\"");
        assertThat(duties("wang").at("/optional/0/count").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'purpose':'p'}",
                "{'contactId':'ada'}",
                "{'contactId':'nobody','purpose':'p'}",
                "{'contactId':'li','purpose':'p'}"
            })
    void aBadConnectionIsRefused(String body) {
        assertThat(connects("wang", body).status()).isEqualTo(400);
        assertThat(duties("wang").at("/optional/1/count").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"mei", "han", "li", "otto"})
    void onlyTheMentorDoesTheOptionalDuties(String person) {
        assertThat(recommends(person, "{'title':'t','reason':'r','link':'https://example.org'}")
                        .status())
                .isEqualTo(403);
        assertThat(connects(person, "{'contactId':'ada','purpose':'p'}").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"mei, 403", "li, 403", "otto, 403", "wang, 200", "han, 200", "shen, 200"})
    void whatTheMentorIsAdvisedIsNotForTheMentee(String reader, int status) {
        Answer answer = Caller.basic(port, reader).get("/api/mentorships/" + id + "/advice");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.json().at("/type").asText()).endsWith("rights.refused.read-advice");
        }
    }

    @ParameterizedTest
    @CsvSource({"graduation", "rematch"})
    void whoeverEndsEarlyLeavesNothingHanging(String request) {
        assertThat(Caller.basic(port, "mei")
                        .post("/api/mentorships/" + id + "/" + request, "")
                        .status())
                .isEqualTo(204);
        assertThat(duties("han").at("/mandatory").findValuesAsText("state")).containsOnly("lapsed");
        assertThat(Caller.basic(port, "han").get("/api/duties?state=missed").json())
                .isEmpty();
        assertThat(recommends("wang", "{'title':'t','reason':'r','link':'https://example.org'}")
                        .status())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void hrReadsWhatWasMissedOverAllPairs() {
        var ended = engine.getManagementService()
                .createJobQuery()
                .activityId("planEnded")
                .singleResult();
        engine.getManagementService().executeJob(ended.getId());
        JsonNode missed =
                Caller.basic(port, "han").get("/api/duties?state=missed").json();
        // Two months, and one each of the others.
        assertThat(missed).hasSize(4);
        assertThat(missed.findValuesAsText("mentorId")).containsOnly("wang");
        assertThat(Caller.basic(port, "han").get("/api/duties?limit=2&offset=3").json())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"state=done", "limit=0", "limit=1001", "offset=-1", "limit=many"})
    void whatTheListDoesNotKnowIsRefused(String query) {
        assertThat(Caller.basic(port, "han").get("/api/duties?" + query).status())
                .isEqualTo(400);
    }

    @Test
    void whatIsLackingReadsAsASentence() {
        assertThat(texts.text(Locale.ENGLISH, "coaching.notice.lacks", "first call", 1, 0, 1, 0))
                .isEqualTo(
                        "Your advice on \"first call\" would be easier to act on if it named [a step to take] [a date].");
        assertThat(texts.text(Locale.forLanguageTag("zh-CN"), "coaching.notice.lacks", "首访", 0, 1, 0, 1))
                .isEqualTo("您关于“首访”的建议还可以更具体，补上【做多少】【练哪项能力】，学员就好照着做了。");
    }

    /** 230 missed months of the pair: three pages of 100, 100 and 30. */
    @Test
    void thePageOfWhatWasNotDoneGoesBackAsFarAsTheApi() {
        company.write("insert into duty (coaching_id, kind, period_start, due_on, opens_at, remind_at, due_at,"
                + " escalate_at, missed_at, decision_version, decision_id) select c.id, 'deep-guidance', day, day, day,"
                + " day, day, day, day, 1, 'x' from coaching_case c,"
                + " generate_series(date '2020-01-01', date '2020-08-17', interval '1 day') as day");
        Caller han = Caller.browser(port, "han");
        assertThat(han.get("/duties").body()).contains("page=2").doesNotContain("page=1", "page=0");
        String last = han.get("/duties?page=3").body();
        assertThat(last).contains("page=2").doesNotContain("page=4");
        assertThat(last.split("tag-late", -1)).hasSize(31);
        assertThat(han.get("/duties?page=-5").status()).isEqualTo(200);
        assertThat(han.get("/duties?page=2147483647").status()).isEqualTo(200);
    }
}
