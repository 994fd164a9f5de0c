package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.mentoring.process.LoopStory;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Figures that lead HR to names, and what a mentee's own plan asks for, on the first page. */
@XinhuoWebTest
class AttentionPagesTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @InBothLanguages
    void whatHrActsOnAndWhatIsDueInThePlanReadsWell(
            Window window,
            @Autowired TestCompany company,
            @Autowired CompanyTime time,
            @Autowired MentoringProcess mentoring,
            @Autowired ProcessEngine engine) {
        LoopStory story = new LoopStory(engine, time).people(company);
        company.role("mei", "hr");
        String id = mentoring.start("mei");
        story.choose(id, "wang");
        story.plan(id);
        ClockUtil.setCurrentTime(Date.from(time.now().plus(Duration.ofDays(21))));
        Page page = browser.login("mei", window);

        assertThat(page.locator("#attention dd")).hasCount(3);
        assertThat(page.locator(".plan-due li")).hasCount(1);
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.screenshot(page, "attention-" + window);
        page.locator("#attention dd a").first().click();
        assertThat(page.locator("#state")).hasValue("unassigned");
        browser.assertNoSideScroll(page);
        browser.screenshot(page, "mentorships-unassigned-" + window);
        browser.go(page, "/mentorships/" + id);
        page.locator("#graduation summary").click();
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.screenshot(page, "graduation-" + window);
    }
}
