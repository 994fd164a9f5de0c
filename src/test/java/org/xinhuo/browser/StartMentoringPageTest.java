package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** HR and managers start mentoring for somebody else, whom they find by name. */
@XinhuoWebTest
class StartMentoringPageTest {

    private static final String PAGE = "/start-mentoring";

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    TaskService tasks;

    @BeforeEach
    void people() {
        company.jobAsksFor("Consultant", "Speaking", "4", "1")
                .employee("zhao")
                .employee("mei", "Sales", "Consultant", "zhao")
                .employee("mel", "Sales", "Consultant", "zhao")
                .employee("lin")
                .employee("wang")
                .mentor("wang", 2, "logical")
                .employee("han")
                .role("han", "hr");
    }

    @InBothLanguages
    void hrFindsSomebodyByPartOfTheNameAndStarts(Window window) {
        Page page = browser.login("han", window);
        browser.follow(page, PAGE);
        assertThat(page.locator("#found")).hasCount(0);
        page.locator("#q").fill("员工me");
        page.locator("form[role=search] button").click();
        assertThat(page.locator("#found li")).hasCount(2);
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.screenshot(page, "start-mentoring-" + window);
        page.locator("#found li button").first().click();
        assertThat(page.locator(".message-good")).containsText("员工mei");
        assertThat(chooses("mei")).isTrue();

        page.locator("#q").fill("mei");
        page.locator("form[role=search] button").click();
        assertThat(page.locator("#found li")).hasCount(1);
        assertThat(page.locator("#found li .tag")).isVisible();
        assertThat(page.locator("#found li button")).hasCount(0);
        page.locator("#q").fill("%");
        page.locator("form[role=search] button").click();
        assertThat(page.locator("#found li")).hasCount(0);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
    }

    @Test
    void aManagerSeesAndStartsForTheOwnPeopleAlone() {
        Page page = browser.login("zhao");
        browser.follow(page, PAGE);
        assertThat(page.locator("#found li")).hasCount(2);
        page.locator("#q").fill("lin");
        page.locator("form[role=search] button").click();
        assertThat(page.locator("#found li")).hasCount(0);
        browser.go(page, PAGE);
        page.locator("#found li button").last().click();
        assertThat(page.locator(".message-good")).containsText("员工mel");
        assertThat(chooses("mel")).isTrue();
    }

    @Test
    void nobodyElseStartsForOthers() {
        assertThat(Caller.browser(port, "lin").get(PAGE).status()).isEqualTo(403);
        for (String person : new String[] {"lin", "zhao", "wang"}) {
            Caller caller = Caller.browser(port, person);
            caller.formFrom("/", PAGE, Map.of("menteeId", "han"));
            assertThat(chooses("han")).as(person).isFalse();
        }
        Caller han = Caller.browser(port, "han");
        for (String nobody : new String[] {"", "nobody", "a\0b"}) {
            assertThat(han.formFrom("/", PAGE, Map.of("menteeId", nobody)).status())
                    .isLessThan(500);
        }
    }

    private boolean chooses(String mentee) {
        return tasks.createTaskQuery()
                        .taskDefinitionKey("chooseMentor")
                        .taskAssignee(mentee)
                        .count()
                == 1;
    }
}
