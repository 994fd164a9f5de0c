package org.xinhuo.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** The rota over HTTP: what is refused in words, and what HR does for others. */
@XinhuoWebTest
class RotaApiTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcClient jdbc;

    private final Instant start = Instant.now().plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.SECONDS);

    @BeforeEach
    void people() {
        company.employee("wang").lecturer("wang", "default").employee("li").lecturer("li", "default");
        company.employee("han").role("han", "hr").employee("mei");
        planned("s1", "wang", start);
    }

    /** What used to end in a failure of the server. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PUT    | /api/rotas/default               | {"active":true,"rule":"FREQ=DAILY","minutes":45,"horizonDays":14}
                    PUT    | /api/rotas/default               | {"active":true,"startsAt":"14:00","minutes":45,"horizonDays":14}
                    PUT    | /api/rotas/default               | {"active":true,"rule":"FREQ=DAILY","startsAt":"14:00","minutes":45,"horizonDays":14,"place":"a\\u0000b"}
                    PUT    | /api/rotas/default               | {"active":true,"rule":"FREQ=DAILY","startsAt":"14:00","minutes":45,"horizonDays":14,"audience":"a\\u0000b"}
                    PUT    | /api/rotas/default               | {"active":true,"rule":"FREQ=DAILY","startsAt":"14:00","minutes":45,"horizonDays":14,"region":"C\\u0000N"}
                    PUT    | /api/rotas/default               | {"active":true,"rule":"FREQ=DAILY","startsAt":"14:00","minutes":45,"horizonDays":14,"beginsOn":"+999999999-01-01"}
                    PUT    | /api/rotas/default               | {"active":true,"rule":"FREQ=DAILY","startsAt":"14:00","minutes":45,"horizonDays":14,"beginsOn":"-999999999-01-01"}
                    POST   | /api/shares/s1/move              | {"title":"x","reason":"a\\u0000b"}
                    POST   | /api/shares/s1/move              | {"title":"a\\u0000b","reason":"x"}
                    POST   | /api/shares/s1/move              | {"place":"a\\u0000b","reason":"x"}
                    POST   | /api/shares/s1/move              | {"startsAt":"+999999999-01-01T00:00:00Z","reason":"x"}
                    POST   | /api/shares/s1/move              | {"startsAt":"-999999999-01-01T00:00:00Z","reason":"x"}
                    POST   | /api/shares/s1/cancellation      | {"reason":"a\\u0000b"}
                    POST   | /api/share-swaps                 | {"shareId":"s1","askedOf":"l\\u0000i"}
                    POST   | /api/share-swaps                 | {"shareId":"s1","askedOf":"li","note":"a\\u0000b"}
                    POST   | /api/lecturers/wang/absences     | {"firstDay":"+999999999-01-01","lastDay":"+999999999-01-02"}
                    POST   | /api/lecturers/wang/absences     | {"firstDay":"-999999999-01-01","lastDay":"-999999999-01-02"}
                    """)
    void whatIsNoTextAndNoDayIsABadRequest(String method, String path, String body) {
        Caller caller = as(path.startsWith("/api/rotas") ? "han" : "wang");

        Answer answer = method.equals("PUT") ? caller.put(path, body) : caller.post(path, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void whatIsNoIdNamesNoShare() {
        assertThat(as("wang")
                        .post("/api/share-swaps", "{\"shareId\":\"s\\u00001\",\"askedOf\":\"li\"}")
                        .status())
                .isEqualTo(404);
        assertThat(as("wang")
                        .post(
                                "/api/share-swaps",
                                "{\"shareId\":\"s1\",\"otherShareId\":\"s\\u00001\",\"askedOf\":\"li\"}")
                        .status())
                .isEqualTo(404);
    }

    /** "销售" for "销售部" would invite nobody, without a word. */
    @Test
    void anAudienceThatMeansNobodyIsRefusedWhenPeoplePlanAndCanBeMended() {
        Answer slip = start("s2", "li", start, "销售");
        assertThat(slip.status()).isEqualTo(400);
        assertThat(slip.body()).contains("销售");
        assertThat(start("s2", "li", start, "Sales；han").status()).isEqualTo(200);

        assertThat(as("li").post("/api/shares/s2/move", "{\"audience\":\"Mars\",\"reason\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(as("li").post("/api/shares/s2/move", "{\"audience\":\"mei\",\"reason\":\"为产品部准备\"}")
                        .status())
                .isEqualTo(204);

        assertThat(jdbc.sql("select audience from share where id = 's2'")
                        .query(String.class)
                        .single())
                .isEqualTo("mei");
        assertThat(jdbc.sql("select person_id from share_invitation where share_id = 's2' and withdrawn_at is null"
                                + " order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("li", "mei");
    }

    private Answer start(String id, String lecturer, Instant startsAt, String audience) {
        return as(lecturer)
                .post(
                        "/engine-rest/process-definition/key/sharing/start",
                        """
                        {"businessKey":"%s","variables":{"title":{"value":"分享%s"},"startsAt":{"value":"%s"},
                        "minutes":{"value":45},"audience":{"value":"%s"}}}"""
                                .formatted(id, id, startsAt, audience));
    }

    private void planned(String id, String lecturer, Instant startsAt) {
        assertThat(as(lecturer)
                        .post(
                                "/engine-rest/process-definition/key/sharing/start",
                                """
                                {"businessKey":"%s","variables":{"title":{"value":"分享%s"},
                                "startsAt":{"value":"%s"},"minutes":{"value":45}}}"""
                                        .formatted(id, id, startsAt))
                        .status())
                .isEqualTo(200);
    }

    private Caller as(String person) {
        return Caller.basic(port, person);
    }
}
