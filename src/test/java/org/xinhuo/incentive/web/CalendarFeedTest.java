package org.xinhuo.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.xinhuo.calendar.StrictCalendar;
import org.xinhuo.incentive.invitation.CalendarFeeds;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** The rota from outside: rules, moves and swaps over HTTP, and a person's calendar without a login. */
@XinhuoWebTest
class CalendarFeedTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    CalendarFeeds feeds;

    @Autowired
    CalendarFeedController controller;

    @Autowired
    JdbcClient jdbc;

    private final Instant start = Instant.now().plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.SECONDS);

    @BeforeEach
    void people() {
        company.employee("wang").lecturer("wang", "default").employee("li").lecturer("li", "default");
        company.employee("han").role("han", "hr").employee("mei").employee("jo", "Support", "Agent", null);
        company.write("update employee set department = 'Academy' where id in ('wang', 'li', 'han')");
        planned("wang", "s1", "Sales", start);
        planned("wang", "s2", "Support", start.plus(Duration.ofDays(1)));
    }

    @Test
    void everybodySeesTheOwnSharesAndNothingElse() {
        StrictCalendar mei = read(feeds.renew("mei"));
        assertThat(mei.values("UID")).containsExactly("share-s1@xinhuo.local");
        assertThat(mei.values("METHOD")).isEmpty();
        assertThat(mei.values("ATTENDEE")).isEmpty();
        assertThat(read(feeds.renew("wang")).values("UID"))
                .containsExactlyInAnyOrder("share-s1@xinhuo.local", "share-s2@xinhuo.local");
        assertThat(read(feeds.renew("li")).values("UID")).isEmpty();
    }

    @Test
    void anAddressCanBeReplacedAndGivenUp() {
        String first = feeds.renew("mei");
        String second = feeds.renew("mei");
        assertThat(first).hasSize(43).isNotEqualTo(second);
        assertThat(get(first).status()).isEqualTo(404);
        assertThat(get(second).status()).isEqualTo(200);
        assertThat(jdbc.sql("select token_hash from calendar_feed")
                        .query(String.class)
                        .list())
                .noneMatch(hash -> hash.contains(second));
        feeds.revoke("mei");
        assertThat(get(second).status()).isEqualTo(404);
        assertThat(get("x".repeat(500)).status()).isEqualTo(404);
        assertThat(Caller.nobody(port).get("/calendar/" + second).status()).isEqualTo(404);

        String left = feeds.renew("jo");
        company.left("jo");
        assertThat(get(left).status()).isEqualTo(404);
    }

    @Test
    void whoTriesAddressesIsToldToWaitAndWhoHasARightOneIsNot() {
        String right = feeds.renew("mei");
        for (int n = 0; n < 50; n++) {
            assertThat(from("203.0.113.9", "%043d".formatted(n))).isEqualTo(404);
        }
        assertThat(from("203.0.113.9", "A".repeat(43))).isEqualTo(429);
        assertThat(from("203.0.113.9", right)).isEqualTo(200);
        assertThat(from("203.0.113.10", "A".repeat(43))).isEqualTo(404);
    }

    private int from(String address, String secret) {
        MockHttpServletRequest caller = new MockHttpServletRequest();
        caller.setRemoteAddr(address);
        return controller
                .calendar(secret, caller, new ServletWebRequest(caller))
                .getStatusCode()
                .value();
    }

    @Test
    void aProgramThatHasItAlreadyGetsItOnlyAfterAChange() {
        String secret = feeds.renew("mei");
        Answer first = get(secret);
        assertThat(first.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(first.header("Cache-Control")).contains("private");
        String tag = first.header("ETag");
        assertThat(Caller.nobody(port)
                        .with("If-None-Match", tag)
                        .get("/calendar/" + secret + ".ics")
                        .status())
                .isEqualTo(304);

        assertThat(as("wang")
                        .post(
                                "/api/shares/s1/move",
                                "{\"startsAt\":\"" + start.plus(Duration.ofDays(2)) + "\",\"reason\":\"出差\"}")
                        .status())
                .isEqualTo(204);

        Answer second = Caller.nobody(port).with("If-None-Match", tag).get("/calendar/" + secret + ".ics");
        assertThat(second.status()).isEqualTo(200);
        assertThat(StrictCalendar.read(second.body()).values("SEQUENCE")).containsExactly("1");
    }

    @Test
    void aCancelledShareStaysForAWhile() {
        String secret = feeds.renew("mei");
        assertThat(as("han")
                        .post("/api/shares/s1/cancellation", "{\"reason\":\"讲师生病\"}")
                        .status())
                .isEqualTo(204);
        assertThat(read(secret).values("STATUS")).containsExactly("CANCELLED");
        company.write("update share_invitation set withdrawn_at = withdrawn_at - interval '31 days'");
        assertThat(read(secret).values("STATUS")).isEmpty();
    }

    @Test
    void theRotaIsReadByAllAndWrittenByHr() {
        String typed = "{\"active\":true,\"rule\":\"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR\",\"startsAt\":\"14:00\","
                + "\"minutes\":45,\"horizonDays\":14}";
        assertThat(as("wang").put("/api/rotas/default", typed).status()).isEqualTo(403);
        assertThat(as("han").put("/api/rotas/nowhere", typed).status()).isEqualTo(404);
        assertThat(as("han")
                        .put("/api/rotas/default", typed.replace("WEEKLY", "NEVER"))
                        .status())
                .isEqualTo(400);
        Answer written = as("han").put("/api/rotas/default", typed);
        assertThat(written.status()).as(written.body()).isEqualTo(200);
        assertThat(as("mei").post("/api/rotas/default/plan", "").status()).isEqualTo(403);
        int would =
                as("han").post("/api/rotas/default/plan?dryRun=true", "").json().size();
        assertThat(would).isPositive();
        assertThat(as("mei").get("/api/rotas/default").json().path("turns").size())
                .isEqualTo(2);
        assertThat(as("han").post("/api/rotas/default/plan", "").json().size()).isEqualTo(would);
        assertThat(as("han").post("/api/rotas/default/plan", "").json().size()).isZero();
    }

    @Test
    void aSwapIsAskedForAndAnsweredOverHttp() {
        Answer asked = as("wang").post("/api/share-swaps", "{\"shareId\":\"s1\",\"askedOf\":\"li\"}");
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        String id = asked.json().path("id").asText();
        assertThat(as("mei").get("/api/share-swaps").json()).isEmpty();
        assertThat(as("han").get("/api/share-swaps").json()).hasSize(1);
        assertThat(as("wang")
                        .post("/api/share-swaps/" + id + "/answer", "{\"agreed\":true}")
                        .status())
                .isEqualTo(403);
        Answer answered = as("li").post("/api/share-swaps/" + id + "/answer", "{\"agreed\":true}");
        assertThat(answered.status()).as(answered.body()).isEqualTo(204);
        assertThat(as("han").get("/api/shares/s1").json().path("lecturerId").asText())
                .isEqualTo("li");
        assertThat(as("li").post("/api/share-swaps/" + id + "/answer", "{\"agreed\":true}")
                        .status())
                .isEqualTo(409);
    }

    private StrictCalendar read(String secret) {
        Answer answer = get(secret);
        assertThat(answer.status()).isEqualTo(200);
        return StrictCalendar.read(answer.body());
    }

    private Answer get(String secret) {
        return Caller.nobody(port).get("/calendar/" + secret + ".ics");
    }

    private Caller as(String id) {
        return Caller.basic(port, id);
    }

    private void planned(String lecturer, String id, String audience, Instant at) {
        Answer answer = as(lecturer)
                .post(
                        "/engine-rest/process-definition/key/sharing/start",
                        "{\"businessKey\":\"" + id
                                + "\",\"variables\":{\"title\":{\"value\":\"甲\"},\"startsAt\":{\"value\":\"" + at
                                + "\"},\"minutes\":{\"value\":45},\"audience\":{\"value\":\"" + audience + "\"}}}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
