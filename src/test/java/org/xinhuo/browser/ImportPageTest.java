package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** HR brings files in by hand. */
@XinhuoWebTest
class ImportPageTest {

    private static final String GOOD = "岗位,能力,要求等级,权重\n客户经理,谈判,4,1\n客户经理,倾听,3,2\n";

    private static final String BAD = "岗位,能力,要求等级,权重\n客户经理,谈判,9,1\n客户经理,倾听,三,2\n客户经理,复盘,3,1\n";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    TestCompany company;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void hr() {
        company.employee("han").role("han", "hr").employee("mei");
    }

    @Test
    void aFileIsCheckedThenStoredWithoutChoosingItAgain() {
        Page page = opened(Window.CHINESE_DESKTOP, GOOD);

        page.locator("button[value=check]").click();
        assertThat(page.locator("#report .message-good")).containsText("共 2 行，全部正确。尚未写入。");
        assertThat(stored()).isZero();

        page.locator("button[value=store]").click();
        assertThat(page.locator("#report .message-good")).containsText("已写入 2 行。");
        assertThat(stored()).isEqualTo(2);
        browser.assertNoScriptErrors();
    }

    @InBothLanguages
    void everyBadCellIsShownWhereItStands(Window window) {
        Page page = opened(window, BAD);

        page.locator("button[value=store]").click();

        assertThat(page.locator("#report .faults > li")).hasCount(2);
        assertThat(page.locator("#report .faults > li").first()).containsText("9");
        assertThat(page.locator("#report .message-bad"))
                .containsText(window.name().startsWith("CHINESE") ? "共 3 行，其中 2 行有误。" : "Of 3 rows 2 are bad.");
        assertThat(stored()).isZero();
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.screenshot(page, "imports-" + window);
    }

    @Test
    void anEmptyFileToBeginWithIsTakenBackAsItIs() throws IOException {
        Page page = browser.login("han");
        browser.follow(page, "/imports");

        Download download = page.waitForDownload(
                () -> page.locator("a[href='/imports/competency-models.csv']").click());
        String file = Files.readString(download.path());
        assertThat(file).startsWith("\uFEFF岗位,能力,要求等级,权重");

        send(page, file);
        page.locator("button[value=check]").click();
        assertThat(page.locator("#report .message-good")).containsText("表头正确，但文件没有数据行。");
    }

    @Test
    void withoutScriptsTheSameFormWorks() {
        Page page = browser.login("han");
        page.route("**/htmx.min.js", route -> route.abort());
        browser.go(page, "/imports");
        send(page, GOOD);

        page.locator("button[value=check]").click();

        assertThat(page.locator("#report .message-good")).containsText("共 2 行，全部正确。");
    }

    @Test
    void aColleagueIsToldThatOnlyHrImports() {
        Page page = browser.login("mei");
        assertThat(page.locator(".top-nav a[href='/imports']")).hasCount(0);

        browser.go(page, "/imports");

        assertThat(page.locator("main")).containsText("只有");
        assertThat(page.locator("form[action='/imports']")).hasCount(0);
    }

    private static Page opened(Window window, String csv) {
        Page page = browser.login("han", window);
        browser.follow(page, "/imports");
        send(page, csv);
        return page;
    }

    private static void send(Page page, String csv) {
        page.locator("#kind").selectOption("competency-models");
        page.locator("#file")
                .setInputFiles(new FilePayload("岗位能力模型.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    private long stored() {
        return jdbc.sql("select count(*) from job_competency").query(Long.class).single();
    }
}
