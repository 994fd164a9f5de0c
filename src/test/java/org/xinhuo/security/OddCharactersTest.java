package org.xinhuo.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** U+0000, which no text column holds, whichever way it comes in. */
@XinhuoWebTest
class OddCharactersTest {

    private static final String NUL = "a\0b";

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @BeforeEach
    void people() {
        company.employee("mei").employee("han").role("han", "hr").role("han", "camunda-admin");
        company.lecturer("han", "default");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/shares?lecturer=",
                "/months/2026-06?lecturer=",
                "/titles?lecturer=",
                "/topics?lecturer=",
                "/honours?employee=",
                "/honours?q=",
                "/outlines?topic=",
                "/library?q=",
                "/?x="
            })
    void inTheAddressOfAPageItIsAMistakeThatThePageSays(String page) {
        Caller han = Caller.browser(port, "han");
        Answer chinese = han.with("Accept-Language", "zh-CN").get(page + "a%00");
        assertThat(chinese.status()).as(chinese.body()).isEqualTo(400);
        assertThat(chinese.body()).contains("应为文字");
        Answer english = han.with("Accept-Language", "en").get(page + "%00");
        assertThat(english.status()).isEqualTo(400);
        assertThat(english.body()).contains("must be a text");
    }

    @Test
    void itIsNoNameOfAFieldEither() {
        assertThat(Caller.browser(port, "han").get("/rewards?%00=x").status()).isEqualTo(400);
    }

    @Test
    void aFormGoesBackToItsPageWithWhatWasTyped() {
        Caller han = Caller.browser(port, "han").with("Accept-Language", "en");
        for (Map.Entry<String, String> one : Map.of(
                        "/shares", "audience",
                        "/outlines/removal", "topic",
                        "/rota/plan", "group")
                .entrySet()) {
            Answer sent = han.with("Referer", "http://localhost/shares")
                    .formFrom("/shares", one.getKey(), Map.of("title", "Kept title", one.getValue(), NUL));
            assertThat(sent.status()).as(one.getKey() + sent).isIn(200, 302);
            assertThat(sent.status() == 200 ? sent.body() : han.get("/shares").body())
                    .as(one.getKey())
                    .contains("must be a text")
                    .contains("Kept title");
        }
    }

    @Test
    void aFieldBesideAFileIsLookedAtToo() {
        Caller han = Caller.browser(port, "han").with("Accept-Language", "en");
        Answer answer = han.multipart(
                "/library", "file", "a.txt", "text", Map.of("title", NUL, "_csrf", han.token("/library")));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.body()).contains("must be a text");
    }

    @Test
    void inJsonItIsRefusedWhereItReachesTheDatabase() {
        Answer offer = Caller.basic(port, "han")
                .with("Accept-Language", "en")
                .post("/api/mentoring-offers", "{\"menteeId\":\"a\\u0000b\"}");
        assertThat(offer.status()).as(offer.toString()).isEqualTo(400);
    }

    @Test
    void theEnginesInterfaceSaysItToo() {
        Caller han = Caller.basic(port, "han").with("Accept-Language", "en");
        for (Answer answer : new Answer[] {
            han.get("/engine-rest/task?assignee=%00"),
            han.get("/engine-rest/history/process-instance?processInstanceBusinessKey=%00"),
            han.post(
                    "/engine-rest/process-definition/key/mentoring/start",
                    "{\"variables\":{\"menteeId\":{\"value\":\"a\\u0000b\"}}}"),
            han.post("/engine-rest/task", "{\"assignee\":\"a\\u0000b\"}")
        }) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        }
    }
}
