package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** The pages of one mentorship as the pair and others see them. */
@XinhuoWebTest
class MentorshipPagesTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    TestCompany company;

    @Autowired
    RuntimeService runtime;

    @BeforeEach
    void meiLooksForAMentor() {
        company.employee("mei")
                .jobAsksFor("Consultant", "客户访谈", "4", "2")
                .employee("wang")
                .mentor("wang", 2, "logical")
                .jobAsksFor("Consultant", "Selling", "3", "1")
                .metric("mei", "2026-02", "客户复购率", "62", "70", "higher", "Selling")
                .metric("mei", "2026-01", "客户复购率", "58.5", "70", "higher", "Selling")
                .metric("mei", "2026-02", "Complaints about slow answers", "2", "3", "lower", null)
                .employee("lin")
                .employee("han")
                .role("han", "hr");
        runtime.startProcessInstanceByKey("mentoring", "m-1", Map.of("menteeId", "mei"));
    }

    @InBothLanguages
    void theOverviewReadsWellInBothLanguagesOnADesktopAndAPhone(Window window) {
        Page page = browser.login("mei", window);
        page.locator("#mentorships h3 a").click();

        assertThat(page.locator("h1")).containsText("员工mei");
        assertThat(page.locator("#metrics li")).hasCount(2);
        assertThat(page.locator("#metrics")).containsText("62");
        assertThat(page.locator("#metrics")).containsText("58.5");
        assertThat(page.locator("#levels li")).hasCount(2);
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, "mentorship-overview-" + window);
    }

    @Test
    void aStrangerIsToldThatItIsNotForHim() {
        Page page = browser.login("lin");
        browser.go(page, "/mentorships/m-1");

        assertThat(page.locator("main")).containsText("这段辅导只有双方、培训管理员和审计可以查看。");
    }

    /** HR and auditors are in no pair: their first page leads to none. */
    @InBothLanguages
    void hrFindsEveryMentorshipByItsPeople(Window window) {
        Page page = browser.login("han", window);
        browser.follow(page, "/mentorships");

        assertThat(page.locator(".top-nav a[aria-current=page]")).hasCount(1);
        assertThat(page.locator("#mentorships li")).hasCount(1);
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.screenshot(page, "mentorships-" + window);
        page.locator("#q").fill("nobody of that name");
        page.locator("form[role=search] button").click();
        assertThat(page.locator(".empty")).isVisible();
        page.locator("#q").fill("mei");
        page.locator("#state").selectOption("matching");
        page.locator("form[role=search] button").click();
        page.locator("#mentorships a").click();
        assertThat(page.locator("h1")).containsText("员工mei");
    }

    @Test
    void aColleagueDoesNotSeeAllMentorships() {
        Page page = browser.login("lin");
        assertThat(page.locator(".top-nav a[href='/mentorships']")).hasCount(0);

        browser.go(page, "/mentorships");

        assertThat(page.locator("main")).containsText("只有培训管理员和审计可以查看全部辅导关系");
    }

    /** The last tabs lay out of sight, the one of the page itself among them. */
    @ParameterizedTest
    @EnumSource(
            value = Window.class,
            names = {"CHINESE_PHONE", "ENGLISH_PHONE"})
    void onAPhoneEveryTabIsInSight(Window window) {
        Page page = browser.login("mei", window);
        browser.go(page, "/mentorships/m-1/materials");

        for (Locator tab : page.locator(".tabs a").all()) {
            BoundingBox box = tab.boundingBox();
            org.assertj.core.api.Assertions.assertThat(box.x + box.width)
                    .as(tab.textContent())
                    .isLessThanOrEqualTo(390);
        }
    }

    /** "Sc ore", "Expe rtise": the columns of a table were as narrow as the screen, and the words broken. */
    @Test
    void onAPhoneNoWordOfATableIsBroken() {
        Tasklist mei = Tasklist.of(browser, "mei", Window.ENGLISH_PHONE).open("Choose mentor");

        for (Locator head : mei.form().locator(".fjs-table-th").all()) {
            org.assertj.core.api.Assertions.assertThat(head.evaluate("head => {"
                            + " const words = document.createRange();"
                            + " words.selectNodeContents(document.createTreeWalker(head, NodeFilter.SHOW_TEXT).nextNode());"
                            + " return new Set([...words.getClientRects()].map(line => line.top)).size; }"))
                    .as(head.textContent())
                    .isEqualTo(1);
        }
        assertThat(mei.form()).not().containsText("系统按您的能力差距");
        browser.assertNoSideScroll(mei.page());
        browser.assertAccessible(mei.page());
        mei.screenshot("choose-mentor-ENGLISH_PHONE");
    }
}
