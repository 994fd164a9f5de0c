package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** HR takes the lecturer results along for the performance review. */
@XinhuoWebTest
class PerformancePageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    private TestCompany company;

    @InBothLanguages
    void theSpanIsChosenLookedAtAndDownloaded(Window window) throws Exception {
        boolean chinese = window.name().startsWith("CHINESE");
        company.employee("han")
                .role("han", "hr")
                .employee("wang")
                .lecturer("wang", "default")
                .confirmedMonth("wang", "2026-03", "excellent")
                .confirmedMonth("wang", "2026-04", "excellent");
        Page page = browser.login("han", window);
        browser.go(page, "/performance");
        page.locator("#from").fill("2026-01");
        page.locator("#to").fill("2026-06");
        page.locator("main form button").click();
        assertThat(page.locator("#performance tbody tr")).hasCount(1);
        assertThat(page.locator("#performance tbody tr")).containsText("13.50");
        assertThat(page.locator("#performance tbody tr")).containsText("15%");
        assertThat(page.locator("#performance tbody tr")).containsText(chinese ? "默认组" : "Default group");
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, "performance-" + window);
        Download file = page.waitForDownload(() -> page.locator("#download").click());
        assertThat(Files.readString(file.path())).contains(chinese ? "工号,姓名" : "Employee number,Name", "13.50");
    }
}
