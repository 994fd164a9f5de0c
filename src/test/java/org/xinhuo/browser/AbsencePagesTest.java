package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.mentoring.process.LoopStory;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Leave and change on the overview of a mentorship. */
@XinhuoWebTest
class AbsencePagesTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    TestCompany company;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CompanyTime time;

    @Autowired
    MentoringProcess mentoring;

    LoopStory story;
    String id;

    @BeforeEach
    void aPairThatIsSilent() {
        story = new LoopStory(engine, time).people(company);
        id = mentoring.start("mei");
        story.choose(id, "wang");
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .activityId("silenceDue")
                        .singleResult()
                        .getId());
    }

    @InBothLanguages
    void theSectionReadsWellInBothLanguagesOnADesktopAndAPhone(Window window) {
        Page page = browser.login("wang", window);
        browser.go(page, "/mentorships/" + id);
        page.locator(".absence summary").all().forEach(summary -> summary.click());

        assertThat(page.locator(".absence-asked button")).hasCount(3);
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, "absence-" + window);
    }

    @Test
    void aMentorPausesResumesNamesASubstituteAndAnswersWithOneClick() {
        Page page = browser.login("wang");
        browser.go(page, "/mentorships/" + id);
        page.locator(".absence summary").first().click();
        page.locator("#pause-until").fill(time.today().plusDays(5).toString());
        page.locator("form[action$='/pause'] button").click();
        assertThat(page.locator(".message-good")).hasText("已暂停。");
        assertThat(page.locator("h1 .tag")).hasText("已暂停");

        page.locator("form[action$='/resume'] button").click();
        assertThat(page.locator(".message-good")).hasText("已恢复。");

        page.locator(".absence summary").nth(1).click();
        page.locator("#substitute-id").selectOption("li");
        page.locator("#substitute-from").fill(time.today().plusDays(1).toString());
        page.locator("#substitute-until").fill(time.today().plusDays(5).toString());
        page.locator("form[action$='/substitute'] button").click();
        assertThat(page.locator("#absence")).containsText("由员工li代理");
        page.locator("form[action$='/substitute/end'] button").click();
        assertThat(page.locator(".message-good")).hasText("代理已结束，三方都会收到通知。");
        assertThat(page.locator("#absence")).not().containsText("由员工li代理");

        page.locator(".absence-asked button").first().click();
        browser.go(page, "/mentorships/" + id);
        assertThat(page.locator(".absence-asked")).hasCount(0);
    }

    /** Whoever asked for somebody else lands on the first page, which said nothing of it. */
    @Test
    void whoeverAsksForSomebodyElseIsToldWhatComesOfIt() {
        Page page = browser.login("mei");
        browser.go(page, "/mentorships/" + id);
        page.locator(".absence summary").last().click();
        page.locator("form[action$='/change'] button").click();

        assertThat(page.locator(".message-good")).containsText("将重新匹配");
        assertThat(page.locator("#tasks-title")).isVisible();
        browser.assertAccessible(page);
    }

    @Test
    void aRefusalIsSaidOnThePage() {
        Page page = browser.login("wang");
        browser.go(page, "/mentorships/" + id);
        page.locator(".absence summary").nth(1).click();
        page.locator("#substitute-id").selectOption("li");
        page.locator("#substitute-from").fill(time.today().plusDays(5).toString());
        page.locator("#substitute-until").fill(time.today().plusDays(1).toString());
        page.locator("form[action$='/substitute'] button").click();
        assertThat(page.locator(".message-bad")).containsText("结束日期不能早于开始日期");
    }

    /** A departure of today asks once more, and who comes back is noted with one click. */
    @InBothLanguages
    void hrConfirmsADepartureOfTodayAndNotesAReturn(Window window) {
        Page page = browser.login("han", window);
        browser.go(page, "/departures");
        page.locator("#employeeId").fill("wang");
        page.locator("#on").fill(time.today().toString());
        page.locator("form:has(#employeeId) button").click();
        assertThat(page.locator("#confirm")).containsText("员工wang");
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.screenshot(page, "departures-confirm-" + window);
        page.locator("#confirm button").click();
        assertThat(page.locator("#past .line-main")).containsText("员工wang");
        page.locator("#past summary").click();
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, "departures-past-" + window);
        page.locator("#past .line-side button").click();
        assertThat(page.locator(".message-good")).containsText("员工wang");
        assertThat(page.locator("#past .line-main")).hasCount(0);
    }

    @InBothLanguages
    void aMentorNotesALeaveAndSeesForWhomNobodyStandsIn(Window window) {
        Page page = browser.login("wang", window);
        browser.go(page, "/leaves");
        page.locator("#from").fill(time.today().plusDays(3).toString());
        page.locator("#until").fill(time.today().plusDays(9).toString());
        page.locator("form:has(#until) button").click();
        assertThat(page.locator("#noted a")).containsText("员工mei");
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, "leaves-" + window);
        page.locator("#noted a").click();
        page.locator(".absence summary").nth(1).click();
        assertThat(page.locator("#substitute-until"))
                .hasValue(time.today().plusDays(9).toString());
        browser.go(page, "/leaves");
        page.locator("#noted button").click();
        assertThat(page.locator("#noted button")).hasCount(0);
    }

    /** HR withdraws a mentorship that looks for a mentor; the reason is required and kept. */
    @InBothLanguages
    void hrWithdrawsAMentorshipThatLooksForAMentor(Window window) {
        company.employee("lan");
        String lans = mentoring.start("lan");
        Page page = browser.login("han", window);
        browser.go(page, "/mentorships/" + lans);
        page.locator("#withdrawal summary").click();
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.screenshot(page, "withdrawal-" + window);
        browser.go(page, "/mentorships/" + lans + "?lang=en");
        page.locator("#withdrawal summary").click();
        assertThat(page.locator("#withdrawal")).containsText("Withdraw this mentorship");
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.screenshot(page, "withdrawal-en-" + window);
        page.locator("#withdrawal-reason").fill("Started for the wrong person");
        page.locator("#withdrawal button").click();
        assertThat(page.locator(".message-good")).hasText("The mentorship has been withdrawn.");
        assertThat(page.locator("#withdrawal")).hasCount(0);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, "withdrawn-en-" + window);
    }

    @InBothLanguages
    void hrAnnouncesADepartureAndTakesItBack(Window window) {
        Page page = browser.login("han", window);
        browser.go(page, "/departures");
        page.locator("#employeeId").fill("wang");
        page.locator("#on").fill(time.today().plusDays(5).toString());
        page.locator("form:has(#employeeId) button").click();
        assertThat(page.locator(".message-good")).containsText("员工wang");
        assertThat(page.locator("#announced .line-main")).containsText("1");
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, "departures-" + window);
        page.locator("#announced button").click();
        assertThat(page.locator("#announced button")).hasCount(0);
    }
}
