package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.xinhuo.mentoring.process.stage.StageStory.TODAY;
import static org.xinhuo.mentoring.process.stage.StageStory.goal;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.mentoring.process.PlanChangeProcess;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.testing.XinhuoWebTest;

/** The plan of a pair as both see it, before and while it is changed. */
@XinhuoWebTest
class PlanPageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    ApplicationContext context;

    private StageStory story;

    @BeforeEach
    void aPairIsInCoaching() {
        story = new StageStory(context).pair();
        story.confirmedPlan(TODAY.plusMonths(4));
        story.start("coaching");
    }

    private void aChangeWaitsForTheMentee() {
        story.bean(PlanChangeProcess.class).request(StageStory.KEY, "mei", "more time please");
        story.does(
                "wang",
                "revisePlan",
                "goals",
                List.of(goal(
                        "Speaking",
                        4,
                        "Give a talk",
                        TODAY.plusDays(30).toString(),
                        "Moderate a meeting",
                        TODAY.plusDays(40).toString())),
                "sessionsPerMonth",
                3,
                "endOn",
                TODAY.plusMonths(6).toString());
    }

    private Page open(String person, Window window) {
        Page page = browser.login(person, window);
        browser.go(page, "/mentorships/" + StageStory.KEY + "/plan");
        return page;
    }

    @InBothLanguages
    void versionsAndTheirDifferencesReadWellInBothLanguagesOnADesktopAndAPhone(Window window) {
        aChangeWaitsForTheMentee();
        Page page = open("mei", window);
        boolean chinese = window.name().startsWith("CHINESE");

        assertThat(page.locator("#standing"))
                .hasText(chinese ? "第 1 版生效中；第 2 版等待学员答复。" : "Version 1 is in force; version 2 waits for the mentee.");
        assertThat(page.locator("#difference"))
                .containsText(chinese ? "取消目标：Selling（原定 2 级）" : "Goal dropped: Selling (level 2)");
        assertThat(page.locator("#versions > ol > li")).hasCount(2);
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, "plan-" + window);
    }

    @Test
    void theMenteeTicksOffAnActionAndAsksForAChange() {
        Page page = open("mei", Window.ENGLISH_DESKTOP);
        page.locator("button:has-text('Give a talk')").click();
        assertThat(page.locator("main")).containsText("Noted as done.");

        page.fill("#request", "I need more time");
        page.click("#change button");
        assertThat(page.locator("#standing"))
                .hasText("Version 1 is in force; the mentor is to draft the next version.");
        assertThat(page.locator("#change")).hasCount(0);
    }

    @Test
    void theMentorCannotTickOffTheMenteesActions() {
        Page page = open("wang", Window.ENGLISH_DESKTOP);
        assertThat(page.locator("#change")).hasCount(1);
        assertThat(page.locator(".plan-goal form")).hasCount(0);
    }
}
