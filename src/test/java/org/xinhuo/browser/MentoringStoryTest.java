package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** A whole mentorship, played by its people in their own windows: the mentee in Chinese, the mentor in English. */
@XinhuoWebTest
class MentoringStoryTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    TestCompany company;

    @Autowired
    CompanyTime time;

    @LocalServerPort
    int port;

    private LocalDate today;

    @BeforeEach
    void aMenteeAndThreeMentors() {
        today = time.today();
        company.jobAsksFor("Consultant", "客户访谈", "4", "2")
                .jobAsksFor("Consultant", "数据分析", "3", "1")
                .employee("mei", "Sales", "Consultant", null, LocalDate.of(2025, 9, 1))
                .prefers("mei", "questioning")
                .assessed("mei", "客户访谈", "2", LocalDate.of(2026, 2, 1))
                .metric("mei", "2026-02", "签约率", "12", "20", "higher", "客户访谈")
                .employee("wang")
                .mentor("wang", 2, "questioning")
                .expertise("wang", "客户访谈", "5", "6")
                .employee("li")
                .mentor("li", 2, "logical")
                .expertise("li", "数据分析", "4", "3")
                .employee("chen")
                .mentor("chen", 1, "supportive")
                .expertise("chen", "客户访谈", "3", "2")
                .employee("han")
                .role("han", "hr")
                .employee("shen")
                .role("shen", "auditor")
                .employee("admin")
                .role("admin", "camunda-admin");
    }

    @Test
    void aMenteeFindsAMentorIsCoachedAndGraduates() {
        Tasklist mei = Tasklist.of(browser, "mei", Window.CHINESE_DESKTOP);
        startsMentoring(mei);
        choosesAmongThree(mei);

        Tasklist wang = Tasklist.of(browser, "wang", Window.ENGLISH_DESKTOP);
        accepts(wang);
        mei.open("提出需求").fill("我想提升什么", "我想学会在客户面前把问题问清楚。").complete();
        drafts(wang);
        reviews(mei);
        wang.open("Confirm plan").pick("Yes").complete();
        givesGuidance(wang);

        new Administrator(port, "admin").fire("planEnded");

        evaluatesHerself(mei);
        recommendsToGraduate(wang);

        assertThat(mei.home().locator("#mentorships")).containsText("已出师");
        browser.assertAccessible(mei.page());
        mei.screenshot("story-mentoring-9-graduated");
        theAuditorReadsIt();
        browser.assertNoScriptErrors();
    }

    private void startsMentoring(Tasklist mei) {
        mei.home().locator("#mentorships a.btn").click();
        assertThat(mei.page().locator(".modal-title")).containsText("启动流程: 导师辅导");
        mei.form().getByLabel("学员编号").waitFor();
        mei.screenshot("story-mentoring-1-start").start();
    }

    private void choosesAmongThree(Tasklist mei) {
        mei.open("选择导师");
        assertThat(mei.page().locator(".start-process-action")).containsText("启动流程");
        assertThat(mei.page().locator(".form-actions .btn-primary")).hasText("完成");
        assertThat(mei.form().locator(".fjs-table tbody tr")).hasCount(3);
        assertThat(mei.form().locator(".fjs-table tbody tr").first()).containsText("员工wang");
        for (String mentor : new String[] {"员工wang", "员工li", "员工chen"}) {
            assertThat(mei.form().locator(".fjs-form-field-text").last()).containsText(mentor);
        }
        assertThat(mei.form().locator(".fjs-form-field-text").last().locator("li"))
                .not()
                .hasCount(0);
        mei.screenshot("story-mentoring-2-choose");
        mei.pick("员工wang").fill("原因", "风格合适").complete();
    }

    private void accepts(Tasklist wang) {
        wang.open("Accept mentee");
        assertThat(wang.page().locator(".start-process-action")).containsText("Start process");
        wang.screenshot("story-mentoring-3-accept").pick("Accept").complete();
    }

    /** A plan that would have ended already is refused in a sentence; what was typed stays. */
    private void drafts(Tasklist wang) {
        wang.open("Draft plan");
        assertThat(wang.form()).containsText("我想学会在客户面前把问题问清楚。");
        assertThat(input(wang, "Competency")).hasValue("客户访谈");
        assertThat(input(wang, "Target level")).hasValue("4");
        wang.incomplete("look at the fields marked in red")
                .select("Competency", 0, "客户访谈")
                .fill("Target level", "4")
                .fill("Action", 0, "旁听三次访谈")
                .date("Due", today.plusDays(20))
                .fill("Sessions a month", "2")
                .date("End of the plan", today.minusDays(1))
                .screenshot("story-mentoring-4-plan")
                .refused(
                        "\"End of the plan\": %s is not after today.".formatted(today.minusDays(1)),
                        "story-mentoring-5-refused");
        wang.date("End of the plan", today.plusDays(60)).complete();
    }

    /** What the product fills in by itself: the gap that weighs most, the day of today. */
    private static Locator input(Tasklist person, String label) {
        return person.form()
                .getByLabel(label)
                .and(person.page().locator("input"))
                .first();
    }

    private void reviews(Tasklist mei) {
        mei.open("审阅计划");
        assertThat(mei.form()).containsText("旁听三次访谈");
        mei.screenshot("story-mentoring-6-review").pick("同意").complete();
    }

    private void givesGuidance(Tasklist wang) {
        wang.open("Give deep guidance");
        assertThat(input(wang, "Held on")).hasValue(today.toString());
        wang.screenshot("story-mentoring-7-guidance")
                .fill("Topic", "提问的顺序")
                .fill("The mentee's question", "客户不愿多说怎么办？")
                .fill("The mentor's advice", "先问事实，再问感受。")
                .fill("Minutes", "45")
                .select("Method", 0, "Video")
                .complete();
    }

    /** Both competencies of the job stand in the list already. */
    private void evaluatesHerself(Tasklist mei) {
        mei.open("自我评估")
                .fill("等级（0–5）", 0, "4")
                .fill("等级（0–5）", 1, "1")
                .pick("5 很满意")
                .fill("说明", "敢开口问了。")
                .screenshot("story-mentoring-8-self")
                .complete();
    }

    private void recommendsToGraduate(Tasklist wang) {
        wang.open("Evaluate growth")
                .fill("Level (0–5)", 0, "4")
                .fill("Level (0–5)", 1, "1")
                .pick("4 satisfied")
                .pick("Graduate")
                .complete();
    }

    private void theAuditorReadsIt() {
        Page page = browser.login("shen", Window.CHINESE_DESKTOP);
        browser.go(page, "/audit");
        page.locator("#q").fill("mei");
        page.locator("form[role=search] button").click();
        page.locator(".lines a").first().click();
        assertThat(page.locator(".story")).containsText("员工wang");
        assertThat(page.locator(".story")).containsText("员工mei（mei）完成了任务“选择导师”");
        assertThat(page.locator(".story")).containsText("员工wang（wang）完成了任务“评估成长”");
        assertThat(page.locator(".diagram").first()).isVisible();
        browser.screenshot(page, "story-mentoring-10-audit");
    }
}
