package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.incentive.content.Wishes;
import org.xinhuo.incentive.conversion.CaseStory;
import org.xinhuo.incentive.conversion.DecideCase;
import org.xinhuo.incentive.conversion.FileCase;
import org.xinhuo.incentive.template.Outlines;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** A share in a browser: content from a template, files, wishes, and how it was used. */
@XinhuoWebTest
class SharePagesTest {

    private static final YearMonth THREE_MONTHS_AGO = YearMonth.now().minusMonths(3);

    private static final String LONG = "一段没有空格的很长的说明".repeat(12) + "AVeryLongWordWithoutAnySpaceInIt".repeat(4);

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Wishes wishes;

    @Autowired
    Outlines outlines;

    @Autowired
    FileCase fileCase;

    @Autowired
    DecideCase decide;

    @BeforeEach
    void aShareThatComesAndOneThatWas() {
        company.employee("wang").lecturer("wang", "default").employee("han").role("han", "hr");
        company.employee("mei").employee("lin");
        company.write("update lecturer set topics = '访谈;谈判' where employee_id = 'wang'");
        company.heldShare("was", "wang", Instant.now().minus(Duration.ofDays(5)), 60, 0);
        company.write(
                "update share set title = '访谈基础', audience = 'mei；lin', outline = ?, cases = ? where id = 'was'",
                LONG,
                LONG);
        company.write("insert into share_attendance (share_id, employee_id) values ('was', 'mei'), ('was', 'lin')");
        runtime.startProcessInstanceByKey(
                "sharing",
                "next",
                Map.of(
                        "lecturerId", "wang",
                        "title", "谈判入门",
                        "startsAt", Instant.now().plus(Duration.ofDays(9)).toString(),
                        "minutes", 45,
                        "audience", "mei；lin"));
    }

    @Test
    void theFirstPageTellsLecturerAndLearnerWhatComes() {
        String mei = Caller.browser(port, "mei")
                .with("Accept-Language", "zh-CN")
                .get("/")
                .body();
        assertThat(mei).contains("两周内的分享", "href=\"/shares/next\"", "员工wang").doesNotContain("/shares/was");
        assertThat(Caller.browser(port, "wang")
                        .with("Accept-Language", "zh-CN")
                        .get("/")
                        .body())
                .contains("href=\"/shares/next\"", "我主讲");
        assertThat(Caller.browser(port, "han").get("/").body()).doesNotContain("id=\"coming\"");
    }

    @InBothLanguages
    void thePagesReadWellInBothLanguagesOnADesktopAndAPhone(Window window) {
        outlines.keep("谈判", "《{title}》\n一、准备", null, 0, "han");
        wishes.make("next", LONG.substring(0, 250), "mei");
        String first =
                fileCase.file("was", CaseStory.of(LONG, LONG, LONG, new java.math.BigDecimal("30"), "%"), null, "mei");
        decide.reply(first, "wang", true, null);
        fileCase.file("was", CaseStory.of("s", "a", "r", null, null), null, "lin");

        for (String person : new String[] {"wang", "mei"}) {
            Page page = browser.login(person, window);
            for (String path : new String[] {"/shares", "/shares/was", "/shares/next"}) {
                browser.go(page, path);
                page.locator("main details summary").all().forEach(summary -> summary.click());
                browser.assertNoSideScroll(page);
                browser.assertAccessible(page);
                browser.screenshot(page, "share-" + person + path.replace('/', '-') + "-" + window);
            }
        }
        Page hr = browser.login("han", window);
        for (String path : new String[] {"/outlines?topic=谈判", "/shares?lecturer=wang"}) {
            browser.go(hr, path);
            browser.assertNoSideScroll(hr);
            browser.assertAccessible(hr);
        }
        browser.assertNoScriptErrors();
        browser.screenshot(hr, "shares-hr-" + window);
    }

    @Test
    void aLecturerPlansAShareAndReadsWhatTheOwnOnesCameTo() {
        company.rated("was", 8, 9, 9).confirmedMonth("wang", THREE_MONTHS_AGO.toString(), "excellent");
        Page page = browser.login("wang");
        browser.go(page, "/shares");
        assertThat(page.locator("#coming li")).hasCount(1);
        assertThat(page.locator("#given .share-mean")).hasText("8.67分 · 3人");
        assertThat(page.locator("#months"))
                .containsText(THREE_MONTHS_AGO.getYear() + "年" + THREE_MONTHS_AGO.getMonthValue() + "月");
        assertThat(page.locator("#months")).containsText("优秀");
        page.locator("#plan summary").click();
        page.locator("#plan-of").fill("报价的时机");
        page.locator("#plan-at")
                .fill(LocalDateTime.now().plusDays(12).withNano(0).toString().substring(0, 16));
        page.locator("#plan-for").fill("火星部");
        page.locator("#plan button").click();
        assertThat(page.locator(".message-bad")).containsText("火星部");
        assertThat(page.locator("#plan-of")).hasValue("报价的时机");
        page.locator("#plan-for").fill("mei");
        page.locator("#plan button").click();
        assertThat(page.locator(".message-good")).containsText("已安排");
        assertThat(page.locator("h1")).hasText("报价的时机");
        browser.go(page, "/shares");
        assertThat(page.locator("#coming li")).hasCount(2);
        browser.assertNoScriptErrors();
    }

    @Test
    void theLecturerSubmitsFromTheTemplateAndBringsAFile() {
        outlines.keep("谈判", "《{title}》\n一、准备", null, 0, "han");
        wishes.make("next", "怎么报第一个价？", "mei");
        Page page = browser.login("wang");
        browser.go(page, "/shares/next");
        assertThat(page.locator("#outline")).hasValue("《谈判入门》\n一、准备\n\n学员想听：\n- 怎么报第一个价？");
        page.locator("#outline").fill("《谈判入门》\n怎么报第一个价？");
        page.locator("#share-file")
                .setInputFiles(new FilePayload("先传.txt", "text/plain", "words".getBytes(StandardCharsets.UTF_8)));
        page.locator("#files form button").click();
        assertThat(page.locator(".message-good")).hasText("已上传，能看这场分享的人都可以下载。");
        assertThat(page.locator("#files li")).containsText("先传");
        assertThat(page.locator("#outline")).hasValue("《谈判入门》\n怎么报第一个价？");
        page.locator("#submit button").click();
        assertThat(page.locator(".message-good")).hasText("已提交，稍后会收到确认通知。");
        assertThat(page.locator("#submit")).hasCount(0);
        assertThat(page.locator("#told")).containsText("怎么报第一个价？");

        page.locator("#share-file")
                .setInputFiles(new FilePayload("提纲.txt", "text/plain", "words".getBytes(StandardCharsets.UTF_8)));
        page.locator("#files form button").click();
        assertThat(page.locator(".message-good")).hasText("已上传，能看这场分享的人都可以下载。");

        Page learner = browser.login("mei");
        browser.go(learner, "/shares/next");
        assertThat(learner.locator("#files li")).hasCount(2);
        assertThat(learner.locator("#files form")).hasCount(0);
    }

    @Test
    void aLearnerTellsHowItWasUsedAndTheLecturerGivesItBackAndThenConfirms() {
        Page mei = browser.login("mei");
        browser.go(mei, "/shares/was");
        tell(mei, "#tell", "客户沉默", "");
        assertThat(mei.locator(".message-good")).hasText("已提交，等待讲师确认。");

        Page wang = browser.login("wang");
        browser.go(wang, "/shares/was");
        wang.locator("#waiting button[value=false]").click();
        assertThat(wang.locator(".message-bad")).hasText("请说明退回的原因。");
        wang.locator("#waiting input[name=remark]").fill("请补充数据");
        wang.locator("#waiting button[value=false]").click();
        assertThat(wang.locator(".message-good")).hasText("已退回，学员会看到您的附言。");

        browser.go(mei, "/shares/was");
        assertThat(mei.locator("#own .said")).hasText("请补充数据");
        tell(mei, "#own article .case-edit", "客户沉默了三分钟", "30");
        browser.go(wang, "/shares/was");
        wang.locator("#waiting button[value=true]").click();
        assertThat(wang.locator("#effects .case-effect")).hasText("30 %");
        browser.go(wang, "/shares");
        assertThat(wang.locator("#months tbody td").last()).hasText("1");
        assertThat(wang.locator("#effects")).containsText("客户沉默了三分钟");
    }

    private static void tell(Page page, String where, String situation, String figure) {
        page.locator(where + " summary").first().click();
        page.locator(where + " textarea[name=situation]").first().fill(situation);
        page.locator(where + " textarea[name=action]").first().fill("换成选择题");
        page.locator(where + " textarea[name=result]").first().fill("签下订单");
        page.locator(where + " input[name=figure]").first().fill(figure);
        page.locator(where + " input[name=unit]").first().fill(figure.isEmpty() ? "" : "%");
        page.locator(where + " form button").first().click();
    }
}
