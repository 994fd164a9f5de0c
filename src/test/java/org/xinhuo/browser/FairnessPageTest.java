package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.incentive.fairness.FairCompany;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** HR reads raw and adjusted means side by side and answers a ring; a lecturer reads the own adjusted mean only. */
@XinhuoWebTest
class FairnessPageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private FairCompany company;
    private ProcessInstance review;

    @BeforeEach
    void aRingInJune() {
        company = new FairCompany(context).withARing();
        review = company.reviewed("2026-06");
    }

    @InBothLanguages
    void thePageReadsWellInBothLanguagesOnADesktopAndAPhone(Window window) {
        Page page = browser.login("han", window);
        browser.go(page, "/fairness/2026-06");
        assertThat(page.locator("#lecturers tbody tr")).hasCount(12);
        assertThat(page.locator("#severities tbody tr")).hasCount(7);
        assertThat(page.locator("#finding-1"))
                .containsText(
                        window.name().startsWith("CHINESE") ? "员工0、员工1、员工2相互打了" : "员工0, 员工1, 员工2 gave each other");
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, "fairness-" + window);
    }

    @Test
    void hrAnswersAFindingOnThePage() {
        Page page = browser.login("han", Window.ENGLISH_DESKTOP);
        browser.go(page, "/fairness/2026-06");
        page.getByLabel("Nothing to it: money need not wait").check();
        page.getByLabel("Reason").fill("One team teaches one course");
        page.getByText("Record the answer").click();
        assertThat(page.locator("[role=status]")).containsText("The answer is recorded.");
        assertThat(page.locator("#finding-1")).containsText("nothing to it");
        assertThat(page.locator("#finding-1")).containsText("One team teaches one course");
        assertThat(page.locator("#finding-1 form")).hasCount(0);
    }

    @Test
    void onlyHrReadsThePageAndALecturerTheOwnFigureOnceItIsConfirmed() {
        String lecturer = FairCompany.RING.get(0);
        assertThat(Caller.browser(port, lecturer).get("/fairness/2026-06").status())
                .isEqualTo(403);
        assertThat(Caller.browser(port, "han").get("/fairness/2026-6").status()).isEqualTo(400);
        assertThat(month(lecturer).path("fair").isNull()).isTrue();
        company.confirm(review, true);
        JsonNode fair = month(lecturer).path("fair");
        assertThat(fair.properties().stream().map(java.util.Map.Entry::getKey))
                .containsExactly("mean", "low", "high", "level", "raters", "method");
        assertThat(fair.path("mean").asDouble())
                .isBetween(fair.path("low").asDouble(), fair.path("high").asDouble());
        assertThat(fair.path("level").asDouble()).isEqualTo(0.9);
        assertThat(fair.path("method").asText()).isEqualTo("crossed-effects");
        assertThat(month(lecturer).path("averageRating").isNumber()).isTrue();
        // Neither raters nor suspicions are for the lecturer.
        assertThat(month(lecturer).toString()).doesNotContain(FairCompany.RING.get(1), FairCompany.RING.get(2));
    }

    @Test
    void aMemberOfHrDoesNotReadTheMarksOfTheOwnGroup() {
        String member = FairCompany.RING.get(1);
        context.getBean(TestCompany.class).role(member, "hr");
        assertThat(Caller.browser(port, member).get("/fairness/2026-06").body())
                .contains("id=\"own-group\"")
                .doesNotContain("id=\"finding-1\"", "gave each other", "相互打了");
        assertThat(Caller.browser(port, "han").get("/fairness/2026-06").body())
                .contains("id=\"finding-1\"")
                .doesNotContain("id=\"own-group\"");
    }

    @Test
    void aMonthThatNobodyReviewedSaysSo() {
        Page page = browser.login("han", Window.ENGLISH_DESKTOP);
        browser.go(page, "/fairness/2026-03");
        assertThat(page.locator(".empty")).containsText("it is computed when the month is reviewed");
    }

    private JsonNode month(String lecturer) {
        return Caller.basic(port, lecturer)
                .get("/api/lecturers/" + lecturer + "/months/2026-06")
                .json();
    }
}
