package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Offering a training and getting a place in it, on the page. */
@XinhuoWebTest
class OffersPageTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    private TestCompany company;

    @Autowired
    private ManagementService management;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @BeforeEach
    void people() {
        String month = YearMonth.now(ZONE).minusMonths(1).toString();
        company.employee("han").role("han", "hr");
        company.employee("wang").lecturer("wang", "default").confirmedMonth("wang", month, "excellent");
        company.employee("li").lecturer("li", "default").confirmedMonth("li", month, "good");
        company.employee("sun").lecturer("sun", "default").confirmedMonth("sun", month, "pass");
    }

    @InBothLanguages
    void hrOffersLecturersApplyAndTheOneWhoWaitedMovesUp(Window window) {
        boolean chinese = window.name().startsWith("CHINESE");
        Page hr = browser.login("han", window);
        browser.go(hr, "/offers");
        hr.locator("#title").fill("演讲训练营：把复杂的事情讲简单（华东三期）");
        hr.locator("#places").fill("1");
        LocalDateTime until = LocalDateTime.now(ZONE).plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.MINUTES);
        hr.locator("#applyUntil").fill(until.toString());
        hr.locator("#startsOn").fill(until.toLocalDate().minusDays(3).toString());
        hr.locator("#new button").click();
        assertThat(hr.locator("[role=alert]"))
                .hasText(chinese ? "培训开始日期不能早于报名截止时间。" : "The training begins before the deadline for applying.");
        assertThat(hr.locator("#title")).hasValue("演讲训练营：把复杂的事情讲简单（华东三期）");
        hr.locator("#startsOn").fill(until.toLocalDate().plusDays(10).toString());
        hr.locator("#new button").click();
        assertThat(hr.locator("[role=status]")).containsText(chinese ? "名额已发布" : "The offer is published");

        for (String person : new String[] {"wang", "li"}) {
            Page page = browser.login(person, window);
            browser.go(page, "/offers");
            page.locator(".offer textarea").fill("上半年带了两个新课题，想把表达再提高一步");
            page.locator(".offer form button").first().click();
            assertThat(page.locator(".offer-mine")).hasText(chinese ? "您已报名" : "You have applied");
        }
        Page stranger = browser.login("sun", window);
        browser.go(stranger, "/offers");
        assertThat(stranger.locator(".offer textarea")).hasCount(0);
        assertThat(stranger.locator(".offer")).containsText(chinese ? "您目前不能报名" : "Not open to you");

        management.createJobQuery().messages().list().forEach(job -> management.executeJob(job.getId()));
        management
                .createJobQuery()
                .activityId("deadlinePassed")
                .list()
                .forEach(job -> management.executeJob(job.getId()));
        browser.go(hr, "/offers");
        assertThat(hr.locator(".offer .lines li")).hasCount(2);
        assertThat(hr.locator(".offer .lines li").first()).containsText("1. 员工wang");
        browser.assertNoSideScroll(hr);
        browser.assertAccessible(hr);
        browser.assertNoScriptErrors();
        browser.screenshot(hr, "offers-hr-" + window);
        identity.setAuthentication("han", List.of("employee", "hr"));
        try {
            tasks.complete(tasks.createTaskQuery()
                    .taskDefinitionKey("confirmPlaces")
                    .singleResult()
                    .getId());
        } finally {
            identity.clearAuthentication();
        }
        Page waits = browser.login("li", window);
        browser.go(waits, "/offers");
        assertThat(waits.locator(".offer-mine")).hasText(chinese ? "候补第 1 位" : "Waiting list: number 1");
        browser.assertAccessible(waits);
        browser.assertNoSideScroll(waits);
        Page gives = browser.login("wang", window);
        browser.go(gives, "/offers");
        gives.locator(".offer-act summary").click();
        browser.assertAccessible(gives);
        browser.screenshot(gives, "offers-lecturer-" + window);
        gives.locator(".offer-act button").click();
        assertThat(gives.locator(".offer-mine")).hasText(chinese ? "您已退出" : "You have withdrawn");
        browser.go(waits, "/offers");
        assertThat(waits.locator(".offer-mine")).hasText(chinese ? "您已获得名额" : "You have a place");
    }
}
