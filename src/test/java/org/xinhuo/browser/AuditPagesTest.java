package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.audit.RecordedProcess;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** The auditor's pages as people see them. */
@XinhuoWebTest
class AuditPagesTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestCompany company;

    RecordedProcess process;

    @BeforeEach
    void aProcessWasPlayed() {
        company.employee("mei").employee("han").employee("shen").role("shen", "auditor");
        process = new RecordedProcess(engine);
        process.deploy();
        process.play("request-1", 75);
        process.play("request-2", 40);
    }

    @AfterEach
    void removeTheProcess() {
        process.remove();
    }

    @ParameterizedTest
    @EnumSource(
            value = Window.class,
            names = {"CHINESE_DESKTOP", "ENGLISH_PHONE"})
    void anAuditorFindsAStoryByPersonAndReadsItInWordsAndOnItsDiagrams(Window window) {
        Page page = browser.login("shen", window);
        browser.go(page, "/audit");
        browser.assertAccessible(page);
        browser.screenshot(page, "audit-search-" + window);

        page.locator("#q").fill("mei");
        page.locator("form[role=search] button").click();
        assertThat(page.locator(".lines li")).hasCount(2);

        page.locator(".lines a", new Page.LocatorOptions().setHasText("request-1"))
                .click();
        assertThat(page.locator(".story")).containsText("员工han");
        page.locator(".diagram").first().scrollIntoViewIfNeeded();
        assertThat(drawn(page, "approveRequest")).hasCount(1);
        assertThat(drawn(page, "isPassedToPassed")).hasCount(1);
        assertThat(drawn(page, "passed")).hasCount(1);
        assertThat(drawn(page, "failed")).hasCount(0);
        page.locator(".diagram").last().scrollIntoViewIfNeeded();
        assertThat(drawn(page, "noteDown")).hasCount(1);
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, "audit-story-" + window);

        // Whoever is refused on the way stands in the list of everything that was refused.
        browser.go(browser.login("mei", window), "/audit");
        browser.go(page, "/audit");
        page.locator("a[href='/audit/refusals']").click();
        assertThat(page.locator(".refusals li")).hasCount(1);
        assertThat(page.locator(".refusals")).containsText("GET /audit");
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.screenshot(page, "audit-refusals-" + window);
    }

    /** A number like d8218fb8 tells nobody which of seven shares it is. */
    @Test
    void aStoryIsCalledByWhatItIsAbout() {
        company.employee("wang").lecturer("wang", "default");
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "sharing",
                        "s1",
                        Map.of(
                                "lecturerId",
                                "wang",
                                "title",
                                "客户访谈",
                                "startsAt",
                                Instant.now().plus(Duration.ofDays(9)).toString(),
                                "minutes",
                                45));
        Page page = browser.login("shen", Window.CHINESE_PHONE);
        browser.go(page, "/audit?q=s1");
        assertThat(page.locator(".lines a")).containsText("客户访谈");
        page.locator(".lines a").click();
        assertThat(page.locator("h1")).hasText("客户访谈 的经过");
        assertThat(page.locator(".lead-in")).containsText("s1");
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
    }

    /** An element that a diagram shows as passed; its label is an element of its own. */
    private static Locator drawn(Page page, String elementId) {
        return page.locator(".diagram .path-done:not(.bpmn-label)[data-bpmn-id=" + elementId + "]");
    }
}
