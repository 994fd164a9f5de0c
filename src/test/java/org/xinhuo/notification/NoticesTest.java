package org.xinhuo.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Notices where no mail server is configured, and the interface to what was delivered. */
@XinhuoWebTest
class NoticesTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    Notices notices;

    @Autowired
    Channels channels;

    @Autowired
    DeliverNotices deliver;

    @Autowired
    JdbcClient jdbc;

    @Test
    void withoutAMailServerNothingPilesUpForOne() {
        company.employee("mei");

        notices.tell("mei", "once", "people.unknownEmployee", null, "wang");
        deliver.round();

        assertThat(channels.open()).isEmpty();
        assertThat(notices.newest("mei", 10)).hasSize(1);
        assertThat(jdbc.sql("select count(*) from notice_outbox")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void openingANoticeMarksItAsReadAndLeadsToWhereToAct() {
        company.employee("mei").employee("wang");
        notices.tell("mei", "task", "people.unknownEmployee", "/camunda/app/tasklist/default/#/?task=a{b}c", "x");
        long id = notices.newest("mei", 1).get(0).id();

        Caller.Answer others = Caller.browser(port, "wang").get("/notices/" + id + "/open");
        assertThat(others.status()).isEqualTo(404);
        assertThat(notices.unread("mei")).isEqualTo(1);

        Caller.Answer answer = Caller.browser(port, "mei").get("/notices/" + id + "/open");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/camunda/app/tasklist/default/#/?task=a{b}c");
        assertThat(notices.unread("mei")).isZero();
    }

    @Test
    void aLinkToElsewhereIsNotFollowed() {
        company.employee("mei");
        Caller mei = Caller.browser(port, "mei");
        for (String link : List.of("//evil.example", "https://evil.example", "/\\evil.example")) {
            notices.tell("mei", link, "people.unknownEmployee", link, "x");
            long id = notices.newest("mei", 1).get(0).id();

            assertThat(mei.get("/notices/" + id + "/open").header("Location"))
                    .as(link)
                    .endsWith("/notices");
        }
    }

    @Test
    void deliveriesAreForAdministrators() {
        company.employee("mei").employee("admin").role("admin", "camunda-admin");
        company.write(
                "insert into notice_delivery (id, person_id, channel, message_id, at_once, state, reason, attempts,"
                        + " created_at, waiting_since, next_attempt_at, finished_at) values"
                        + " ('5d3b8a0e-0d5c-4f0e-9f5e-2f9f5c1f0001', 'mei', 'mail', '<m@x>', false, 'GAVE_UP',"
                        + " '550 no such mailbox', 1, now(), now(), now(), now())");
        Caller admin = Caller.basic(port, "admin");
        String path = "/api/notifications/deliveries";

        assertThat(Caller.basic(port, "mei").get(path).status()).isEqualTo(403);
        Caller.Answer found = admin.get(path + "?state=GAVE_UP&person=mei");
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json()).hasSize(1);
        assertThat(found.json().get(0).path("reason").asText()).isEqualTo("550 no such mailbox");
        assertThat(admin.get(path + "?state=SENT").json()).isEmpty();
        assertThat(admin.get(path + "?state=LOST").status()).isEqualTo(400);

        String retry = path + "/5d3b8a0e-0d5c-4f0e-9f5e-2f9f5c1f0001/retry";
        assertThat(Caller.basic(port, "mei").post(retry, "").status()).isEqualTo(403);
        assertThat(admin.post(retry, "").status()).isEqualTo(202);
        assertThat(admin.post(retry, "").status()).isEqualTo(404);
        assertThat(admin.get(path).json().get(0).path("state").asText()).isEqualTo("WAITING");
        assertThat(Caller.browser(port, "admin").get("/actuator/health").body())
                .contains("\"notices\"", "\"waiting\":1");
    }

    /** Everybody's letters of one round are of the same instant: a thousand pairs make more than one page of it. */
    @Test
    void noDeliveryIsSkippedBetweenTwoPages() {
        company.employee("mei").employee("admin").role("admin", "camunda-admin");
        company.write("insert into notice_delivery (id, person_id, channel, message_id, at_once, state, attempts,"
                + " created_at, waiting_since, next_attempt_at) select gen_random_uuid(), 'mei', 'mail',"
                + " '<' || n || '@x>', false, 'WAITING', 1, timestamptz '2026-03-02T02:00:00.123456Z', now(), now()"
                + " from generate_series(1, 250) as n");
        Caller admin = Caller.basic(port, "admin");
        String path = "/api/notifications/deliveries";
        Set<String> seen = new HashSet<>();
        String more = "";
        for (int page = 0; page < 3; page++) {
            JsonNode found = admin.get(path + more).json();
            found.forEach(one -> seen.add(one.path("id").asText()));
            JsonNode last = found.get(found.size() - 1);
            more = "?before=" + last.path("createdAt").asText() + "&beforeId="
                    + last.path("id").asText();
        }
        assertThat(seen).hasSize(250);
        assertThat(admin.get(path + more).json()).isEmpty();
        assertThat(admin.get(path + "?before=2026-03-02T02:00:00.123456Z").json())
                .isEmpty();
        assertThat(admin.get(path + "?before=2026-03-02T02:00:00.123457Z").json())
                .hasSize(100);
        assertThat(admin.get(path + "?before=-999999999-01-01T00:00:00Z").status())
                .isEqualTo(400);
    }

    @Test
    void aPersonWhomNoIdCanNameHasNoDeliveries() {
        company.employee("admin").role("admin", "camunda-admin");
        Caller.Answer answer = Caller.basic(port, "admin").get("/api/notifications/deliveries?person=a%00b");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEmpty();
    }

    @Test
    void thePageOfUndeliveredMailIsForHrAndAdministratorsAndShowsNoWordOfANotice() {
        company.employee("mei")
                .employee("han")
                .role("han", "hr")
                .employee("shen")
                .role("shen", "auditor");
        notices.tell("mei", "once", "mentoring.notice.toDo.done", null, "私下的话", "2026-03-02", "王磊");
        company.write(
                "insert into notice_delivery (id, person_id, channel, message_id, at_once, state, reason, attempts,"
                        + " created_at, waiting_since, next_attempt_at, finished_at) values"
                        + " ('5d3b8a0e-0d5c-4f0e-9f5e-2f9f5c1f0001', 'mei', 'mail', '<m@x>', false, 'GAVE_UP',"
                        + " '550 <b>no</b> such mailbox', 1, now(), now(), now(), now())");
        company.write("insert into notice_outbox (notice_id, channel, person_id, at_once, told_at, due_at, delivery_id)"
                + " select id, 'mail', 'mei', false, now(), now(), '5d3b8a0e-0d5c-4f0e-9f5e-2f9f5c1f0001' from notice");
        for (String person : List.of("mei", "shen")) {
            Caller caller = Caller.browser(port, person);
            assertThat(caller.get("/deliveries").status()).as(person).isEqualTo(403);
            assertThat(caller.get("/").body()).doesNotContain("href=\"/deliveries\"");
        }
        Caller han = Caller.browser(port, "han");
        Caller.Answer page = han.get("/deliveries");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("href=\"/deliveries\"", "mei@example.org", "550 &lt;b&gt;no&lt;/b&gt; such mailbox")
                .doesNotContain("私下的话");
        // No mail server is configured here: there is no button, and asking all the same changes nothing.
        assertThat(page.body()).doesNotContain("action=\"/deliveries/retry\"");
        assertThat(han.formFrom("/deliveries", "/deliveries/retry", Map.of("person", "mei"))
                        .status())
                .isEqualTo(404);
        assertThat(Caller.browser(port, "mei")
                        .formFrom("/", "/deliveries/retry", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(jdbc.sql("select state from notice_delivery")
                        .query(String.class)
                        .single())
                .isEqualTo("GAVE_UP");
        assertThat(han.get("/deliveries?page=-5").status()).isEqualTo(200);
        assertThat(han.get("/deliveries?page=99999999").status()).isEqualTo(200);
        assertThat(Caller.basic(port, "han")
                        .get("/api/notifications/deliveries")
                        .status())
                .isEqualTo(200);
    }
}
