package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
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
}
