package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.library.SampleFiles;
import org.xinhuo.mentoring.process.LoopStory;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** The page of a pair's coaching as the mentor, the mentee and HR see it. */
@XinhuoWebTest
class CoachingPageTest {

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

    String page;

    @BeforeEach
    void aPairIsInCoaching() {
        LoopStory story = new LoopStory(engine, time).people(company);
        company.employee("ada", "Finance", "Accountant", null);
        String id = mentoring.start("mei");
        story.choose(id, "wang");
        story.plan(id);
        page = "/mentorships/" + id + "/coaching";
    }

    @InBothLanguages
    void theMentorsPageReadsWellInBothLanguagesOnADesktopAndAPhone(Window window) {
        Page wang = browser.login("wang", window);
        browser.go(wang, page);
        assertThat(wang.locator("#duties li")).hasCount(3);
        assertThat(wang.locator("#phrases li")).hasCount(4);
        wang.locator("#optional details.give summary").first().click();
        browser.assertNoSideScroll(wang);
        browser.assertAccessible(wang);
        browser.assertNoScriptErrors();
        browser.screenshot(wang, "coaching-" + window);
    }

    @Test
    void phrasesFollowTheSituationAndAdviceIsCheckedWhileItIsWritten() {
        Page wang = browser.login("wang");
        browser.go(wang, page);
        wang.locator("#situation").selectOption("stuck");
        assertThat(wang.locator("#phrases")).containsText("你已经试过哪些办法");
        wang.locator("#advice-draft").fill("周五前给两位客户打电话");
        assertThat(wang.locator("#specificity")).containsText("练哪项能力");
        wang.locator("#advice-draft").fill("周五前给两位客户打电话，练 Speaking");
        assertThat(wang.locator("#specificity")).containsText("很具体");
        browser.assertNoScriptErrors();
    }

    @Test
    void whatWasSwappedInListensFromTheMomentItIsThere() {
        Page wang = browser.login("wang");
        wang.addInitScript("""
                new MutationObserver((changes, observer) => {
                  const situation = document.getElementById('situation');
                  if (situation) {
                    observer.disconnect();
                    situation.value = 'stuck';
                    situation.dispatchEvent(new Event('change', {bubbles: true}));
                  }
                }).observe(document, {childList: true, subtree: true});""");
        browser.go(wang, page);
        assertThat(wang.locator("#phrases")).containsText("你已经试过哪些办法");
        browser.assertNoScriptErrors();
    }

    @Test
    void theMentorGivesWhatHeLikesAndARefusedFormKeepsWhatWasTyped() {
        Page wang = browser.login("wang");
        browser.go(wang, page);
        wang.locator("#optional details.give summary").first().click();
        wang.locator("#title").fill("开场一分钟");
        wang.locator("#link").fill("https://example.org/minute");
        wang.locator("#reason").fill("短而有用");
        wang.locator("form[action$=recommend-resource] button").click();
        assertThat(wang.locator("#optional")).containsText("开场一分钟");
        assertThat(wang.locator(".message-good")).isVisible();

        wang.locator("#optional details.give summary").nth(1).click();
        wang.locator("#contactId").fill("nobody");
        wang.locator("#purpose").fill("预算怎么做");
        wang.locator("form[action$=connect-department] button").click();
        assertThat(wang.locator(".message-bad")).isVisible();
        wang.locator("#optional details.give summary").nth(1).click();
        assertThat(wang.locator("#purpose")).hasValue("预算怎么做");
    }

    @InBothLanguages
    void theMentorRecommendsAFileOfTheLibraryThatTheMenteeThenOpens(Window window) {
        Page wang = browser.login("wang", window);
        browser.go(wang, "/library");
        wang.locator("#file")
                .setInputFiles(new FilePayload("opening.pdf", "application/pdf", SampleFiles.pdf("one minute")));
        wang.locator("#title").fill("开场白");
        wang.locator("#to").selectOption("private");
        wang.locator("#add button").click();
        assertThat(wang.locator("#shelf li")).hasCount(1);
        browser.go(wang, page);
        wang.locator("#optional details.give summary").first().click();
        wang.locator("#title").fill("一分钟开场");
        wang.locator("#reason").fill("短而有用");
        wang.locator("form[action$=recommend-resource] button").click();
        assertThat(wang.locator(".message-bad")).isVisible();
        wang.locator("#optional details.give summary").first().click();
        assertThat(wang.locator("#title")).hasValue("一分钟开场");
        wang.locator("#resourceId").selectOption(new SelectOption().setLabel("开场白"));
        browser.assertNoSideScroll(wang);
        browser.assertAccessible(wang);
        browser.screenshot(wang, "coaching-library-" + window);
        wang.locator("form[action$=recommend-resource] button").click();
        assertThat(wang.locator(".message-good")).isVisible();

        Page mei = browser.login("mei", window);
        browser.go(mei, page);
        mei.locator("#optional a", new Page.LocatorOptions().setHasText("一分钟开场"))
                .click();
        assertThat(mei.locator("h1")).containsText("开场白");
        browser.assertNoScriptErrors();
    }

    @Test
    void theMentorWritesDownTwoTalksOfAMonth() {
        Page wang = browser.login("wang");
        browser.go(wang, page);
        wang.locator("#guide summary").click();
        browser.assertAccessible(wang);
        for (String topic : List.of("开场", "收尾")) {
            if (!wang.locator("#talk-topic").isVisible()) {
                wang.locator("#guide summary").click();
            }
            wang.locator("#talk-topic").fill(topic);
            wang.locator("#talk-question").fill("怎么开口");
            wang.locator("#talk-advice").fill("周五前给两位客户打电话，练 Speaking");
            wang.locator("#talk-minutes").fill("45");
            wang.locator("#talk-method").selectOption("phone");
            wang.locator("#guide button").click();
            assertThat(wang.locator(".message-good")).isVisible();
            assertThat(wang.locator("#talks")).containsText(topic);
        }
        assertThat(wang.locator("#duties li.duty-done")).hasCount(1);
        browser.assertNoScriptErrors();
    }

    @Test
    void theMenteeSeesTheDutiesAndNotTheAdviceForTheMentor() {
        Page mei = browser.login("mei");
        browser.go(mei, page);
        assertThat(mei.locator("#duties li")).hasCount(3);
        assertThat(mei.locator("#advice")).hasCount(0);
        assertThat(mei.locator("details.give")).hasCount(0);
        assertThat(mei.locator("#phrases")).hasCount(0);
    }

    @Test
    void hrSeesWhatWasMissedOverAllPairs() {
        var overdue = engine.getManagementService()
                .createJobQuery()
                .activityId("guidanceOverdue")
                .singleResult();
        engine.getManagementService().executeJob(overdue.getId());
        Page han = browser.login("han");
        browser.go(han, page);
        han.locator("#duties a").click();
        assertThat(han.locator("main .lines li")).hasCount(1);
        assertThat(han.locator("main .lines li")).containsText("深度辅导");
        browser.assertAccessible(han);
        browser.assertNoScriptErrors();
    }
}
