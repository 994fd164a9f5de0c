package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.incentive.certificate.IssueCertificates;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** The honour file, and the page where a stranger checks a certificate. */
@XinhuoWebTest
class CertificatePagesTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    private TestCompany company;

    @Autowired
    private IssueCertificates issueCertificates;

    @BeforeEach
    void aValidCertificateAndAWithdrawnOne() {
        company.employee("han").role("han", "hr").employee("wang").lecturer("wang", "default");
        entry("won", "2026-03", null);
        issueCertificates.issue();
        entry("withdrawn", "2026-03", "两场分享没有讲满三十分钟");
        entry("won", "2026-05", null);
        issueCertificates.issue();
    }

    @InBothLanguages
    void theHonourFileAndTheCheckReadWellInBothLanguagesOnADesktopAndAPhone(Window window) throws Exception {
        boolean chinese = window.name().startsWith("CHINESE");
        Page page = browser.login("wang", window);
        browser.go(page, "/honours");
        assertThat(page.locator("#honours li")).hasCount(2);
        assertThat(page.locator("#honours li").nth(0)).containsText(chinese ? "有效" : "valid");
        assertThat(page.locator("#honours li").nth(1)).containsText(chinese ? "已撤销" : "withdrawn");
        assertThat(page.locator("#everybody")).hasCount(0);
        good(page, "honours-" + window);

        Download file = page.waitForDownload(
                () -> page.locator("#honours li").nth(0).locator("a.btn").click());
        assertThat(file.suggestedFilename())
                .isEqualTo(chinese ? "荣誉证书 高级讲师 2026-05.pdf" : "Certificate Senior Lecturer 2026-05.pdf");
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file.path()))) {
            assertThat(new PDFTextStripper().getText(document)).contains("员工wang", "高级讲师", "Senior Lecturer");
        }

        page.locator("#honours li").nth(0).locator(".line-side a").last().click();
        assertThat(page.locator(".certified")).containsText(chinese ? "证书真实有效" : "genuine and valid");
        good(page, "certificate-valid-" + window);

        browser.go(page, "/honours");
        page.locator("#honours li").nth(1).locator(".line-side a").last().click();
        assertThat(page.locator(".certified")).containsText(chinese ? "现已失效" : "no longer valid");
        good(page, "certificate-withdrawn-" + window);

        page.locator("#number").fill("0000 0000 0000 0000");
        page.locator("main form button").click();
        assertThat(page.locator("[role=alert]")).containsText(chinese ? "没有这个编号" : "no certificate with this number");
        good(page, "certificate-unknown-" + window);

        Page hr = browser.login("han", window);
        browser.go(hr, "/honours?q=WANG");
        assertThat(hr.locator("#everybody li")).hasCount(2);
        good(hr, "honours-hr-" + window);
        hr.locator("#everybody li a").first().click();
        assertThat(hr.locator("h1")).containsText("员工wang");
    }

    private void good(Page page, String name) {
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, name);
    }

    private void entry(String kind, String period, String reason) {
        company.write("insert into title_entry (lecturer_id, title, kind, period, decision_key, decision_version,"
                + " correction_id, reason, decided_at) values ('wang', 'senior-lecturer', '" + kind + "', '" + period
                + "', 'lecturer-title', 1, " + (reason == null ? "null, null" : "'c1', '" + reason + "'") + ", now())");
    }
}
