package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.incentive.sharing.PlanShare;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** The lecturer adds who forgot to check in; HR takes off who was not there. */
@XinhuoWebTest
class AttendancePageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    private TestCompany company;

    @Autowired
    private PlanShare planShare;

    @BeforeEach
    void aShare() {
        company.employee("mei").employee("lin").employee("han").role("han", "hr");
        company.employee("wang").lecturer("wang", "default");
        planShare.plan(
                new PlanShare.Plan("s", "wang", "老客户复购三步法", Instant.now().plus(Duration.ofDays(2)), 45, null, null),
                null);
    }

    @InBothLanguages
    void theListIsKeptByTheLecturerAndMendedByHr(Window window) {
        boolean chinese = window.name().startsWith("CHINESE");
        Page wang = browser.login("wang", window);
        browser.go(wang, "/shares/s");
        wang.locator("a[href='/shares/s/attendance']").click();
        wang.locator("#people").fill("mei，没有这个人");
        wang.locator("#add button").click();
        assertThat(wang.locator("[role=alert]")).containsText("没有这个人");
        assertThat(wang.locator("#people")).hasValue("mei，没有这个人");
        wang.locator("#people").fill("mei，员工lin");
        wang.locator("#add button").click();
        assertThat(wang.locator("[role=status]")).containsText(chinese ? "已补入2人" : "2 people were added");
        assertThat(wang.locator("#list li")).hasCount(2);
        assertThat(wang.locator("#list details")).hasCount(0);
        browser.assertNoSideScroll(wang);
        browser.assertAccessible(wang);
        browser.screenshot(wang, "attendance-lecturer-" + window);

        Page han = browser.login("han", window);
        browser.go(han, "/shares/s/attendance");
        han.locator("#list summary").last().click();
        han.locator("#list details[open] input[name=reason]").fill("当天请假，没有到场");
        browser.assertAccessible(han);
        browser.assertNoSideScroll(han);
        browser.screenshot(han, "attendance-hr-" + window);
        han.locator("#list details[open] button").click();
        assertThat(han.locator("#list li")).hasCount(1);
        assertThat(han.locator("#removed li")).containsText("当天请假，没有到场");
        browser.assertNoScriptErrors();
    }
}
