package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** A lecturer's March, played by its people in their own windows; one share lies behind, one is planned and held. */
@XinhuoWebTest
class LecturerMonthStoryTest {

    private static final String TITLE = "把复杂的事讲简单";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    TestCompany company;

    @LocalServerPort
    int port;

    private Administrator admin;

    @BeforeEach
    void aLecturerWithOneShareBehindHim() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-03-10T02:00:00Z")));
        company.employee("han")
                .role("han", "hr")
                .employee("wang")
                .lecturer("wang", "default")
                .employee("mei")
                .employee("lin")
                .employee("tang")
                .employee("admin")
                .role("admin", "camunda-admin")
                .heldShare("earlier", "wang", Instant.parse("2026-03-03T02:00:00Z"), 45, 3)
                .rated("earlier", 9, 9, 9, 9, 9);
        admin = new Administrator(port, "admin");
    }

    @Test
    void aShareIsPlannedHeldRatedScoredAndRewarded() {
        Tasklist han = Tasklist.of(browser, "han", Window.CHINESE_DESKTOP);
        Tasklist wang = Tasklist.of(browser, "wang", Window.CHINESE_DESKTOP);
        plansTheShare(han);
        submitsContent(wang);
        String share = Caller.basic(port, "wang")
                .get("/api/shares?mine=lecturer")
                .json()
                .findValue("asLecturer")
                .findValuesAsText("id")
                .stream()
                .filter(id -> !id.equals("earlier"))
                .findFirst()
                .orElseThrow();
        admin.fire("shareEnded");
        reportsTheShare(wang);
        assertThat(Caller.basic(port, "wang")
                        .post("/api/shares/" + share + "/attendance", "{\"employeeIds\":[\"mei\",\"lin\",\"tang\"]}")
                        .status())
                .isEqualTo(200);
        rates("mei", 10, Window.CHINESE_PHONE);
        rates("lin", 9, Window.ENGLISH_DESKTOP);
        admin.fire("ratingTimeOver");

        reviewsTheMonth(han);
        approvesTheRewards(han);
        wangReadsHisMonth(wang);
        browser.assertNoScriptErrors();
    }

    /** A start that is past already is refused in a sentence, in the start form, too. */
    private void plansTheShare(Tasklist han) {
        han.starting("内部讲师分享")
                .fill("主题", TITLE)
                .fill("讲师工号", "wang")
                .date("开始日期", LocalDate.of(2026, 3, 9))
                .time("开始时间", "15:00")
                .fill("时长", "45")
                .fill("地点", "三楼会议室")
                .startRefused("开始时间不能早于现在。", "story-lecturer-1-start");
        han.date("开始日期", LocalDate.of(2026, 3, 20)).start();
    }

    private void submitsContent(Tasklist wang) {
        wang.open("提交分享内容");
        assertThat(wang.form()).containsText(TITLE);
        assertThat(wang.form()).containsText("三楼会议室");
        wang.screenshot("story-lecturer-2-content")
                .fill("分享提纲", "一、先说结论\n二、再举例子\n三、请听众复述")
                .complete();
        assertThat(wang.home().locator("#notices")).containsText("您的分享内容已收到，学员将在24小时内评分");
    }

    private void reportsTheShare(Tasklist wang) {
        wang.open("填报分享");
        wang.screenshot("story-lecturer-3-report").fill("实际时长", "50").complete();
    }

    /** One click on our own page. */
    private void rates(String learner, int score, Window window) {
        Page page = browser.login(learner, window);
        page.locator("#to-rate a").click();
        assertThat(page.locator("h2")).hasText(TITLE);
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.screenshot(page, "story-lecturer-4-rate-" + window);
        page.locator(".scores button[value='" + score + "']").click();
        assertThat(page.locator("[role=status]")).containsText(String.valueOf(score));
    }

    private void reviewsTheMonth(Tasklist han) {
        han.starting("讲师月度评审").fill("月份", "2026-03").start();
        admin.runJobs();
        han.open("确认结果").claim();
        assertThat(han.form().locator(".fjs-table")).containsText("员工wang");
        assertThat(han.form().locator(".fjs-table")).containsText("96.57");
        // In the middle of March: whoever closes a month before it is over says why.
        assertThat(han.form()).containsText("这个月还没有结束");
        han.screenshot("story-lecturer-5-confirm")
                .pick("是")
                .fill("意见", "三月不再安排分享")
                .complete();
        admin.runJobs();
    }

    /** Allowance and bonus are 1000 yuan each, above the limit of 500; the certificate needs nobody. */
    private void approvesTheRewards(Tasklist han) {
        for (String amount : new String[] {"first", "second"}) {
            han.open("审批奖励").claim();
            assertThat(han.form()).containsText("1,000.00");
            han.screenshot("story-lecturer-6-reward-" + amount).pick("是").complete();
        }
        admin.runJobs();
        assertThat(han.home().locator("#group-tasks li")).hasCount(0);
        assertThat(Caller.basic(port, "han")
                        .get("/api/rewards?period=2026-03")
                        .json()
                        .findValuesAsText("state"))
                .hasSize(3)
                .containsOnly("credited");
    }

    /**
     * 2 of 2 shares, (9 · 5 + 10 + 9) / 7 = 9.142857 on average, 3 of 3 reuses, both in time: 0.2 · 100 + 0.4 · 91.42857 +
     * 0.3 · 100 + 0.1 · 100 = 96.57.
     */
    private void wangReadsHisMonth(Tasklist wang) {
        Page home = wang.home();
        assertThat(home.locator("#lecturer-month")).containsText("本月分享2次，学员评分9.1分，内容被复用3次，排名部门第1");
        assertThat(home.locator("#lecturer-month .figures")).containsText("96.57");
        assertThat(home.locator("#lecturer-month .figures")).containsText("优秀");
        browser.assertAccessible(home);
        wang.screenshot("story-lecturer-7-month");
    }
}
