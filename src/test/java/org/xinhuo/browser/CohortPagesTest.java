package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** HR brings a department into the loop, and a mentee reads why these mentors. */
@XinhuoWebTest
class CohortPagesTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    TestCompany company;

    @Autowired
    ManagementService management;

    @BeforeEach
    void people() {
        company.employee("han", "HR", "Trainer", null).role("han", "hr").jobAsksFor("Consultant", "客户访谈", "4", "1");
        for (String mentee : new String[] {"mei", "lan", "qiu"}) {
            company.employee(mentee).assessed(mentee, "客户访谈", "2", LocalDate.of(2026, 1, 1));
        }
        company.employee("wang", "Delivery", "Lead", null)
                .mentor("wang", 1, "logical")
                .expertise("wang", "客户访谈", "5", "4")
                .employee("li", "Delivery", "Lead", null)
                .mentor("li", 1, "supportive")
                .expertise("li", "客户访谈", "3", "1");
    }

    @InBothLanguages
    void weightsAreComparedThenACohortOfADepartmentIsStarted(Window window) {
        Page page = browser.login("han", window);
        browser.follow(page, "/cohorts");
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);

        page.locator("#department").selectOption("Sales");
        page.locator("#new-cohort summary").click();
        page.locator("button[formaction]").click();
        assertThat(page.locator("#comparison tbody tr").nth(1).locator("td").first())
                .hasText("1");
        assertThat(page.locator("#department")).hasValue("Sales");
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.screenshot(page, "cohorts-" + window);

        page.locator("#name").fill("秋季");
        page.locator("#new-cohort > button[type=submit]").click();
        assertThat(page.locator("h1")).containsText("秋季");
        runJobs();
        page.reload();
        assertThat(page.locator("#choice-due")).not().isEmpty();
        runJobs("choiceDue");
        page.reload();
        assertThat(page.locator("#unmatched li")).hasCount(1);
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, "cohort-" + window);
    }

    @InBothLanguages
    void hrReadsWhoIsStillChoosingAndWithdrawsTheCohort(Window window) {
        Page page = browser.login("han", window);
        browser.go(page, "/cohorts");
        page.locator("#name").fill("秋季");
        page.locator("#ids").fill("mei lan");
        page.locator("#new-cohort > button[type=submit]").click();
        runJobs();
        page.reload();
        String cohort = page.url();
        page.locator(".figures a").click();
        assertThat(page.locator("#members li")).hasCount(2);
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        page.locator("#members a").first().click();
        assertThat(page.locator("h1")).containsText("lan");

        page.navigate(cohort);
        page.locator("#withdrawal summary").click();
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.screenshot(page, "cohort-withdrawal-" + window);
        page.locator("#withdrawal-reason").fill("预算取消");
        page.locator("#withdrawal-sure").check();
        page.locator("#withdrawal button").click();
        assertThat(page.locator("[role=status]")).isVisible();
        runJobs();
        page.reload();
        assertThat(page.locator("#withdrawn")).containsText("预算取消");
        assertThat(page.locator("#withdrawn")).containsText("(han)");
        assertThat(page.locator("#withdrawal")).hasCount(0);
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, "cohort-withdrawn-" + window);
        browser.go(page, "/cohorts");
        browser.assertAccessible(page);
    }

    @Test
    void withoutATickOrAReasonNothingIsWithdrawnAndTheFormIsKept() {
        Page page = browser.login("han");
        browser.go(page, "/cohorts");
        page.locator("#name").fill("秋季");
        page.locator("#ids").fill("mei");
        page.locator("#new-cohort > button[type=submit]").click();
        runJobs();
        page.reload();
        page.locator("#withdrawal summary").click();
        page.locator("#withdrawal form").evaluate("form => form.noValidate = true");
        page.locator("#withdrawal-reason").fill("预算取消");
        page.locator("#withdrawal button").click();
        assertThat(page.locator("[role=alert]")).containsText("请勾选确认");
        assertThat(page.locator("#withdrawal-reason")).hasValue("预算取消");
        assertThat(page.locator("#withdrawn")).hasCount(0);
    }

    @Test
    void whoCannotBeStartedIsNamedAndTheFormKept() {
        Page page = browser.login("han");
        browser.go(page, "/cohorts");
        page.locator("#name").fill("秋季");
        page.locator("#ids").fill("mei，nobody\nlan mei");
        page.locator("#new-cohort > button[type=submit]").click();
        assertThat(page.locator("[role=alert] li")).hasCount(2);
        assertThat(page.locator("[role=alert]")).containsText("没有编号为「nobody」的员工");
        assertThat(page.locator("#name")).hasValue("秋季");
        assertThat(page.locator("#ids")).hasValue("mei，nobody\nlan mei");
        browser.assertAccessible(page);
    }

    @InBothLanguages
    void aMenteeReadsWhyTheseMentors(Window window) {
        Page page = browser.login("mei", window);
        page.locator("body").waitFor();
        String id = start("mei");
        browser.go(page, "/mentorships/" + id);
        page.locator("a[href='/mentorships/" + id + "/mentors']").click();
        assertThat(page.locator("main section")).hasCount(2);
        assertThat(page.locator("main section").first())
                .containsText(
                        window.name().startsWith("CHINESE")
                                ? "专业匹配 50 分（满分 50）：导师在「客户访谈」上有 5 级，您还差 2 级。"
                                : "Expertise 50 of 50 points: level 5 in \"客户访谈\"; still to go for you: 2.");
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.screenshot(page, "mentors-" + window);
    }

    @Autowired
    org.xinhuo.mentoring.process.MentoringProcess mentoring;

    private String start(String mentee) {
        return mentoring.start(mentee);
    }

    private void runJobs(String... timers) {
        for (String timer : timers) {
            management.executeJob(
                    management.createJobQuery().activityId(timer).singleResult().getId());
        }
        for (Job job : management.createJobQuery().messages().list()) {
            management.executeJob(job.getId());
            runJobs();
            return;
        }
    }
}
