package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Offering to mentor a new lecturer, and answering, on the page and over HTTP. */
@XinhuoWebTest
class MentoringOffersPageTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    private int port;

    @Autowired
    private TestCompany company;

    @BeforeEach
    void people() {
        String month = YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(1).toString();
        company.employee("han").role("han", "hr");
        company.employee("wang").lecturer("wang", "default").confirmedMonth("wang", month, "excellent");
        company.employee("li").lecturer("li", "default").confirmedMonth("li", month, "pass");
        LocalDate recently = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusMonths(2);
        company.employee("sun").lecturer("sun", "default").since("sun", recently);
        company.employee("zu").lecturer("zu", "default").since("zu", recently);
    }

    @InBothLanguages
    void anExcellentLecturerOffersAndTheNewOneAccepts(Window window) {
        boolean chinese = window.name().startsWith("CHINESE");
        Page mentor = browser.login("wang", window);
        browser.go(mentor, "/offers/mentoring");
        mentor.locator("#menteeId").selectOption("sun");
        mentor.locator("#words").fill("听过您的第一场分享，底子很好，愿意一起打磨");
        mentor.locator("#make button").click();
        assertThat(mentor.locator("[role=status]")).hasText(chinese ? "带教意向已发出。" : "The offer is made.");
        browser.assertAccessible(mentor);
        browser.assertNoSideScroll(mentor);
        browser.screenshot(mentor, "mentoring-offers-mentor-" + window);

        Page mentee = browser.login("sun", window);
        browser.go(mentee, "/offers/mentoring");
        assertThat(mentee.locator("#make")).hasCount(0);
        browser.assertAccessible(mentee);
        browser.assertNoSideScroll(mentee);
        browser.screenshot(mentee, "mentoring-offers-mentee-" + window);
        mentee.locator(".offer-answer button").first().click();
        assertThat(mentee.locator("[role=status]")).hasText(chinese ? "已接受。" : "Accepted.");
        mentee.locator("#all a").click();
        assertThat(mentee.locator("main")).containsText("员工wang");
        browser.assertNoScriptErrors();
    }

    @Test
    void theInterfaceRefusesWithASentence() {
        Caller wang = Caller.basic(port, "wang");
        String id = ok(wang.post("/api/mentoring-offers", "{\"menteeId\":\"sun\"}"), 201)
                .json()
                .path("id")
                .asText();
        ok(wang.post("/api/mentoring-offers", "{\"menteeId\":\"sun\"}"), 409);
        ok(wang.post("/api/mentoring-offers", "{}"), 400);
        ok(wang.post("/api/mentoring-offers", "{\"menteeId\":\"nobody\"}"), 400);
        ok(Caller.basic(port, "li").post("/api/mentoring-offers", "{\"menteeId\":\"sun\"}"), 403);
        ok(Caller.basic(port, "zu").post("/api/mentoring-offers/" + id + "/answer", "{\"accepted\":true}"), 403);
        ok(Caller.basic(port, "sun").post("/api/mentoring-offers/" + id + "/answer", "{}"), 400);
        ok(Caller.basic(port, "zu").delete("/api/mentoring-offers/" + id), 403);
        ok(Caller.basic(port, "sun").post("/api/mentoring-offers/" + id + "/answer", "{\"accepted\":true}"), 204);
        ok(wang.delete("/api/mentoring-offers/" + id), 409);
        ok(wang.get("/api/mentorships/" + id), 200);
        org.assertj.core.api.Assertions.assertThat(
                        Caller.basic(port, "zu").get("/api/mentoring-offers").json())
                .isEmpty();
        org.assertj.core.api.Assertions.assertThat(Caller.basic(port, "han")
                        .get("/api/mentoring-offers")
                        .json()
                        .get(0)
                        .path("state")
                        .asText())
                .isEqualTo("accepted");
        ok(
                Caller.basic(port, "wang")
                        .post(
                                "/engine-rest/process-definition/key/lecturer-mentoring/start",
                                "{\"variables\":{\"menteeId\":{\"value\":\"zu\"}}}"),
                200);
    }

    private static Caller.Answer ok(Caller.Answer answer, int status) {
        org.assertj.core.api.Assertions.assertThat(answer.status())
                .as(answer.body())
                .isEqualTo(status);
        return answer;
    }
}
