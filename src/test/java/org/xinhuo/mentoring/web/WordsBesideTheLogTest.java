package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinhuo.mentoring.process.stage.StageStory.KEY;
import static org.xinhuo.mentoring.process.stage.StageStory.TODAY;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.log.LogReaders;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.mentoring.progress.AnswerSuggestion;
import org.xinhuo.mentoring.progress.ItemFields;
import org.xinhuo.mentoring.progress.SuggestImprovement;
import org.xinhuo.mentoring.progress.WriteProgress;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/**
 * What the log keeps behind a reason stands beside it too: suggestions, change requests, needs, reasons, topics. Who is
 * not of the pair reads these words there only on a day on which the log was opened; administrators never do.
 */
@XinhuoWebTest
class WordsBesideTheLogTest {

    private static final String API = "/api/mentorships/" + KEY;
    private static final String PAGES = "/mentorships/" + KEY;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private StageStory story;

    @BeforeEach
    void aPairTalksAboutItsPlan() {
        story = new StageStory(context).pair();
        context.getBean(TestCompany.class)
                .employee("ada", "Finance", "Accountant", null)
                .employee("shen")
                .role("shen", "auditor")
                .employee("admin")
                .role("admin", "camunda-admin");
        String item = context.getBean(WriteProgress.class).add(KEY, "mei", ItemFields.BLANK.withTitle("Call clients"));
        String suggestion = context.getBean(SuggestImprovement.class).suggest(KEY, item, "wang", "begin with three");
        context.getBean(AnswerSuggestion.class).answer(KEY, suggestion, "mei", "adopted", "gladly indeed");
        story.start("plan-negotiation");
        story.does("mei", "stateNeeds", "needs", "learn to speak");
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

    private void asksForLess() {
        drafts("draftPlan", 30);
        story.does("mei", "reviewPlan", "agreed", false, "changeRequest", "too fast for me");
    }

    private void isCoached() {
        asksForLess();
        drafts("revisePlan", 60);
        story.does("mei", "reviewPlan", "agreed", true);
        story.does("wang", "confirmPlan", "confirmed", true);
        story.start("coaching");
        posts(
                "/duties/recommend-resource",
                "{'title':'A book','link':'https://books.example/1','reason':'you stumble'}");
        posts("/duties/connect-department", "{'contactId':'ada','purpose':'learn of budgets'}");
        posts(
                "/guidances",
                "{'topic':'fear of silence','question':'q','advice':'a','minutes':30,'method':'phone','heldOn':'"
                        + TODAY + "'}");
    }

    private void posts(String path, String body) {
        Caller.Answer answer = as("wang").post(API + path, body.replace('\'', '"'));
        assertThat(answer.status()).as(answer.toString()).isLessThan(300);
    }

    private Caller as(String person) {
        return Caller.basic(port, person).with("Accept-Language", "en");
    }

    private String read(String person, String path) {
        Caller.Answer answer = (path.startsWith(PAGES) ? Caller.browser(port, person) : as(person)).get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** As the log's own page and /api do it. */
    private void opensTheLog(String person) {
        LogReaders readers = context.getBean(LogReaders.class);
        Mentorship mentorship = context.getBean(Mentorships.class).get(KEY);
        if ("han".equals(person)) {
            readers.giveReason(mentorship, person, "a complaint");
        }
        readers.open(mentorship, person);
    }

    /** The pair reads; HR and auditors once the log was opened today; administrators never. */
    private void onlyWithTheLogOpen(String path, String... words) {
        for (String person : List.of("mei", "wang")) {
            assertThat(read(person, path)).contains(words);
        }
        for (String person : List.of("han", "shen", "admin")) {
            assertThat(read(person, path)).as(person).doesNotContain(words);
        }
        opensTheLog("han");
        opensTheLog("shen");
        for (String person : List.of("han", "shen")) {
            assertThat(read(person, path)).as(person).contains(words);
        }
        story.itIs(TODAY.plusDays(1));
        assertThat(read("han", path)).as("the next day").doesNotContain(words);
        story.itIs(TODAY);
    }

    @Test
    void suggestionsAndReplies() {
        onlyWithTheLogOpen(API + "/progress", "begin with three", "gladly indeed");
        assertThat(read("admin", PAGES + "/progress"))
                .contains("Call clients", "left-out")
                .doesNotContain("begin with three", "gladly indeed");
        assertThat(as("mei").get(API + "/progress").json().get("wordsLeftOut").asBoolean())
                .isFalse();
        assertThat(as("admin").get(API + "/progress").json().get("wordsLeftOut").asBoolean())
                .isTrue();
    }

    @Test
    void changeRequests() {
        asksForLess();
        onlyWithTheLogOpen(API + "/plan/versions", "too fast for me");
        assertThat(read("admin", PAGES + "/plan")).contains("left-out").doesNotContain("too fast for me");
    }

    @Test
    void reasonsAndPurposes() {
        isCoached();
        onlyWithTheLogOpen(API + "/duties", "you stumble", "learn of budgets");
        assertThat(read("admin", PAGES + "/coaching"))
                .contains("A book", "left-out")
                .doesNotContain("you stumble", "learn of budgets", "fear of silence");
        assertThat(read("wang", PAGES + "/coaching"))
                .contains("you stumble", "learn of budgets", "fear of silence")
                .doesNotContain("left-out");
    }

    @Test
    void theNeedsInTheFormOfTheDraft() {
        String form = "/engine-rest/task/" + story.task("draftPlan").getId() + "/form-variables";
        assertThat(read("wang", form)).contains("learn to speak");
        assertThat(read("han", form)).doesNotContain("learn to speak");
        assertThat(read("admin", form)).doesNotContain("learn to speak");
        opensTheLog("han");
        assertThat(read("han", form)).contains("learn to speak");
    }

    @Test
    void theRequestInTheFormOfTheRevision() {
        asksForLess();
        String form = "/engine-rest/task/" + story.task("revisePlan").getId() + "/form-variables";
        assertThat(read("wang", form)).contains("learn to speak", "too fast for me");
        assertThat(read("han", form)).doesNotContain("learn to speak", "too fast for me");
        opensTheLog("han");
        assertThat(read("han", form)).contains("learn to speak", "too fast for me");
    }
}
