package org.xinhuo.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** What a lecturer handed in may be renewed until the share begins; the first time says whether it was in time. */
@XinhuoWebTest
class RenewedContentTest {

    private static final String CONTENT = "/api/shares/s1/content";

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    EngineDriver driver;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aShareThatIsPlanned() {
        company.employee("wang")
                .lecturer("wang", "default")
                .employee("han")
                .role("han", "hr")
                .employee("mei");
        String startsAt = Instant.now()
                .plus(Duration.ofDays(3))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Caller.Answer started = as("wang")
                .post(
                        "/engine-rest/process-definition/key/sharing/start",
                        "{\"businessKey\":\"s1\",\"variables\":{\"title\":{\"value\":\"客户访谈\"},\"minutes\":{\"value\":60},"
                                + "\"startsAt\":{\"value\":\"" + startsAt + "\"},\"audience\":{\"value\":\"mei\"}}}");
        assertThat(started.status()).as(started.body()).isEqualTo(200);
    }

    @Test
    void aNewerVersionReplacesWhatIsShownAndTheEarlierStaysReadable() {
        assertThat(handIn("wang", "第一版", "案例甲").status()).isEqualTo(200);
        String first = submittedAt();
        Caller.Answer second = handIn("wang", "第二版", null);
        assertThat(second.status()).as(second.body()).isEqualTo(200);
        assertThat(second.json().path("outline").asText()).isEqualTo("第二版");
        assertThat(second.json().path("cases").isNull()).isTrue();

        assertThat(as("mei").get(CONTENT).json().path("outline").asText()).isEqualTo("第二版");
        assertThat(submittedAt()).as("what was in time is the first").isEqualTo(first);
        assertThat(driver.told("wang")).endsWith("incentive.contentReceived", "incentive.contentReceivedAgain");
        for (String reader : List.of("wang", "han")) {
            JsonNode versions = as(reader).get(CONTENT + "/versions").json();
            assertThat(versions).hasSize(2);
            assertThat(versions.get(0).path("number").asInt()).isEqualTo(2);
            assertThat(versions.get(1).path("outline").asText()).isEqualTo("第一版");
            assertThat(versions.get(1).path("cases").asText()).isEqualTo("案例甲");
        }
        assertThat(as("mei").get(CONTENT + "/versions").status()).isEqualTo(403);
        assertThatThrownBy(() -> company.write("update share_content_version set outline = 'x'"))
                .hasMessageContaining("stays as it was handed in");
    }

    @Test
    void thePageOffersItUntilTheShareBegins() {
        Caller wang = Caller.browser(port, "wang");
        assertThat(wang.get("/shares/s1").body()).contains("id=\"submit\"").doesNotContain("id=\"renew\"");
        assertThat(wang.formFrom("/shares/s1", "/shares/s1/content", Map.of("outline", "一\r\n二", "cases", ""))
                        .status())
                .isEqualTo(302);
        assertThat(wang.get("/shares/s1").body()).contains("id=\"renew\"").doesNotContain("id=\"submit\"");
        assertThat(wang.formFrom("/shares/s1", "/shares/s1/content", Map.of("outline", "一\r\n三", "cases", "甲"))
                        .status())
                .isEqualTo(302);
        assertThat(wang.get("/shares/s1").body()).contains("一\n三", "一\n二", "Version 1");
        assertThat(Caller.browser(port, "mei").get("/shares/s1").body())
                .contains("一\n三")
                .doesNotContain("一\n二", "id=\"renew\"");

        company.write("update share set starts_at = now() - interval '1 minute' where id = 's1'");
        assertThat(wang.get("/shares/s1").body()).doesNotContain("id=\"renew\"");
        assertThat(handIn("wang", "太晚", null).status()).isEqualTo(409);
    }

    @Test
    void whatIsLateStaysLateAndWhoHasNoBusinessWithItIsRefused() {
        company.write("update share set content_state = 'LATE' where id = 's1'");
        assertThat(handIn("wang", "第一版", null).status()).isEqualTo(200);
        assertThat(handIn("wang", "第一版", null).status()).as("the same again").isEqualTo(409);
        assertThat(handIn("wang", "第二版", null).json().path("contentState").asText())
                .isEqualTo("LATE");
        assertThat(handIn("wang", " ", null).status()).isEqualTo(400);
        assertThat(handIn("wang", "x".repeat(20_001), null).status()).isEqualTo(400);
        assertThat(handIn("han", "第三版", null).status()).isEqualTo(403);
        assertThat(handIn("mei", "第三版", null).status()).isEqualTo(403);
        company.write("update share set state = 'CANCELLED' where id = 's1'");
        assertThat(handIn("wang", "第三版", null).status()).isEqualTo(409);
    }

    private Caller.Answer handIn(String person, String outline, String cases) {
        return as(person)
                .put(
                        CONTENT,
                        "{\"outline\":\"" + outline + "\"" + (cases == null ? "" : ",\"cases\":\"" + cases + "\"")
                                + "}");
    }

    private String submittedAt() {
        return jdbc.sql("select submitted_at::text from share where id = 's1'")
                .query(String.class)
                .single();
    }

    private Caller as(String person) {
        return Caller.basic(port, person);
    }
}
