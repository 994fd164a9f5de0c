package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.incentive.rating.OpenRating;
import org.xinhuo.incentive.rating.RatingLinks;
import org.xinhuo.incentive.sharing.PlanShare;
import org.xinhuo.incentive.sharing.RecordAttendance;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Learners rate on their phones, and the lecturer's page follows by itself. */
@XinhuoWebTest
class RatingPagesTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    TestCompany company;

    @Autowired
    PlanShare planShare;

    @Autowired
    RecordAttendance attendance;

    @Autowired
    OpenRating openRating;

    @Autowired
    RatingLinks links;

    @Test
    void ratingsByPhoneAppearOnTheLecturersPage() {
        List<String> learners = List.of("mei", "lin", "zhao");
        company.employee("wang").lecturer("wang", "default");
        learners.forEach(company::employee);
        planShare.plan(new PlanShare.Plan("s", "wang", "客户访谈", Instant.now().plusSeconds(60), 30, null, null), null);
        Page wang = browser.login("wang", Browser.Window.CHINESE_PHONE);
        browser.go(wang, "/check-in");
        looksRight(wang);
        browser.go(wang, "/shares/s/check-in");
        looksRight(wang);
        attendance.record("s", learners, "wang");
        openRating.open("s");
        browser.go(wang, "/shares/s/live");
        assertThat(wang.locator("#live")).containsText("已有0人评分");

        for (String learner : learners) {
            String link = "/r/" + links.token("s", learner).orElseThrow();
            Page phone = browser.open(link + "?lang=zh-CN&score=9", Browser.Window.CHINESE_PHONE);
            looksRight(phone);
            phone.locator(".one-click button").click();
            assertThat(phone.locator("[role=status]")).containsText("9分已记录");
            looksRight(phone);
        }

        assertThat(wang.locator(".live-mean")).containsText("9.0分");
        looksRight(wang);
        Page english = browser.open("/r/nothing", Browser.Window.ENGLISH_PHONE);
        assertThat(english.locator("h1")).containsText("does not work");
        looksRight(english);
        browser.assertNoScriptErrors();
    }

    private static void looksRight(Page page) {
        browser.assertAccessible(page);
        browser.assertNoSideScroll(page);
    }
}
