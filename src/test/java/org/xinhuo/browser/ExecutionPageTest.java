package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.xinhuo.mentoring.process.stage.StageStory.TODAY;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.mentoring.plan.MarkAction;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Who reads how well plans are carried out, on the page, over REST and as a file. */
@XinhuoWebTest
class ExecutionPageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    /** Of two actions one is done; both are due by the day on which the page is read. */
    @BeforeEach
    void onePairHasDoneOneOfTwoActions() {
        StageStory story = new StageStory(context).pair();
        TestCompany company = story.bean(TestCompany.class);
        company.employee("boss")
                .employee("lee", "Other", "Consultant", "boss")
                .write("update employee set manager_id = 'boss' where id = 'mei'");
        story.confirmedPlan(TODAY.plusMonths(4));
        story.bean(MarkAction.class)
                .mark(
                        StageStory.KEY,
                        story.count("select id from plan_action where title = 'Give a talk'"),
                        "mei",
                        true);
        story.itIs(TODAY.plusDays(30));
    }

    @InBothLanguages
    void ratesReadWellInBothLanguagesOnADesktopAndAPhone(Window window) {
        Page page = browser.login("han", window);
        browser.go(page, "/execution");
        assertThat(page.locator("#company"))
                .containsText(
                        window.name().startsWith("CHINESE")
                                ? "全公司：50%（到期 2 项，按时完成 1 项，共 1 对师徒）。"
                                : "Whole company: 50% (1 of 2 actions on time, 1 pair).");
        assertThat(page.locator("#rates tbody tr")).hasCount(1);
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, "execution-" + window);
    }

    @Test
    void aManagerReadsTheOwnDepartmentAndAnEmployeeNone() {
        assertThat(Caller.basic(port, "boss")
                        .get("/api/execution-rates?by=department")
                        .json())
                .hasSize(1);
        assertThat(Caller.basic(port, "boss")
                        .get("/api/execution-rates?by=company")
                        .status())
                .isEqualTo(403);
        assertThat(Caller.basic(port, "otto")
                        .get("/api/execution-rates?by=department")
                        .status())
                .isEqualTo(403);
        assertThat(Caller.basic(port, "otto").get("/api/execution-rates.csv").status())
                .isEqualTo(403);
    }

    @Test
    void theSameFiguresComeOverRestAndAsAFile() {
        Caller han = Caller.basic(port, "han");
        assertThat(han.get("/api/execution-rates?by=company")
                        .json()
                        .get(0)
                        .path("rate")
                        .asDouble())
                .isEqualTo(0.5);
        assertThat(han.get("/api/execution-rates.csv").body())
                .startsWith("\uFEFFdepartment,from,to,pairs,due,onTime,rate,level,mentorship,mentee,mentor")
                .contains(
                        ",,2026-04-01,1,2,1,0.500000,department,,,",
                        "\n,,2026-04-01,1,2,1,0.500000,company,,,",
                        "\n,,2026-04-01,1,2,1,0.500000,pair," + StageStory.KEY + ",mei,wang");
        // Who reads one department gets neither the company nor single pairs.
        assertThat(Caller.basic(port, "boss").get("/api/execution-rates.csv").body())
                .contains(",department,,,")
                .doesNotContain(",company,", ",pair,");
        assertThat(han.get("/api/execution-rates?by=team").status()).isEqualTo(400);
        assertThat(han.get("/api/execution-rates?from=2026-05-01&to=2026-04-01").status())
                .isEqualTo(400);
        assertThat(han.get("/api/execution-rates?from=soon").status()).isEqualTo(400);
    }
}
