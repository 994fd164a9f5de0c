package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** The pages of one mentorship as the pair and others see them. */
@XinhuoWebTest
class MentorshipPagesTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    TestCompany company;

    @Autowired
    RuntimeService runtime;

    @BeforeEach
    void meiLooksForAMentor() {
        company.employee("mei")
                .jobAsksFor("Consultant", "客户访谈", "4", "2")
                .employee("wang")
                .mentor("wang", 2, "logical")
                .employee("lin");
        runtime.startProcessInstanceByKey("mentoring", "m-1", Map.of("menteeId", "mei"));
    }

    @ParameterizedTest
    @EnumSource(Window.class)
    void theOverviewReadsWellInBothLanguagesOnADesktopAndAPhone(Window window) {
        Page page = browser.login("mei", window);
        page.locator("#mentorships h3 a").click();

        assertThat(page.locator("h1")).containsText("员工mei");
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, "mentorship-overview-" + window);
    }

    @Test
    void aStrangerIsToldThatItIsNotForHim() {
        Page page = browser.login("lin");
        browser.go(page, "/mentorships/m-1");

        assertThat(page.locator("main")).containsText("这段辅导只有双方、培训管理员和审计可以查看。");
    }
}
