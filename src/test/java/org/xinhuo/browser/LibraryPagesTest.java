package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.library.LibraryCompany;
import org.xinhuo.library.SampleFiles;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** The library as a pair and others use it. */
@XinhuoWebTest
class LibraryPagesTest {

    private static final String NAME = "客户访谈 话术（第2版）.pdf";
    private static final byte[] PDF = SampleFiles.pdf("first ask, then answer");

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    TestCompany company;

    @BeforeEach
    void aPair() {
        new LibraryCompany(company);
    }

    @Test
    void aMentorSharesAFileAndTheMenteeTakesItHomeUnderItsName() throws IOException {
        Page wang = browser.login("wang");
        browser.go(wang, "/mentorships/m-1/materials");
        wang.locator("#file").setInputFiles(new FilePayload(NAME, "application/pdf", PDF));
        wang.locator("#title").fill("访谈话术");
        wang.locator("#add button").click();
        assertThat(wang.locator(".message-good")).isVisible();
        assertThat(wang.locator("#materials li")).hasCount(1);

        Page mei = browser.login("mei");
        mei.locator("#notices a").first().click();
        assertThat(mei.locator("h1")).containsText("访谈话术");
        Download download = mei.waitForDownload(() -> mei.locator("#versions a").click());
        assertThat(download.suggestedFilename()).isEqualTo(NAME);
        assertThat(Files.readAllBytes(download.path())).isEqualTo(PDF);

        wang.locator("#materials li a").first().click();
        assertThat(wang.locator("#views li")).hasCount(2);
        assertThat(wang.locator("#views")).containsText("员工mei");
        assertThat(wang.locator("#views")).containsText("下载了第1版");
        browser.assertNoScriptErrors();
    }

    @Test
    void aFileThatMayNotComeInIsRefusedWithoutLeavingThePage() {
        Page mei = browser.login("mei");
        browser.go(mei, "/library");
        mei.locator("#title").fill("访谈话术");
        mei.locator("#file").setInputFiles(new FilePayload("话术.pdf", "application/pdf", SampleFiles.exe()));
        mei.locator("#add button").click();

        assertThat(mei.locator(".message-bad")).containsText("“话术.pdf”的内容与扩展名不符");
        assertThat(mei.locator("#title")).hasValue("访谈话术");
        browser.assertNoScriptErrors();
    }

    @Test
    void aFileThatIsTooLargeIsRefusedWithItsLimit() throws IOException {
        Page mei = browser.login("mei");
        browser.go(mei, "/library");
        java.nio.file.Path large = Files.createTempFile("large", ".txt");
        try (java.io.RandomAccessFile file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(70L << 20);
        }
        mei.locator("#file").setInputFiles(large);
        mei.locator("#add button").click();

        assertThat(mei.locator(".message-bad")).containsText("最多64 MB");
        Files.delete(large);
    }

    @Test
    void withoutScriptsTheSameFormWorks() {
        Page mei = browser.login("mei");
        mei.route("**/htmx.min.js", route -> route.abort());
        browser.go(mei, "/library");
        mei.locator("#file").setInputFiles(new FilePayload(NAME, "application/pdf", PDF));
        mei.locator("#to").selectOption("private");
        mei.locator("#add button").click();

        mei.waitForURL("**/library?shelf=mine");
        assertThat(mei.locator("#shelf li")).containsText(NAME);
    }

    @Test
    void theOwnerForwardsBringsAVersionAndWithdraws() {
        Page wang = browser.login("wang");
        browser.go(wang, "/library");
        wang.locator("#file").setInputFiles(new FilePayload(NAME, "application/pdf", PDF));
        wang.locator("#to").selectOption("private");
        wang.locator("#add button").click();
        assertThat(wang.locator(".message-good")).isVisible();
        wang.locator("#shelf li a").first().click();

        wang.locator("#employeeIds").fill("员工lin mei");
        wang.locator("form[action$=forwards] button").click();
        assertThat(wang.locator(".message-good")).isVisible();
        wang.locator("#file").setInputFiles(new FilePayload("话术3.pdf", "application/pdf", PDF));
        wang.locator("form[action$=versions] button").click();
        assertThat(wang.locator("#versions li")).hasCount(2);

        Page lin = browser.login("lin");
        browser.go(lin, "/library");
        assertThat(lin.locator("#shelf li")).containsText("话术3.pdf");

        wang.locator("details > summary").last().click();
        wang.locator("form[action$=withdrawal] button").click();
        assertThat(wang.locator("h1 .tag")).containsText("已撤回");
        browser.go(lin, "/library");
        assertThat(lin.locator("#shelf li")).hasCount(0);
        browser.assertNoScriptErrors();
    }

    @InBothLanguages
    void thePagesReadWellInBothLanguagesOnADesktopAndAPhone(Window window) {
        Page wang = browser.login("wang", window);
        browser.go(wang, "/mentorships/m-1/materials");
        wang.locator("#file")
                .setInputFiles(new FilePayload(
                        "a-file-with-a-very-long-name-that-nobody-would-ever-break-into-words-".repeat(2) + ".pdf",
                        "application/pdf",
                        PDF));
        wang.locator("#add button").click();
        assertThat(wang.locator("#materials li")).hasCount(1);
        check(wang, "materials-" + window);
        wang.locator("#materials li a").first().click();
        assertThat(wang.locator("#versions li")).hasCount(1);
        check(wang, "resource-" + window);
        browser.go(wang, "/library?shelf=mine");
        assertThat(wang.locator("#shelf li")).hasCount(1);
        check(wang, "library-" + window);
        browser.assertNoScriptErrors();
    }

    private void check(Page page, String picture) {
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.screenshot(page, picture);
    }
}
