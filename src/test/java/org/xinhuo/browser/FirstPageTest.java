package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.inbox.OpenTask;
import org.xinhuo.inbox.TaskInbox;
import org.xinhuo.notification.Notices;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** The first page as people see it. */
@XinhuoWebTest
class FirstPageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    TestCompany company;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Notices notices;

    @Autowired
    CompanyTime time;

    @BeforeEach
    void meiHasTasksAndANotice() {
        company.employee("mei");
        task("t1", "按时填写", Duration.ofDays(-2), Set.of("mei"), Set.of());
        task("t2", "选择导师\nChoose mentor", Duration.ofDays(3), Set.of("mei"), Set.of());
        task("t3", "说明需求\nState needs", Duration.ofHours(30), Set.of(), Set.of("employee"));
        notices.tell("mei", "once", "people.unknownEmployee", "/", "wang");
    }

    @Test
    void somebodyLogsInByTheForm() {
        Page page = browser.open("/login", Window.CHINESE_PHONE);
        page.locator("#username").fill("mei");
        page.locator("#password").fill("wrong");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("[role=alert]")).isVisible();
        page.locator("#username").fill("mei");
        page.locator("#password").fill("mei");
        page.locator("main button[type=submit]").click();
        assertThat(page.locator("#waiting li")).hasCount(3);
        browser.assertNoScriptErrors();
    }

    @InBothLanguages
    void theFirstPageReadsWellInBothLanguagesOnADesktopAndAPhone(Window window) {
        Page page = browser.login("mei", window);

        assertThat(page.locator("#waiting li")).hasCount(3);
        assertThat(page.locator("html")).hasAttribute("lang", window.name().startsWith("CHINESE") ? "zh-CN" : "en");
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, "home-" + window);
    }

    @Test
    void theSwitchOfLanguageIsRemembered() {
        Page page = browser.login("mei");

        page.locator(".top-side > a").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");

        browser.go(page, "/");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("#tasks-title")).containsText("My tasks");
    }

    @Test
    void noticesAreMarkedAsReadWithoutLeavingThePage() {
        Page page = browser.login("mei");
        assertThat(page.locator("#notices .is-unread")).hasCount(1);

        page.locator("#notices button").click();

        assertThat(page.locator("#notices .is-unread")).hasCount(0);
        assertThat(page.locator("#notices li")).hasCount(1);
        browser.assertNoScriptErrors();
    }

    @InBothLanguages
    void thePageToLogInReadsWell(Window window) {
        Page page = browser.open("/login", window);

        assertThat(page.locator("#username")).isFocused();
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
    }

    @Test
    void thePageThatOneIsOnIsMarkedInTheLineAtTheTop() {
        Page page = browser.login("mei");
        assertThat(page.locator(".top-nav [aria-current]")).hasText("首页");

        page.locator(".top-nav a[href='/library']").click();

        assertThat(page.locator(".top-nav [aria-current]")).hasText("资料库");
    }

    /** Sixteen links in a row were no line at the top any more. */
    @InBothLanguages
    void hrFindsThePagesByWhatTheyAreFor(Window window) {
        company.employee("han").role("han", "hr");
        Page page = browser.login("han", window);
        assertThat(page.locator(".top-nav > *")).hasCount(7);
        Locator mentoring = page.locator(".menu").first();
        Locator lecturing = page.locator(".menu").nth(1);

        mentoring.locator("summary").click();
        assertThat(mentoring.locator("a").first()).isVisible();
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.screenshot(page, "menu-" + window);
        lecturing.locator("summary").click();
        assertThat(mentoring.locator("a").first()).isHidden();
        page.keyboard().press("Escape");
        assertThat(lecturing.locator("a").first()).isHidden();
        assertThat(lecturing.locator("summary")).isFocused();
        lecturing.locator("summary").click();
        page.locator(".foot").click();
        assertThat(lecturing.locator("a").first()).isHidden();
        browser.assertNoScriptErrors();

        browser.follow(page, "/cohorts");

        page.waitForURL("**/cohorts");
        assertThat(page.locator(".menu .is-here")).hasCount(1);
    }

    @Test
    void whoHasNoNoticesYetMayChooseHowTheyComeAllTheSame() {
        company.employee("wang");
        Page page = browser.login("wang");

        page.locator("#notices .empty a").click();

        page.waitForURL("**/notices/preferences");
    }

    /** On the first of the month everybody read "fail". */
    @Test
    void aLecturerWhoHasHeldNothingYetHasNotFailed() {
        company.employee("wang").lecturer("wang", "default");
        Page page = browser.login("wang");

        assertThat(page.locator("#lecturer-month")).isVisible();
        assertThat(page.locator("#lecturer-month")).not().containsText("不合格");
    }

    private void task(String id, String name, Duration dueIn, Set<String> people, Set<String> groups) {
        inbox.put(
                new OpenTask(
                        id,
                        "unknown",
                        id,
                        name,
                        "m-1",
                        people.isEmpty() ? null : people.iterator().next(),
                        time.now().plus(dueIn)),
                List.copyOf(people),
                List.copyOf(groups));
    }
}
