package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** What a lecturer reads of titles, warnings and the promotion gate. */
@XinhuoWebTest
class TitlesPagesTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    private TestCompany company;

    @BeforeEach
    void aTitleTakenBackAndAWarning() {
        company.employee("wang").lecturer("wang", "default");
        company.write("insert into title_entry (lecturer_id, title, kind, period, decision_key, decision_version,"
                + " excellent_in_a_row, failed_in_a_row, months_since_excellent, decided_at)"
                + " values ('wang', 'senior-lecturer', 'won', '2026-03', 'lecturer-title', 1, 3, 0, 0, now())");
        company.write("insert into title_entry (lecturer_id, title, kind, period, decision_key, decision_version,"
                + " excellent_in_a_row, failed_in_a_row, months_since_excellent, correction_id, reason, decided_at)"
                + " values ('wang', 'senior-lecturer', 'withdrawn', '2026-03', 'lecturer-title', 1, 1, 0, 0, 'c1',"
                + " '两场分享没有讲满三十分钟，按实际时长更正', now())");
        company.write("insert into improvement_notice (id, lecturer_id, period, created_at, opened_at)"
                + " values ('n1', 'wang', '2026-06', now(), now())");
    }

    @InBothLanguages
    void titlesAndTheGateReadWellInBothLanguagesOnADesktopAndAPhone(Window window) {
        boolean chinese = window.name().startsWith("CHINESE");
        Page page = browser.login("wang", window);
        browser.go(page, "/titles");
        assertThat(page.locator("#held li")).hasCount(2);
        assertThat(page.locator("#held")).containsText(chinese ? "更正原因：两场分享" : "Correction: 两场分享");
        assertThat(page.locator("#next"))
                .hasText(
                        chinese
                                ? "再连续优秀 3 个月即可获得“高级讲师”（目前已连续优秀 0 个月）。"
                                : "Senior lecturer: 3 more excellent months in a row would win it; none is behind you so far.");
        assertThat(page.locator("#improvement li"))
                .containsText(chinese ? "2026年5月至2026年6月连续不合格" : "Failed from May 2026 to June 2026");
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.assertNoScriptErrors();
        browser.screenshot(page, "titles-" + window);
        browser.go(page, "/promotion");
        assertThat(page.locator("main")).containsText(chinese ? "需要 6 个已确认的讲师月" : "6 confirmed lecturer months");
        assertThat(page.locator("main form button")).hasCount(0);
        browser.assertNoSideScroll(page);
        browser.assertAccessible(page);
        browser.screenshot(page, "promotion-" + window);
    }
}
