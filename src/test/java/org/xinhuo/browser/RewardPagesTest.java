package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xinhuo.incentive.reward.LedgerStory.JUNE;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.incentive.reward.LedgerStory;
import org.xinhuo.incentive.reward.RewardEntry;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** A lecturer reads why; HR takes back, corrects and closes the month. */
@XinhuoWebTest
class RewardPagesTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private LedgerStory story;

    /** Ann's 1000 and Bob's 500 are credited, Cid's bonus waits for an approval. */
    @BeforeEach
    void juneIsGranted() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-07-06T02:00:00Z")));
        story = new LedgerStory(context)
                .people("ann", "bob")
                .month("ann", JUNE, "good", 1, 54)
                .month("bob", JUNE, "good", 3, 53);
        story.grant(JUNE);
        story.approveAll();
        story.bean(TestCompany.class).employee("cid").lecturer("cid", "default");
        story.month("cid", JUNE, "excellent", null, 50).grant(JUNE);
    }

    @InBothLanguages
    void theLedgerAndThePayrollReadWellInBothLanguagesOnADesktopAndAPhone(Window window) {
        boolean chinese = window.name().startsWith("CHINESE");
        Page page = browser.login("han", window);
        browser.go(page, "/rewards?period=2026-06");
        // What waits stands with its button, and nowhere else.
        assertThat(page.locator("#entries > li")).hasCount(2);
        assertThat(page.locator("#approvals li")).hasCount(1);
        assertThat(page.locator("#ledger-title")).containsText(chinese ? "2026年6月" : "June 2026");
        assertThat(page.locator("#sums")).containsText("1,500.00 CNY");
        assertThat(page.locator("#sums dd").last()).containsText("2,500.00 CNY");
        assertThat(page.locator("#waiting-sums")).containsText("1,000.00 CNY");
        assertThat(page.locator("main")).not().containsText("1000.00");
        assertThat(page.locator("#ledger")).containsText(chinese ? "评分第 1 名（6 人评分）。" : "Rank 1 by rating (6 raters).");
        page.locator("#ledger summary").first().click();
        check(page, "rewards-" + window);
        browser.go(page, "/payroll?month=2026-06");
        assertThat(page.locator("#totals tfoot")).containsText("1,500.00 CNY");
        browser.assertWholeOnAPhone(page, "#totals");
        assertThat(page.locator("#waiting .lines > li")).hasCount(1);
        assertThat(page.locator("#waiting-sums")).containsText("1,000.00 CNY");
        assertThat(page.locator("#month-title")).containsText(chinese ? "2026年6月" : "June 2026");
        assertThat(page.locator("main")).not().containsText("1000.00");
        page.locator("#close summary").click();
        check(page, "payroll-open-" + window);
        Caller.basic(port, "han").get("/api/payroll/2026-06.csv");
        browser.go(page, "/payroll?month=2026-06");
        assertThat(page.locator("#closing")).isVisible();
        check(page, "payroll-closed-" + window);
    }

    @Test
    void aLecturerReadsTheOwnRewardsAndWhyAndNobodyElses() {
        Page page = browser.login("bob", Window.ENGLISH_PHONE);
        browser.follow(page, "/rewards");
        assertThat(page.locator("#own .lines > li")).hasCount(1);
        assertThat(page.locator("#own")).containsText("Rank 3 by rating (6 raters). Table lecturer-reward, version 1.");
        assertThat(page.locator("#ledger")).hasCount(0);
        check(page, "rewards-own");
        assertThat(Caller.browser(port, "bob").get("/payroll").status()).isEqualTo(403);
    }

    @Test
    void hrTakesBackCorrectsAndClosesTheMonth() throws IOException {
        Page page = browser.login("han", Window.ENGLISH_DESKTOP);
        browser.go(page, "/rewards?period=2026-06");
        page.locator("#ledger .lines > li", new Page.LocatorOptions().setHasText("500.00 CNY"))
                .locator("summary")
                .click();
        page.locator("#ledger details[open] textarea").fill("Ratings were traded");
        page.locator("#ledger details[open] button").click();
        assertThat(page.locator("[role=status]")).containsText("taken back");
        assertThat(page.locator("#ledger")).containsText("Reason: Ratings were traded");
        story.rank("ann", JUNE, 2);
        browser.go(page, "/rewards?period=2026-06");
        assertThat(page.locator("#differences")).not().containsText("1,000.00 CNY → 800.00 CNY");
        page.locator("#compare").click();
        assertThat(page.locator("#differences")).containsText("1,000.00 CNY → 800.00 CNY");
        page.locator("#differences summary").click();
        page.locator("#differences textarea").fill("Counted anew");
        page.locator("#differences button").click();
        assertThat(page.locator("[role=status]")).containsText("A second person of HR");
        secondPersonConfirms();
        browser.go(page, "/rewards?period=2026-06&differences=true");
        assertThat(page.locator("#differences")).containsText("The ledger agrees");
        browser.go(page, "/payroll?month=2026-06");
        page.locator("#close summary").click();
        page.locator("#close button").click();
        assertThat(page.locator("[role=status]")).containsText("The month is closed.");
        assertThat(page.locator("#ties .tag-done")).containsText("0.00 CNY");
        Download file = page.waitForDownload(() -> page.locator("#download").click());
        assertThat(file.suggestedFilename()).isEqualTo("payroll-2026-06.csv");
        assertThat(Files.readString(file.path())).contains("-1000.00,CNY", "-500.00,CNY");
        browser.assertNoScriptErrors();
    }

    private void secondPersonConfirms() {
        story.bean(TestCompany.class).employee("hua").role("hua", "hr");
        EngineDriver driver = story.bean(EngineDriver.class);
        ProcessInstance correction = story.bean(ProcessEngine.class)
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("month-correction")
                .singleResult();
        driver.run(correction);
        driver.complete(correction, "hua", Map.of("confirmed", true));
        driver.runAll(correction);
    }

    /** Cid's bonus and, granted later, Dan's wait; Han's own she may not approve and is not offered. */
    @Test
    void hrApprovesSeveralRewardsOnThePageAndNeverTheOwn() {
        story.bean(TestCompany.class).employee("dan").lecturer("dan", "default").lecturer("han", "default");
        story.month("dan", JUNE, "excellent", null, 50)
                .month("han", JUNE, "excellent", null, 50)
                .grant(JUNE);
        Page page = browser.login("han", Window.CHINESE_PHONE);
        browser.go(page, "/rewards?period=2026-06");
        assertThat(page.locator("#approvals li")).hasCount(2);
        page.locator("#approvals button").click();
        assertThat(page.locator("[role=alert]")).containsText("请先勾选");
        page.locator("#approvals [data-all] input").check();
        check(page, "rewards-to-approve");
        page.locator("#approvals button").click();
        assertThat(page.locator("[role=status]")).containsText("已批准 2 笔");
        assertThat(page.locator("#approvals")).hasCount(0);
        assertThat(story.waitingForApproval()).hasSize(1);
    }

    /** Dan's marks stand out: his money is not among what is approved at once. Eve's 500 only wait for their job. */
    @Test
    void whatIsHeldOrNeedsNobodyDoesNotStopWhatIsApprovedAtOnce() {
        TestCompany company = story.bean(TestCompany.class);
        company.employee("dan").lecturer("dan", "default").employee("eve").lecturer("eve", "default");
        company.write("insert into fair_month (period, review_id, window_from, method, cash_rank, rules_version,"
                + " ring_version, interval_level, minimum_raters, marks, raters, quality, severity, noise, severities,"
                + " rounds, computed_at) values ('2026-06', 'review-2026-06', '2026-06', 'shrunk', 'contract', 1, 1, 0.9,"
                + " 3, 9, 3, 1, 1, 1, '{}', 1, now())");
        company.write("insert into ring_finding (id, period, given, expected, score, chance, holds, found_at)"
                + " values ('f', '2026-06', 10, 8, 5, 0.001, true, now())");
        company.write("insert into ring_member (finding_id, lecturer_id) values ('f', 'dan')");
        story.month("dan", JUNE, "excellent", null, 50)
                .month("eve", JUNE, "good", 3, 50)
                .grant(JUNE);
        Page page = browser.login("han", Window.ENGLISH_PHONE);
        browser.go(page, "/rewards?period=2026-06");
        assertThat(page.locator("#approvals li")).hasCount(1);
        assertThat(page.locator("#held li")).hasCount(1);
        assertThat(page.locator("#held")).containsText("员工dan");
        check(page, "rewards-held");
        page.locator("#approvals input[name=ids]").check();
        page.locator("#approvals button").click();
        assertThat(page.locator("[role=status]")).containsText("One is approved");
        assertThat(story.waitingForApproval()).hasSize(1);
    }

    /** Sixty wait: fifty are approved by the first request, the others by the next, which the page sends itself. */
    @Test
    void whatIsTooMuchForOneRequestIsApprovedInPortions() {
        story.bean(TestCompany.class)
                .write("insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                        + " select 'x' || n, 'X' || n, 'Sales', 'Consultant', date '2021-01-01', 'zh-CN',"
                        + " 'Asia/Shanghai', 'CN' from generate_series(1, 59) n");
        for (int n = 1; n <= 59; n++) {
            story.month("x" + n, JUNE, "excellent", null, 50);
        }
        story.grant(JUNE);
        assertThat(story.waitingForApproval()).hasSize(60);
        Map<String, String> all = Map.of(
                "period",
                "2026-06",
                "ids",
                story.entries(JUNE).stream()
                        .filter(entry -> entry.state() == RewardEntry.State.GRANTED)
                        .map(RewardEntry::id)
                        .collect(Collectors.joining(",")));
        Caller.browser(port, "han").formFrom("/rewards", "/rewards/approvals", all);
        assertThat(story.waitingForApproval()).hasSize(10);
        Page page = browser.login("han", Window.CHINESE_DESKTOP);
        story.month("cid", JUNE, "excellent", null, 50);
        for (int n = 60; n <= 100; n++) {
            story.bean(TestCompany.class).employee("y" + n);
            story.month("y" + n, JUNE, "excellent", null, 50);
        }
        story.grant(JUNE);
        assertThat(story.waitingForApproval()).hasSize(51);
        browser.go(page, "/rewards?period=2026-06");
        assertThat(page.locator("#waiting-sums")).containsText("51,000.00 CNY");
        page.locator("#approvals [data-all] input").check();
        page.locator("#approvals button").click();
        assertThat(page.locator("[role=status]")).containsText("已批准 51 笔");
        assertThat(story.waitingForApproval()).isEmpty();
        browser.assertNoScriptErrors();
    }

    /** An administrator has deleted Cid's instance: HR has it continued, and approves. */
    @Test
    void whatNobodyCarriesOnIsShownAndContinued() {
        RewardEntry lost = story.entries(JUNE).stream()
                .filter(entry -> entry.employeeId().equals("cid"))
                .findFirst()
                .orElseThrow();
        RuntimeService runtime = story.bean(ProcessEngine.class).getRuntimeService();
        runtime.deleteProcessInstance(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(lost.id())
                        .singleResult()
                        .getId(),
                "slip",
                true);
        Page page = browser.login("han", Window.ENGLISH_PHONE);
        browser.go(page, "/rewards?period=2026-06");
        assertThat(page.locator("#lost li")).hasCount(1);
        assertThat(page.locator("#approvals")).hasCount(0);
        check(page, "rewards-lost");
        assertThat(Caller.basic(port, "ann")
                        .post("/api/rewards/" + lost.id() + "/continuation", "")
                        .status())
                .isEqualTo(403);
        page.locator("#lost button").click();
        assertThat(page.locator("[role=status]")).containsText("It goes on");
        assertThat(page.locator("#lost")).hasCount(0);
        assertThat(page.locator("#approvals li")).hasCount(1);
        assertThat(Caller.basic(port, "han")
                        .post("/api/rewards/" + lost.id() + "/continuation", "")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void somebodyWithoutTheRightApprovesNothingAndAnUnknownRewardStopsAll() {
        String waiting = story.entries(JUNE).stream()
                .filter(entry -> entry.employeeId().equals("cid"))
                .findFirst()
                .orElseThrow()
                .id();
        Map<String, String> one = Map.of("period", "2026-06", "ids", waiting);
        Caller.browser(port, "ann").formFrom("/rewards", "/rewards/approvals", one);
        assertThat(story.waitingForApproval()).hasSize(1);
        Caller han = Caller.browser(port, "han");
        han.formFrom("/rewards", "/rewards/approvals", Map.of("period", "2026-06", "ids", waiting + ",unknown"));
        assertThat(story.waitingForApproval()).hasSize(1);
        han.formFrom("/rewards", "/rewards/approvals", one);
        assertThat(story.waitingForApproval()).isEmpty();
    }

    @Test
    void whereAMonthIsNotConfirmedThePageSaysSoAndStartsItsReview() {
        Page page = browser.login("han");
        browser.go(page, "/rewards?period=2026-05");
        assertThat(page.locator("#ledger")).containsText("2026年5月的成绩还没有确认");
        check(page, "rewards-not-confirmed");
        page.locator("#review button").click();
        assertThat(page.locator("[role=status]")).containsText("正在计算");
        assertThat(story.bean(ProcessEngine.class)
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("monthly-review")
                        .count())
                .isEqualTo(1);
    }

    private void check(Page page, String name) {
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, name);
    }
}
