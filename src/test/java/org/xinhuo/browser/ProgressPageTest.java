package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.testing.XinhuoWebTest;

@XinhuoWebTest
class ProgressPageTest {

    private static final String SHEET = "/mentorships/" + StageStory.KEY + "/progress";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void aPair() {
        new StageStory(context).pair();
    }

    @Test
    void theMenteeKeepsTheSheetTheMentorSuggestsAndTheMenteeAnswers() {
        Page mei = browser.login("mei", Window.CHINESE_PHONE);
        browser.go(mei, SHEET);
        mei.locator("#new-title").fill("整理客户名单");
        mei.locator("#new-due").fill("2026-03-06");
        mei.locator("#new-note").fill("三十家老客户");
        mei.locator("form:has(#new-title) button").click();
        Locator item = mei.locator(".progress-items > li");
        assertThat(item).hasCount(1);
        assertThat(item).containsText("整理客户名单");

        Page wang = browser.login("wang", Window.ENGLISH_PHONE);
        browser.go(wang, SHEET);
        assertThat(wang.locator("form:has(input[name=version])")).hasCount(0);

        ClockUtil.setCurrentTime(Date.from(StageStory.NOON.plus(Duration.ofHours(5))));
        item.locator("button[value=stuck]").click();
        assertThat(item.locator(".progress-title")).containsText("遇到困难");
        assertThat(mei.locator("[role=status]")).containsText("已保存");

        browser.go(wang, SHEET);
        assertThat(wang.locator(".message").first()).containsText("1 item moved");
        Locator theirs = wang.locator(".progress-items > li");
        theirs.locator("textarea").fill("Begin with three you know well.");
        theirs.locator(".suggest button").click();
        assertThat(theirs.locator(".suggestions")).containsText("Not answered yet");
        browser.assertNoSideScroll(wang);
        browser.assertAccessible(wang);
        browser.screenshot(wang, "progress-mentor");

        browser.go(mei, "/");
        assertThat(mei.locator(".notices")).containsText("改进建议");
        browser.go(mei, SHEET);
        item.locator(".suggestions input[name=reply]").fill("不知道怎么开口");
        item.locator(".suggestions button[value=need-help]").click();
        assertThat(item.locator(".suggestions .tag")).hasText("需要帮助");
        browser.assertNoSideScroll(mei);
        browser.assertAccessible(mei);
        browser.screenshot(mei, "progress-mentee");
        browser.assertNoScriptErrors();

        browser.go(wang, "/");
        assertThat(wang.locator(".notices")).containsText("needs help");
    }

    @Test
    void aChangeThatCameTooLateIsRefusedInWords() {
        Page mei = browser.login("mei");
        browser.go(mei, SHEET);
        mei.locator("#new-title").fill("Call clients");
        mei.locator("form:has(#new-title) button").click();
        assertThat(mei.locator(".progress-items > li")).hasCount(1);
        Page other = browser.login("mei");
        browser.go(other, SHEET);
        other.locator("button[value=doing]").click();
        assertThat(other.locator(".progress-title")).containsText("进行中");
        mei.locator("button[value=done]").click();
        assertThat(mei.locator("[role=alert]")).containsText("刚刚");
        assertThat(mei.locator(".progress-title")).containsText("进行中");
    }
}
