package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** A lecturer follows every point to its event and sees what lifts it; HR corrects a month and an auditor reads why. */
@XinhuoWebTest
class LecturerMonthPagesTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    private int port;

    @Autowired
    private TestCompany company;

    @Autowired
    private ProcessEngine engine;

    /** Wang: one share in time, mean 8.2, one reuse, 62.80; Li: nothing but three raters. */
    @BeforeEach
    void aRunningJune() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-06-14T02:00:00Z")));
        company.employee("han")
                .role("han", "hr")
                .employee("hua")
                .role("hua", "hr")
                .employee("shen")
                .role("shen", "auditor")
                .employee("mei")
                .employee("wang")
                .lecturer("wang", "default")
                .employee("li")
                .lecturer("li", "default");
        company.heldShare("s1", "wang", Instant.parse("2026-06-05T06:00:00Z"), 45, 1)
                .rated("s1", 8, 8, 8, 8, 9)
                .heldShare("s2", "li", Instant.parse("2026-06-06T06:00:00Z"), 45, 0)
                .rated("s2", 9, 9, 9);
    }

    @InBothLanguages
    void theMonthReadsWellInBothLanguagesOnADesktopAndAPhone(Window window) {
        boolean chinese = window.name().startsWith("CHINESE");
        Page page = browser.login("wang", window);
        browser.go(page, "/months");
        assertThat(page.locator("h1")).hasText(chinese ? "2026年6月讲师月度" : "Lecturer month · June 2026");
        assertThat(page.locator(".score-months a").first()).hasText(chinese ? "2026年5月" : "May 2026");
        assertThat(page.locator(".score-big")).hasText("62.80");
        assertThat(page.locator(".score-part")).hasCount(4);
        page.locator(".score-part summary").nth(1).click();
        assertThat(page.locator(".score-part").nth(1))
                .containsText(chinese ? "5 个评分，平均 8.20 分" : "mean 8.20 of 5 ratings");
        assertThat(page.locator("#lift strong")).containsText(chinese ? "达到“良好”最少还需要" : "To \"good\": one more");
        assertThat(page.locator("#lift li").first()).containsText("+10.00");
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, "month-" + window);
        browser.go(page, "/boards/2026-06");
        assertThat(page.locator("#board tbody tr")).hasCount(1);
        browser.assertNoSideScroll(page);
        browser.assertWholeOnAPhone(page, "#board");
        browser.screenshot(page, "board-" + window);
        browser.assertAccessible(page);
    }

    @Test
    void whoHasDoneNothingYetHasNotFailed() {
        String page = Caller.browser(port, "wang")
                .with("Accept-Language", "zh-CN")
                .get("/months/2026-07")
                .body();
        assertThat(page).contains("本月还没有完成的分享").doesNotContain(">不合格<");
        assertThat(Caller.basic(port, "wang")
                        .get("/api/lecturers/wang/months/2026-07")
                        .json()
                        .path("grade")
                        .asText())
                .isEqualTo("fail");
    }

    /** 50 · 0.2 + 60 · 0.4 + 100 · 0.3 + 100 · 0.1 = 74: good by the score, but the mean is below 7. */
    @Test
    void whoFailsByTheMeanAloneIsToldSo() {
        company.employee("zhou").lecturer("zhou", "default");
        company.heldShare("s3", "zhou", Instant.parse("2026-06-08T06:00:00Z"), 45, 3)
                .rated("s3", 6, 6, 6, 6, 6);
        String page = Caller.browser(port, "zhou")
                .with("Accept-Language", "zh-CN")
                .get("/months/2026-06")
                .body();
        assertThat(page).contains("74.00", "只看得分可评“良好”；平均评分只有 6.00 分，按等级规则评为“不合格”。");
        assertThat(Caller.browser(port, "wang").get("/months/2026-06").body()).doesNotContain("grade-why");
    }

    @Test
    void aPartThatTheGroupDoesNotCountSaysSo() {
        company.employee("yu").lecturer("yu", "sales");
        company.heldShare("s4", "yu", Instant.parse("2026-06-08T06:00:00Z"), 45, 0);
        assertThat(Caller.browser(port, "yu")
                        .with("Accept-Language", "zh-CN")
                        .get("/months/2026-06")
                        .body())
                .containsOnlyOnce("您所在的讲师组不计这一项")
                .contains("分享 45 分钟<", "0.00 × 50% = 0.00 分")
                .doesNotContain("，计入", "+0.00");
    }

    @Test
    void contentOfAShareThatIsTooShortIsSaidNotToCount() {
        company.share("s5", "wang", Instant.parse("2026-06-08T06:00:00Z"), "HELD", "LATE", 5, 0);
        assertThat(Caller.browser(port, "wang")
                        .with("Accept-Language", "zh-CN")
                        .get("/months/2026-06")
                        .body())
                .contains("只有 5 分钟，不计入", "内容迟交；分享太短，不计入", "内容按时提交<");
    }

    @Test
    void strangersReadNeitherAMonthNorCorrections() {
        assertThat(Caller.browser(port, "mei")
                        .get("/months/2026-06?lecturer=wang")
                        .status())
                .isEqualTo(403);
        assertThat(Caller.browser(port, "li").get("/corrections").status()).isEqualTo(403);
        for (String path : List.of("/months/2026-06/next", "/months/2026-06/revisions")) {
            assertThat(Caller.basic(port, "li")
                            .get("/api/lecturers/wang" + path)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(Caller.basic(port, "li").get("/api/corrections").status()).isEqualTo(403);
        assertThat(Caller.basic(port, "li")
                        .post("/api/corrections", "{\"period\":\"2026-05\",\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(Caller.browser(port, "mei").get("/months/2026-06").status()).isEqualTo(200);
        assertThat(Caller.browser(port, "wang").get("/months/2026-13").status()).isEqualTo(400);
    }

    @Test
    void theApiSaysWhatLiftsTheMonthAndByWhichTables() {
        JsonNode next = Caller.basic(port, "wang")
                .get("/api/lecturers/wang/months/2026-06/next")
                .json();
        assertThat(next.path("state").asText()).isEqualTo("open");
        assertThat(next.path("score").asText()).isEqualTo("62.8");
        assertThat(next.path("steps").path(0).path("gain").decimalValue()).isEqualByComparingTo("10");
        assertThat(next.path("next").path("grade").asText()).isEqualTo("good");
        JsonNode month = Caller.basic(port, "wang")
                .get("/api/lecturers/wang/months/2026-06")
                .json();
        assertThat(month.path("targets").path("version").asInt()).isEqualTo(1);
        assertThat(month.path("weights").path("rating").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(month.path("gradeVersion").asInt()).isEqualTo(1);
        // Nobody is named who rated.
        assertThat(month.toString()).doesNotContain("听众").doesNotContain("\"r1\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = Window.class,
            names = {"CHINESE_DESKTOP", "ENGLISH_PHONE"})
    void hrRequestsACorrectionAnotherConfirmsAndEverybodyReadsWhy(Window window) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-07-03T02:00:00Z")));
        Caller han = Caller.basic(port, "han");
        assertThat(han.post("/api/corrections", "{\"period\":\"2026-06\",\"reason\":\"x\"}")
                        .status())
                .isEqualTo(409);
        han.post(
                "/engine-rest/process-definition/key/monthly-review/start",
                "{\"variables\":{\"period\":{\"value\":\"2026-06\"}}}");
        runJobs();
        answer("han", "{\"confirmed\":{\"value\":true}}");
        runJobs();
        company.heldShare("late", "wang", Instant.parse("2026-06-25T06:00:00Z"), 45, 0);

        Page page = browser.login("han", window);
        browser.go(page, "/corrections?period=2026-06");
        browser.assertAccessible(page);
        page.locator("#reason").fill("一场分享漏记");
        page.locator("#request button").click();
        assertThat(page.locator("[role=status]")).isVisible();
        runJobs();
        browser.go(page, "/corrections?period=2026-06");
        assertThat(page.locator("#correction-1")).containsText("62.80 → 72.80");
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, "corrections-" + window);
        answer("hua", "{\"confirmed\":{\"value\":true}}");
        runJobs();

        browser.go(page, "/months/2026-06?lecturer=wang");
        assertThat(page.locator(".score-big")).hasText("72.80");
        assertThat(page.locator("#history li")).hasCount(2);
        assertThat(page.locator("#history")).containsText("一场分享漏记");
        assertThat(page.locator("#lift li")).hasCount(0);
        browser.assertAccessible(page);
        JsonNode all = Caller.basic(port, "shen")
                .get("/api/corrections?period=2026-06")
                .json();
        assertThat(all).hasSize(1);
        assertThat(all.path(0).path("state").asText()).isEqualTo("confirmed");
        assertThat(all.path(0).path("decidedBy").asText()).isEqualTo("hua");
        JsonNode whole = Caller.basic(port, "shen")
                .get("/api/corrections/" + all.path(0).path("id").asText())
                .json();
        assertThat(whole.path("changes").path(0).path("before").path("score").decimalValue())
                .isEqualByComparingTo("62.80");
        JsonNode revisions = Caller.basic(port, "wang")
                .get("/api/lecturers/wang/months/2026-06/revisions")
                .json();
        assertThat(revisions).hasSize(2);
        assertThat(revisions.path(1).path("reason").asText()).isEqualTo("一场分享漏记");
    }

    private void answer(String person, String variables) {
        String task = engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKeyIn("confirmResults", "confirmCorrection")
                .singleResult()
                .getId();
        assertThat(Caller.basic(port, person)
                        .post("/engine-rest/task/" + task + "/complete", "{\"variables\":" + variables + "}")
                        .status())
                .isEqualTo(204);
    }

    private void runJobs() {
        for (List<Job> jobs = jobs(); !jobs.isEmpty(); jobs = jobs()) {
            jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
    }

    private List<Job> jobs() {
        return engine.getManagementService()
                .createJobQuery()
                .messages()
                .withRetriesLeft()
                .list();
    }
}
