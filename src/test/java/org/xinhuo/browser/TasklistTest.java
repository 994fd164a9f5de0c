package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Camunda Tasklist as our employees see it: after our login, in their language, also on a phone. */
@XinhuoWebTest
class TasklistTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestCompany company;

    @Autowired
    CompanyTime time;

    @BeforeEach
    void wangHasToSubmitTheContentOfAShare() {
        company.employee("wang").lecturer("wang", "default");
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "sharing",
                        Map.of(
                                "lecturerId",
                                "wang",
                                "title",
                                "客户访谈",
                                "startsAt",
                                time.now().plus(Duration.ofDays(10)).toString(),
                                "minutes",
                                60));
    }

    @ParameterizedTest
    @EnumSource(
            value = Window.class,
            names = {"CHINESE_DESKTOP", "CHINESE_PHONE"})
    void theFirstPageLeadsToTheFormOfATaskInChinese(Window window) {
        Page page = browser.login("wang", window);

        page.locator("#tasks a").first().click();

        assertThat(page.locator(".task-details h2.task")).containsText("提交分享内容");
        assertThat(page.locator(".task-details .fjs-form textarea").first()).isVisible();
        assertThat(page.locator(".nav-tabs").first()).containsText("流程图");
        assertThat(page.locator(".task-filters")).not().containsText("CREATION");
        assertThat(page.locator(".task-details .xinhuo-subject")).hasText("客户访谈");
        assertThat(page.locator(".tasks-list .xinhuo-subject")).hasText("客户访谈");
        assertThat(page.locator(".createCommentLink")).isHidden();
        assertThat(page.locator(".ce-eol-banner")).isHidden();
        assertThat(page.locator(".navbar-brand")).containsText("薪火");
        browser.assertNoSideScroll(page);
        browser.screenshot(page, "tasklist-" + window);
    }

    /** The model says both, "分享提纲 / Outline"; nobody reads everything twice. */
    @ParameterizedTest
    @EnumSource(
            value = Window.class,
            names = {"CHINESE_DESKTOP", "ENGLISH_DESKTOP"})
    void everybodyReadsOneLanguage(Window window) {
        Page page = browser.login("wang", window);
        boolean chinese = window == Window.CHINESE_DESKTOP;

        page.locator("#tasks a").first().click();

        assertThat(page.locator(".fjs-form .fjs-form-field-label").first()).isVisible();
        assertThat(page.locator(".task-details h2.task")).hasText(chinese ? "提交分享内容" : "Submit content");
        assertThat(page.locator(".fjs-form .fjs-form-field-label").getByText(chinese ? "Outline" : "提纲"))
                .hasCount(0);
        assertThat(page.locator(".fjs-form .fjs-form-field-label").getByText(chinese ? "提纲" : "Outline"))
                .not()
                .hasCount(0);
        assertThat(page.locator(".fjs-form")).not().containsText(" / ");
        assertThat(page.locator(".fjs-form")).containsText(chinese ? "地点：" : "Place:");
        assertThat(page.locator(".task-filters .item").first()).containsText(chinese ? "我的任务" : "My tasks");
        assertThat(page.locator(".task-filters .item").first()).not().containsText(chinese ? "My tasks" : "我的任务");
    }

    @Test
    void tasklistSpeaksTheLanguageThatWasChosenOnOurPages() {
        Page page = browser.login("wang");
        page.locator(".top-side > a").click();

        browser.go(page, "/camunda/app/tasklist/default/");

        Locator start = page.locator(".start-process-action");
        assertThat(start).containsText("Start process");
        page.locator(".navbar-brand").click();
        assertThat(page.locator("#tasks-title")).containsText("My tasks");
    }

    /** Their names in the models are Chinese. */
    @ParameterizedTest
    @EnumSource(
            value = Window.class,
            names = {"CHINESE_DESKTOP", "ENGLISH_DESKTOP"})
    void processesAreNamedInTheReadersLanguage(Window window) {
        String share = window == Window.CHINESE_DESKTOP ? "内部讲师分享" : "Lecturer share";
        Page page = browser.login("wang", window);

        page.locator("#tasks a").first().click();

        assertThat(page.locator(".task-card .process-definition")).hasText(share);
        assertThat(page.locator(".tasks-list .process-definition")).hasText(share);
        page.locator(".start-process-action a").click();
        page.locator(".modal-body .processes a")
                .getByText(share, new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator(".modal-title")).containsText(share);
    }

    /** Not as 12/05/2026, which is May for one reader and December for another. */
    @ParameterizedTest
    @EnumSource(
            value = Window.class,
            names = {"CHINESE_DESKTOP", "ENGLISH_DESKTOP"})
    void datesAreTypedAsNobodyCanMisreadThem(Window window) {
        boolean chinese = window == Window.CHINESE_DESKTOP;
        Tasklist wang = Tasklist.of(browser, "wang", window).starting(chinese ? "内部讲师分享" : "Lecturer share");
        Locator date = wang.form().locator("input[placeholder*='yyyy']");

        assertThat(date).hasAttribute("placeholder", chinese ? "yyyy/mm/dd" : "yyyy-mm-dd");
        browser.assertAccessible(wang.page());
        date.fill(chinese ? "2026/12/5" : "2026-12-05");
        date.press("Tab");
        assertThat(date).hasValue(chinese ? "2026/12/5" : "2026-12-05");
    }

    /** The red sentence of the first try stood over everything that came after the second. */
    @Test
    void whatWasWrongIsNotSaidAnyMoreOnceItIsRight() {
        Tasklist wang = Tasklist.of(browser, "wang", Window.CHINESE_DESKTOP).open("提交分享内容");
        wang.fill("分享提纲", "");
        wang.page().locator(".form-actions button.btn-primary").click();
        assertThat(wang.page().locator(".notifications .alert-danger")).containsText("请查看标红的栏目");

        wang.fill("分享提纲", "一、先说结论").complete();

        assertThat(wang.page().locator(".notifications .alert-danger")).hasCount(0);
    }

    /** Whoever has a task for himself cannot give it back, nobody moves a due date, and no process has a priority. */
    @Test
    void nothingIsOfferedThatWouldOnlyBeRefused() {
        Page page = Tasklist.of(browser, "wang", Window.CHINESE_DESKTOP)
                .open("提交分享内容")
                .page();

        assertThat(page.locator(".task-card .due-date")).isVisible();
        assertThat(page.locator(".task-card .unclaim")).isHidden();
        assertThat(page.locator(".tasks-list .priority")).isHidden();
        assertThat(page.locator(".task-filters .item .actions").first()).isHidden();
        assertThat(page.locator(".task-card .nav-tabs").getByText("说明")).isHidden();
        page.locator(".task-card .due-date").dispatchEvent("click");
        page.locator(".task-card .due-date .view-value").dispatchEvent("click");
        assertThat(page.locator(
                        ".task-card .uib-datepicker, .task-card .cam-widget-inline-field.field-control, .datepicker"))
                .hasCount(0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Window.class,
            names = {"ENGLISH_DESKTOP", "CHINESE_PHONE"})
    void theViewOfATaskIsAccessible(Window window) {
        Page page = Tasklist.of(browser, "wang", window)
                .open(window == Window.ENGLISH_DESKTOP ? "Submit content" : "提交分享内容")
                .page();

        assertThat(page.locator(".region-toggle").first()).hasAttribute("aria-label", Pattern.compile(".+"));
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
    }
}
