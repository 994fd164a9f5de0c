package org.xinhuo.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.audit.RecordedProcess;
import org.xinhuo.notification.Notices;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** The pages from outside: who gets which, in which language. */
@XinhuoWebTest
class PagesOverHttpTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    Notices notices;

    @Autowired
    ProcessEngine engine;

    RecordedProcess process;

    @BeforeEach
    void aCompanyWithAStory() {
        company.employee("mei")
                .employee("han")
                .role("han", "hr")
                .employee("shen")
                .role("shen", "auditor")
                .employee("qin")
                .role("qin", "process-owner");
        process = new RecordedProcess(engine);
        process.deploy();
        process.play("request-1", 75);
    }

    @AfterEach
    void removeTheProcess() {
        process.remove();
    }

    @Test
    void theFirstPageSpeaksTheBrowsersLanguageAndTheChosenOneBeforeIt() {
        Caller mei = browser("mei", "zh-TW,zh;q=0.9");

        assertThat(mei.get("/").body()).contains("lang=\"zh-CN\"", "我的任务");
        mei.with("Accept-Language", "de,en;q=0.5");
        assertThat(mei.get("/").body()).contains("lang=\"en\"", "My tasks");
        mei.with("Accept-Language", "de");
        assertThat(mei.get("/").body()).contains("lang=\"en\"");
        Answer switched = mei.get("/?lang=zh-CN");
        assertThat(switched.body()).contains("我的任务");
        assertThat(switched.raw().headers().allValues("Set-Cookie"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith("lang=zh-CN").contains("SameSite=Lax"));
        assertThat(mei.get("/").body()).contains("我的任务");
    }

    @Test
    void aNoticeIsToldInTheReadersLanguage() {
        notices.tell("mei", "once", "people.unknownEmployee", null, "nobody");

        assertThat(browser("mei", "en").get("/").body()).contains("There is nobody with the id");
        assertThat(browser("mei", "zh-CN").get("/").body()).contains("没有编号为");
    }

    @Test
    void aNoticeTellsADayAsItsReaderWritesIt() {
        notices.tell("mei", "once", "mentoring.absence.notice.paused", null, "Li", "2026-12-05");

        assertThat(browser("mei", "en").get("/").body()).contains("Dec 5, 2026").doesNotContain("2026-12-05");
        assertThat(browser("mei", "zh-CN").get("/").body()).contains("2026年12月5日");
    }

    @Test
    void aNoticeTellsAnAmountAsPeopleWriteIt() {
        String code = "incentive.rewardCredited.training-allowance";
        notices.tell("mei", "once", code, null, "2026-06", "12800.00", "CNY", "training-allowance");

        assertThat(browser("mei", "en").get("/").body()).contains("12,800.00 CNY");
        assertThat(browser("mei", "zh-CN").get("/").body()).contains("2026年6月", "12,800.00 CNY");
    }

    @Test
    void whatOneMayOpenIsLinkedAndNothingElse() {
        assertThat(browser("mei", "en").get("/").body()).doesNotContain("/audit", "cockpit");
        assertThat(browser("shen", "en").get("/").body()).contains("/audit").doesNotContain("cockpit");
        assertThat(browser("qin", "en").get("/").body()).contains("cockpit").doesNotContain("/audit");
        assertThat(browser("han", "en").get("/").body()).contains("Waits for HR");
    }

    @Test
    void onlyAuditorsReadStories() {
        String[] paths = {"/audit", "/audit/instances/request-1", "/api/audit/instances/request-1"};
        for (String path : paths) {
            assertThat(browser("shen", "en").get(path).status()).as(path).isEqualTo(200);
            for (String person : new String[] {"mei", "han", "qin"}) {
                assertThat(browser(person, "en").get(path).status())
                        .as(person + " at " + path)
                        .isEqualTo(403);
            }
        }
        assertThat(browser("mei", "zh-CN").get("/audit").body()).contains("您无权查看此页面");
        assertThat(Caller.nobody(port).get("/audit").status()).isEqualTo(302);
    }

    @Test
    void theInterfaceTellsTheSameStoryAndKnowsNoOther() {
        Answer story = Caller.basic(port, "shen").get("/api/audit/instances/request-1");

        assertThat(story.status()).isEqualTo(200);
        assertThat(story.json().path("businessKey").asText()).isEqualTo("request-1");
        assertThat(story.json().path("instances").findValuesAsText("process"))
                .containsExactly("audit-sample", "audit-child");
        assertThat(story.json().path("events").findValuesAsText("kind"))
                .contains("STARTED", "TIMER_FIRED", "TASK_COMPLETED", "DECIDED", "ENDED");
        assertThat(story.json().path("events").findValuesAsText("who")).contains("mei", "han");
        assertThat(Caller.basic(port, "shen").get("/api/audit/instances/other").status())
                .isEqualTo(404);
        assertThat(Caller.nobody(port).get("/api/audit/instances/request-1").status())
                .isEqualTo(401);
    }

    @Test
    void aModelIsReadByAuditorsAlone() {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("audit-sample")
                .singleResult()
                .getId();

        assertThat(browser("shen", "en").get("/audit/models/" + definition).body())
                .contains("approveRequest", "BPMNDiagram");
        assertThat(browser("mei", "en").get("/audit/models/" + definition).status())
                .isEqualTo(403);
    }

    @Test
    void aPageThatIsNotThereSaysSoInTheReadersLanguage() {
        Answer missing = browser("mei", "zh-CN").get("/nothing-here");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body()).contains("没有这个页面");
    }

    @Test
    void aQueryThatIsNotEncodedRightIsLeftOutOfTheSwitchOfLanguage() throws IOException {
        String session = browser("mei", "en").cookie("JSESSIONID");

        for (String path : new String[] {"/?x=%zz", "/?lang=%zz&x=%", "/login?x=%zz"}) {
            // A HttpClient would refuse to send it.
            HttpURLConnection request = (HttpURLConnection) new URL("http://localhost:" + port + path).openConnection();
            request.setRequestProperty("Cookie", "JSESSIONID=" + session);
            request.setRequestProperty("Accept", "text/html");
            assertThat(request.getResponseCode()).as(path).isEqualTo(200);
            try (InputStream body = request.getInputStream()) {
                assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("?lang=zh-CN")
                        .doesNotContain("%zz");
            }
        }
    }

    /** Somebody who has logged in with a browser that prefers this language. */
    private Caller browser(String person, String language) {
        return Caller.browser(port, person)
                .with("Accept", "text/html,application/json;q=0.9")
                .with("Accept-Language", language);
    }
}
