package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.mentoring.MoveMentorship;
import org.xinhuo.mentoring.PairMentor;
import org.xinhuo.mentoring.log.LogConsent;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

@XinhuoWebTest
class ProgressApiTest {

    private static final String SHEET = "/api/mentorships/" + StageStory.KEY + "/progress";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcClient jdbc;

    private StageStory story;

    @BeforeEach
    void aPair() {
        story = new StageStory(context).pair();
        company.employee("li").mentor("li", 3, "logical");
    }

    @Test
    void theMenteeKeepsTheSheetAndTheMentorReadsHowItMoved() {
        String item = added("{\"title\":\" 整理客户名单 \",\"dueOn\":\"2026-02-27\",\"note\":\"三十家\"}");
        assertThat(as("mei")
                        .send(
                                "PATCH",
                                SHEET + "/" + item,
                                "{\"status\":\"stuck\",\"dueOn\":\"2026-03-01\",\"version\":0}",
                                "application/json")
                        .status())
                .isEqualTo(204);
        JsonNode read = as("wang").get(SHEET).json().path("items").get(0);
        assertThat(read.path("title").asText()).isEqualTo("整理客户名单");
        assertThat(read.path("note").asText()).isEqualTo("三十家");
        assertThat(read.path("dueOn").asText()).isEqualTo("2026-03-01");
        assertThat(read.path("status").asText()).isEqualTo("stuck");
        assertThat(read.path("late").asBoolean()).isTrue();
        assertThat(read.path("version").asLong()).isEqualTo(1);
        assertThat(read.path("moves").findValuesAsText("to")).containsExactly("planned", "stuck");
        assertThat(read.path("moves").get(1).path("from").asText()).isEqualTo("planned");
        assertThat(read.path("moves").get(1).path("by").asText()).isEqualTo("mei");
    }

    @Test
    void nobodyOverwritesWhatSomebodyChangedMeanwhile() {
        String item = added("{\"title\":\"Call clients\"}");
        assertThat(patch("mei", item, "{\"status\":\"doing\",\"version\":0}").status())
                .isEqualTo(204);
        Answer late = patch("mei", item, "{\"status\":\"done\",\"version\":0}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("type").asText()).endsWith("base.changedMeanwhile");
        assertThat(as("mei").delete(SHEET + "/" + item + "?version=0").status()).isEqualTo(409);
        assertThat(as("mei").delete(SHEET + "/" + item + "?version=1").status()).isEqualTo(204);
        assertThat(as("mei").get(SHEET).json().path("items")).isEmpty();
        assertThat(patch("mei", item, "{\"status\":\"done\"}").status()).isEqualTo(404);
    }

    /** By the words and by the item that it hangs on; what answers it is about the same. */
    @Test
    void aSuggestionIsTaggedWithTheCompetenciesThatItNames() {
        String item = added("{\"title\":\"Speaking at the fair\"}");
        String made = as("wang")
                .post(SHEET + "/" + item + "/suggestions", "{\"text\":\"Practise your selling first\"}")
                .json()
                .path("id")
                .asText();
        as("mei").put(SHEET + "/suggestions/" + made + "/answer", "{\"answer\":\"adopted\",\"reply\":\"I will\"}");
        assertThat(jdbc.sql("select array_to_string(competencies, ',') from log_entry where kind = 'SUGGESTION'"
                                + " order by id")
                        .query(String.class)
                        .list())
                .containsExactly("Selling,Speaking", "Selling,Speaking");
    }

    @Test
    void aSuggestionReachesTheMenteeAtOnceAndNeedForHelpTheMentor() {
        String item = added("{\"title\":\"Call clients\"}");
        Answer made = as("wang").post(SHEET + "/" + item + "/suggestions", "{\"text\":\"先打三家老客户\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(story.told("mei")).contains("mentoring.progress.suggested");
        String suggestion = made.json().path("id").asText();
        String answer = SHEET + "/suggestions/" + suggestion + "/answer";
        assertThat(as("mei")
                        .put(answer, "{\"answer\":\"need-help\",\"reply\":\"不知道怎么开口\"}")
                        .status())
                .isEqualTo(204);
        assertThat(story.told("wang")).contains("mentoring.progress.needsHelp");
        JsonNode read = as("wang").get(SHEET).json().path("items").get(0).path("suggestions");
        assertThat(read).hasSize(1);
        assertThat(read.get(0).path("answer").asText()).isEqualTo("need-help");
        assertThat(read.get(0).path("mentions").get(0).asText()).isEqualTo("mei");
        assertThat(as("mei").put(answer, "{\"answer\":\"adopted\"}").status()).isEqualTo(204);
        assertThat(story.told("wang")).contains("mentoring.progress.answered.adopted");
        assertThat(jdbc.sql("select headline || ' ' || author_id from log_entry where kind = 'SUGGESTION' order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "mentoring.progress.log.suggested wang",
                        "mentoring.progress.log.need-help mei",
                        "mentoring.progress.log.adopted mei");
    }

    @Test
    void needForHelpReachesWhoStandsInAndTheAuthorWhileOneOfThePair() {
        String item = added("{\"title\":\"Call clients\"}");
        String ofWang = suggested("wang", item);
        company.employee("zi").mentor("zi", 2, "logical");
        company.write(
                "insert into mentor_substitution (mentorship_id, mentor_id, substitute_id, first_day, last_day, named_at,"
                        + " begun_at) values (?, 'wang', 'zi', date '2026-03-01', date '2026-03-31', now(), now())",
                StageStory.KEY);
        String ofZi = suggested("zi", item);
        needsHelp(ofWang);
        assertThat(needed("zi")).isEqualTo(1);
        assertThat(needed("wang")).isEqualTo(1);

        company.write("update mentor_substitution set ended_at = now()");
        needsHelp(ofZi);
        assertThat(needed("zi")).isEqualTo(1);
        assertThat(needed("wang")).isEqualTo(2);
    }

    private String suggested(String person, String item) {
        return as(person)
                .post(SHEET + "/" + item + "/suggestions", "{\"text\":\"x\"}")
                .json()
                .path("id")
                .asText();
    }

    private void needsHelp(String suggestion) {
        assertThat(as("mei")
                        .put(SHEET + "/suggestions/" + suggestion + "/answer", "{\"answer\":\"need-help\"}")
                        .status())
                .isEqualTo(204);
    }

    private long needed(String person) {
        return story.told(person).stream()
                .filter("mentoring.progress.needsHelp"::equals)
                .count();
    }

    @Test
    void aMentorWritesNothingButSuggestions() {
        String item = added("{\"title\":\"Call clients\"}");
        String suggestion = as("wang")
                .post(SHEET + "/" + item + "/suggestions", "{\"text\":\"x\"}")
                .json()
                .path("id")
                .asText();
        List<Answer> refused = List.of(
                as("wang").post(SHEET, "{\"title\":\"mine\"}"),
                as("wang").post(SHEET, "{}"),
                patch("wang", item, "{\"status\":\"done\"}"),
                as("wang").delete(SHEET + "/" + item),
                as("wang").put(SHEET + "/suggestions/" + suggestion + "/answer", "{\"answer\":\"adopted\"}"));
        assertThat(refused).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(403));
        assertThat(refused.get(0).json().path("type").asText())
                .isEqualTo("urn:xinhuo:problem:rights.refused.write-progress");
        assertThat(as("wang")
                        .with("Accept-Language", "zh-CN")
                        .post(SHEET, "{\"title\":\"mine\"}")
                        .json()
                        .path("detail")
                        .asText())
                .isEqualTo("项目进度由学员本人填写；导师请在条目上提改进建议。");
        assertThat(as("mei")
                        .post(SHEET + "/" + item + "/suggestions", "{\"text\":\"to myself\"}")
                        .status())
                .isEqualTo(403);
        assertThat(as("mei").get(SHEET).json().path("items")).hasSize(1);
    }

    @Test
    void theSheetSurvivesARematchAndTheFormerMentorIsShutOut() {
        String item = added("{\"title\":\"Call clients\"}");
        String suggestion = as("wang")
                .post(SHEET + "/" + item + "/suggestions", "{\"text\":\"x\"}")
                .json()
                .path("id")
                .asText();
        story.itIs(StageStory.TODAY.plusDays(1));
        context.getBean(MoveMentorship.class).toMatchingAgain(StageStory.KEY);
        context.getBean(PairMentor.class).pair(StageStory.KEY, "li");
        assertThat(as("wang").get(SHEET).status()).isEqualTo(403);
        assertThat(as("wang")
                        .post(SHEET + "/" + item + "/suggestions", "{\"text\":\"y\"}")
                        .status())
                .isEqualTo(403);
        JsonNode read = as("li").get(SHEET).json().path("items").get(0);
        assertThat(read.path("title").asText()).isEqualTo("Call clients");
        assertThat(read.path("suggestions"))
                .as("mei has not handed over what wang said")
                .isEmpty();
        as("mei").put(SHEET + "/suggestions/" + suggestion + "/answer", "{\"answer\":\"need-help\"}");
        assertThat(story.told("li")).contains("mentoring.progress.needsHelp");
        assertThat(story.told("wang")).doesNotContain("mentoring.progress.needsHelp");
        read = as("li").get(SHEET).json().path("items").get(0);
        assertThat(read.path("suggestions").get(0).path("by").asText())
                .as("what li is asked about he sees")
                .isEqualTo("wang");
        assertThat(as("mei").get(SHEET).json().path("items").get(0).path("suggestions"))
                .hasSize(1);
    }

    @Test
    void whatTheMentorBeforeSuggestedIsSeenOnceTheLogIsHandedOver() {
        String item = added("{\"title\":\"Call clients\"}");
        as("wang").post(SHEET + "/" + item + "/suggestions", "{\"text\":\"x\"}");
        story.itIs(StageStory.TODAY.plusDays(1));
        context.getBean(MoveMentorship.class).toMatchingAgain(StageStory.KEY);
        context.getBean(PairMentor.class).pair(StageStory.KEY, "li");
        assertThat(as("li").get(SHEET).body()).doesNotContain("\"by\":\"wang\"");
        context.getBean(LogConsent.class).handOver(StageStory.KEY, "mei", LogConsent.Extent.EARLIER);
        assertThat(as("li").get(SHEET).body()).contains("\"by\":\"wang\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}|title|form.required
            {"title":"  "}|title|form.required
            {"title":5}|title|form.notAText
            {"title":"x","status":"finished"}|status|form.notOneOf
            {"title":"x","dueOn":"tomorrow"}|dueOn|form.notADate
            {"title":"x","dueOn":"+99999-01-01"}|dueOn|form.notADate
            {"title":"x","note":[]}|note|form.notAText
            """)
    void whatBreaksARuleIsSaidByField(String body, String field, String code) {
        Answer answer = as("mei").post(SHEET, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("field").asText()).isEqualTo(field);
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:xinhuo:problem:" + code);
        assertThat(as("mei").get(SHEET).json().path("items")).isEmpty();
    }

    @Test
    void textsAreAsLongAsTheyMayBeAndNoLonger() {
        String longest = "字".repeat(199) + "𝄞";
        assertThat(as("mei").post(SHEET, "{\"title\":\"" + longest + "\"}").status())
                .isEqualTo(201);
        assertThat(as("mei").post(SHEET, "{\"title\":\"" + longest + "x\"}").status())
                .isEqualTo(400);
        assertThat(as("mei").post(SHEET, "[1]").status()).isEqualTo(400);
        assertThat(as("mei")
                        .put(SHEET + "/suggestions/none/answer", "{\"answer\":\"adopted\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anEndedMentorshipKeepsItsSheetToRead() {
        String item = added("{\"title\":\"Call clients\"}");
        context.getBean(MoveMentorship.class).toStopped(StageStory.KEY);
        for (Map.Entry<String, Answer> answer : Map.of(
                        "add", as("mei").post(SHEET, "{\"title\":\"more\"}"),
                        "change", patch("mei", item, "{\"status\":\"done\"}"),
                        "suggest", as("wang").post(SHEET + "/" + item + "/suggestions", "{\"text\":\"y\"}"))
                .entrySet()) {
            assertThat(answer.getValue().status()).as(answer.getKey()).isEqualTo(409);
        }
        assertThat(as("mei").get(SHEET).json().path("items")).hasSize(1);
    }

    private String added(String body) {
        Answer answer = as("mei").post(SHEET, body);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    private Answer patch(String person, String item, String body) {
        return as(person).send("PATCH", SHEET + "/" + item, body, "application/json");
    }

    private Caller as(String id) {
        return Caller.basic(port, id);
    }
}
