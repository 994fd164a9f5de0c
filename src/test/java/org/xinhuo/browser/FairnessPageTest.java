package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
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

    @Autowired
    private ProcessEngine engine;

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

    @InBothLanguages
    void aLecturerReadsTheAdjustedMeanWithItsIntervalBesideTheRawOne(Window window) {
        String lecturer = FairCompany.RING.get(0);
        boolean chinese = window.name().startsWith("CHINESE");
        Page page = browser.login(lecturer, window);
        browser.go(page, "/months/2026-06");
        assertThat(page.locator("#means dd")).hasCount(2);
        assertThat(page.locator("#means-about"))
                .containsText(chinese ? "校正均分在月度评审时计算" : "computed when the month is reviewed");
        company.confirm(review, true);
        JsonNode month = month(lecturer);
        browser.go(page, "/months/2026-06");
        assertThat(page.locator("#means dd")).hasText(new String[] {
            shown(month.path("averageRating")),
            shown(month.path("fair").path("mean")),
            shown(month.path("fair").path("low")) + "–"
                    + shown(month.path("fair").path("high"))
        });
        assertThat(page.locator("#means")).containsText(chinese ? "把握 90%" : "90% sure");
        assertThat(page.locator("#means-about"))
                .containsText(chinese ? "奖励排名按约定公式计算" : "follows the contract's formula");
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.screenshot(page, "month-means-" + window);
    }

    @Test
    void theBoardSaysWhichRankItFollowsAndShowsBothMeans() {
        company.confirm(review, true);
        Page page = browser.login(FairCompany.RING.get(0), Window.ENGLISH_DESKTOP);
        browser.go(page, "/boards/2026-06");
        assertThat(page.locator("#follows")).containsText("follows the contract's formula");
        assertThat(page.locator("#board thead th")).containsText(new String[] {"Mean rating", "Adjusted mean"});
        assertThat(page.locator("#board tbody tr")).hasCount(12);
        // Ranked by contract, the column beside is not in order: that is what the sentence is for.
        assertThat(adjusted(page)).doesNotContain("–").isNotEqualTo(descending(adjusted(page)));
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.screenshot(page, "board-means");
        JsonNode first = Caller.basic(port, FairCompany.RING.get(0))
                .get("/api/boards/2026-06")
                .json()
                .get(0);
        assertThat(first.path("follows").asText()).isEqualTo("contract");
        assertThat(shown(first.path("fair").path("mean")))
                .isEqualTo(adjusted(page).get(0));
    }

    @Test
    void onceTheOwnerTurnsTheAdjustedRankOnTheBoardSaysSoAndBeforeItIsProvisional() throws Exception {
        String deployed = adjustedRank();
        try {
            Page page = browser.login(FairCompany.RING.get(0), Window.ENGLISH_DESKTOP);
            browser.go(page, "/boards/2026-06");
            assertThat(page.locator("#follows")).containsText("provisional");
            company.confirm(review, false);
            company.confirm(review, true);
            browser.go(page, "/boards/2026-06");
            assertThat(page.locator("#follows")).containsText("follows the adjusted mean");
            assertThat(adjusted(page)).isEqualTo(descending(adjusted(page)));
            browser.go(page, "/months/2026-06");
            assertThat(page.locator("#means-about")).containsText("follows the adjusted mean");
        } finally {
            engine.getRepositoryService().deleteDeployment(deployed, true);
        }
    }

    private String adjustedRank() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/dmn/fair-score-rules.dmn")) {
            String table = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            int rule = table.indexOf("<rule");
            return engine.getRepositoryService()
                    .createDeployment()
                    .addString(
                            "fair-score-rules.dmn",
                            table.substring(0, rule) + table.substring(rule).replace("\"contract\"", "\"adjusted\""))
                    .deploy()
                    .getId();
        }
    }

    private static List<String> adjusted(Page page) {
        return page.locator("#board tbody td:nth-child(6)").allTextContents();
    }

    /** Of two decimals below 10, as all of these are. */
    private static List<String> descending(List<String> means) {
        return means.stream().sorted(Comparator.reverseOrder()).toList();
    }

    private static String shown(JsonNode mean) {
        return mean.decimalValue().setScale(2, RoundingMode.HALF_UP).toPlainString();
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
