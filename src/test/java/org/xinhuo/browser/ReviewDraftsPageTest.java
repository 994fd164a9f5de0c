package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** HR sees every draft of the month, and what it would cost, before confirming it. */
@XinhuoWebTest
class ReviewDraftsPageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    private TestCompany company;

    @Autowired
    private EngineDriver driver;

    @InBothLanguages
    void everyDraftIsThereWithWhatWouldBeGranted(Window window) throws Exception {
        boolean chinese = window.name().startsWith("CHINESE");
        company.employee("han")
                .role("han", "hr")
                .employee("shen")
                .role("shen", "auditor")
                .employee("wang")
                .lecturer("wang", "default")
                .employee("idle")
                .lecturer("idle", "default")
                .heldShare("w1", "wang", Instant.parse("2026-06-10T06:00:00Z"), 45, 2)
                .heldShare("w2", "wang", Instant.parse("2026-06-20T06:00:00Z"), 45, 1)
                .rated("w1", 10, 10, 10, 10, 10);
        ProcessInstance review = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
        driver.runAll(review);

        Page page = browser.login("han", window);
        browser.go(page, "/reviews/2026-06");
        assertThat(page.locator("#drafts tbody tr")).hasCount(2);
        // First by ratings (1000), excellent (1000), most reused (a certificate); and the sum.
        assertThat(page.locator("#grants li")).hasCount(4);
        assertThat(page.locator("#grants")).containsText("1,000.00 CNY");
        assertThat(page.locator("#grant-sums")).containsText("2,000.00 CNY");
        assertThat(page.locator("h1")).containsText(chinese ? "2026年6月" : "June 2026");
        String task = driver.task(review).getId();
        assertThat(page.locator("#confirm a")).hasAttribute("href", "/camunda/app/tasklist/default/#/?task=" + task);
        browser.assertNoSideScroll(page);
        browser.assertWholeOnAPhone(page, "#drafts");
        browser.assertWholeOnAPhone(page, "#confirm");
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, "review-drafts-" + window);
        Download file = page.waitForDownload(() -> page.locator("#download").click());
        assertThat(Files.readString(file.path()))
                .contains(chinese ? "工号,姓名" : "Employee,Name", "wang", "100.00", "idle", "0.00");
        page.locator("a[href*='grade=fail']").click();
        assertThat(page.locator("#drafts tbody tr")).hasCount(1);
        assertThat(page.locator("#drafts")).containsText("0.00");

        Caller.Answer refused = Caller.browser(port, "wang")
                .with("Accept-Language", chinese ? "zh-CN" : "en")
                .get("/reviews/2026-06");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains(chinese ? "查看待确认的结果" : "see the results to confirm");
        assertThat(Caller.browser(port, "wang").get("/reviews/2026-06.csv").status())
                .isEqualTo(403);
        // An auditor reads it, and confirms nothing.
        assertThat(Caller.browser(port, "shen").get("/reviews/2026-06").body()).doesNotContain("id=\"confirm\"");
        driver.complete(review, "han", Map.of("confirmed", true));
        driver.runAll(review);
        browser.go(page, "/reviews/2026-06");
        assertThat(page.locator("#drafts")).hasCount(0);
        assertThat(page.locator("#confirm")).hasCount(0);
        // Confirmed or never begun, the page leads on.
        assertThat(page.locator("#confirmed a")).hasCount(3);
        browser.screenshot(page, "review-confirmed-" + window);
        page.locator("#confirmed a[href='/rewards?period=2026-06']").click();
        assertThat(page.locator("#ledger")).isVisible();
        browser.go(page, "/reviews/2026-05");
        assertThat(page.locator("main a[href='/rewards?period=2026-05']")).isVisible();
        assertThat(page.locator("#confirmed")).hasCount(0);
    }
}
