package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.incentive.rota.SwapShares;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** The rota in a browser: who is on when, swap, change, calendar, and HR's rule. */
@XinhuoWebTest
class RotaPagesTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    TestCompany company;

    @Autowired
    CompanyTime time;

    @Autowired
    RuntimeService runtime;

    @Autowired
    SwapShares swap;

    @BeforeEach
    void twoPlannedShares() {
        company.employee("wang").lecturer("wang", "default").employee("li").lecturer("li", "default");
        company.employee("zhou").lecturer("zhou", "sales").employee("han").role("han", "hr");
        planned("w", "wang", 10);
        planned("l", "li", 20);
    }

    @InBothLanguages
    void thePageReadsWellInBothLanguagesOnADesktopAndAPhone(Window window) {
        swap.ask("w", "l", "li", "那天出差", "wang");
        Page page = browser.login("li", window);
        browser.go(page, "/rota");
        page.locator("details summary").all().forEach(summary -> summary.click());

        assertThat(page.locator(".rota-mine")).hasCount(1);
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.screenshot(page, "rota-lecturer-" + window);

        Page hr = browser.login("han", window);
        browser.go(hr, "/rota?group=default");
        browser.assertNoSideScroll(hr);
        browser.assertAccessible(hr);
        browser.assertNoScriptErrors();
        browser.screenshot(hr, "rota-hr-" + window);
    }

    @Test
    void aSwapIsAskedForAndAgreedTo() {
        Page wang = browser.login("wang");
        browser.go(wang, "/rota");
        wang.locator(".rota-mine summary").first().click();
        wang.locator("#with-w").selectOption("share:l");
        wang.locator("form[action$='/rota/swaps'] button").click();
        assertThat(wang.locator(".message-good")).hasText("已向同事发出换班请求。");

        Page li = browser.login("li");
        browser.go(li, "/rota");
        li.locator("#swaps button[value=true]").click();
        assertThat(li.locator(".message-good")).hasText("已同意，分享已经互换。");
        assertThat(li.locator(".rota-mine")).containsText("分享w");
    }

    @Test
    void aLecturerMovesAndCancelsWithAReasonAndGetsACalendarAddress() {
        Page page = browser.login("wang");
        browser.go(page, "/rota");
        page.locator(".rota-mine summary").nth(1).click();
        page.locator("#title-w").fill("改过的题目");
        page.locator("#why-w").fill("听众点名要听");
        page.locator("form[action$='/move'] button").click();
        assertThat(page.locator(".message-good")).hasText("已更改，并通知了所有受邀者。");
        assertThat(page.locator(".rota-mine")).containsText("改过的题目");

        page.locator("form[action$='/rota/calendar'] button").click();
        assertThat(page.locator("#address")).hasValue(java.util.regex.Pattern.compile(".*/calendar/[\\w-]{43}\\.ics"));

        page.locator(".rota-mine summary").nth(2).click();
        page.locator("#cause-w").fill("生病");
        page.locator("form[action$='/cancel'] button").click();
        assertThat(page.locator(".message-good")).hasText("已取消，并通知了所有受邀者。");
        assertThat(page.locator(".rota-mine")).hasCount(0);
    }

    @Test
    void hrWritesARuleSeesWhatItWouldDoAndPlans() {
        Page page = browser.login("han");
        browser.go(page, "/rota?group=sales");
        assertThat(page.locator("#rule")).isHidden();
        page.locator("#rhythm").selectOption("own");
        page.locator("summary", new Page.LocatorOptions().setHas(page.locator("text=自己写日期规则")))
                .click();
        page.locator("#rule").fill("FREQ=NOW");
        sends(
                page,
                "/rota/rule",
                () -> page.locator("form[action$='/rule'] button").press("Enter"));
        assertThat(page.locator(".message-bad")).containsText("FREQ=NOW");

        browser.go(page, "/rota?group=sales");
        page.locator("#rhythm").selectOption("weekly");
        page.locator("#weekday").selectOption("WE");
        page.locator("#horizonDays").fill("14");
        sends(
                page,
                "/rota/rule",
                () -> page.locator("form[action$='/rule'] button").press("Enter"));
        assertThat(page.locator(".message-good")).hasText("规则已保存。");
        assertThat(page.locator("#rule-title ~ ul li").first()).containsText("员工zhou");
        assertThat(page.locator("#rhythm")).hasValue("weekly");
        assertThat(page.locator("#weekday")).hasValue("WE");
        assertThat(page.locator("#rule")).isHidden();
        sends(
                page,
                "/rota/plan",
                () -> page.locator("form[action$='/plan'] button").press("Enter"));
        assertThat(page.locator(".message-good")).containsText("已排定");
    }

    /** HR of a company with many groups: names instead of ids, and no way back to another group's list. */
    @Test
    void hrWritesTheOrderByNamesAndStaysWithTheGroupOfTheShare() {
        company.employee("sun").lecturer("sun", "sales");
        planned("z", "zhou", 12);
        Page page = browser.login("han");
        browser.go(page, "/rota?group=sales");
        assertThat(page.locator("#turns-title")).hasText("已排分享 · 销售组");
        assertThat(page.locator("#order-help")).containsText("员工zhou");
        page.locator("#order").fill("员工sun → 员工zhou");
        sends(
                page,
                "/rota/rule",
                () -> page.locator("form[action$='/rule'] button").press("Enter"));
        assertThat(page.locator(".message-good")).hasText("规则已保存。");
        assertThat(page.locator("#order-help")).containsText("员工sun、员工zhou");
        page.locator("#order").fill("员工sun，无此人");
        sends(
                page,
                "/rota/rule",
                () -> page.locator("form[action$='/rule'] button").press("Enter"));
        assertThat(page.locator(".message-bad")).containsText("轮值顺序必须包含本组每位讲师");
        assertThat(page.locator("#order")).hasValue("员工sun，无此人");

        browser.go(page, "/rota?group=sales");
        page.locator("summary", new Page.LocatorOptions().setHasText("转交")).click();
        page.locator("form[action$='/shares/z/lecturer'] input[name=lecturerId]")
                .fill("员工sun");
        page.locator("form[action$='/shares/z/lecturer'] input[name=reason]").fill("出差");
        page.locator("form[action$='/shares/z/lecturer'] button").click();
        assertThat(page.locator(".message-good")).hasText("已转交，并通知了双方讲师和所有受邀者。");
        assertThat(page.locator("#turns-title")).hasText("已排分享 · 销售组");
        assertThat(page.locator("main")).containsText("分享z");
    }

    /** By the keyboard; where nothing comes of it, the failure says whether anything was sent at all. */
    private static void sends(Page page, String path, Runnable submits) {
        page.waitForRequest(sent -> sent.method().equals("POST") && sent.url().endsWith(path), submits);
    }

    private void planned(String id, String lecturer, int days) {
        Instant start = ZonedDateTime.ofInstant(time.now(), ZoneId.of("Asia/Shanghai"))
                .plusDays(days)
                .withHour(14)
                .withMinute(0)
                .toInstant();
        Map<String, Object> variables = new HashMap<>();
        variables.put("lecturerId", lecturer);
        variables.put("title", "分享" + id);
        variables.put("startsAt", start.toString());
        variables.put("minutes", 45);
        variables.put("place", "三楼会议室 https://meet.example.org/a-rather-long-address-of-a-meeting?with=parameters");
        variables.put("audience", String.join("；", List.of("Sales", "Support")));
        runtime.startProcessInstanceByKey("sharing", id, variables);
    }
}
