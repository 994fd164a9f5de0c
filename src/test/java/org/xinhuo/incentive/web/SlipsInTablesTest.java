package org.xinhuo.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.incentive.rating.CloseRating;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/**
 * A process owner deploys a table with a slip in it. Looks and messages go on as the product comes; where money hangs on
 * the table nothing is guessed, and who asks is told which table it is.
 */
@XinhuoWebTest
class SlipsInTablesTest {

    private static final String STORY = "{\"situation\":\"拜访\",\"action\":\"提问\",\"result\":\"签约\"}";

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CloseRating closeRating;

    @Autowired
    JdbcClient jdbc;

    private String deployment = "";

    @BeforeEach
    void aMonth() {
        company.employee("wang").lecturer("wang", "default").employee("li").lecturer("li", "default");
        company.employee("mei").employee("han").role("han", "hr");
        company.heldShare("s", "wang", Instant.parse("2026-06-10T06:00:00Z"), 45, 0)
                .rated("s", 8, 9, 10);
        company.write("insert into share_attendance (share_id, employee_id) values ('s', 'mei')");
    }

    @AfterEach
    void remove() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<text>3</text>|<text></text>",
                "<text>3</text>|<text>\"three\"</text>",
                "<text>&lt; 3</text>|<text>&lt; 3 oder so</text>"
            })
    void ratingRulesStopNoLookAtAShareOrAMonth(String shipped, String slip) throws IOException {
        deploy("rating-rules", shipped, slip);

        Caller wang = Caller.basic(port, "wang");
        for (String path :
                new String[] {"/api/shares/s", "/api/shares?mine=lecturer", "/api/lecturers/wang/months/2026-06"}) {
            assertThat(wang.get(path).status()).as(path).isEqualTo(200);
        }
        for (String path : new String[] {"/shares/s/live", "/months/2026-06"}) {
            assertThat(Caller.browser(port, "wang").get(path).status()).as(path).isEqualTo(200);
        }
        closeRating.announce("s");
        assertThat(jdbc.sql("select code from notice where person_id = 'wang'")
                        .query(String.class)
                        .list())
                .contains("incentive.ratingResult");
    }

    @Test
    void invitationLeadKeepsNobodyFromPlanning() throws IOException {
        deploy("invitation-lead", "<text>28</text>", "<text></text>");

        assertThat(planned("wang").status()).isEqualTo(200);
    }

    @Test
    void shareSwapRuleKeepsNobodyFromAsking() throws IOException {
        deploy("share-swap-rule", "\"P3D\"", "\"3天\"");
        String share = planned("wang").json().path("businessKey").asText();

        assertThat(Caller.basic(port, "wang")
                        .post("/api/share-swaps", "{\"shareId\":\"" + share + "\",\"askedOf\":\"li\"}")
                        .status())
                .isBetween(200, 201);
    }

    @Test
    void caseDeadlinesKeepNobodyFromFiling() throws IOException {
        deploy("case-deadlines", "\"P7D\"", "\"7天\"");

        assertThat(Caller.basic(port, "mei").post("/api/shares/s/cases", STORY).status())
                .isBetween(200, 201);
    }

    @Test
    void topicWeightsStopNoSuggestion() throws IOException {
        deploy("topic-weights", "<text>0.35</text>", "<text>\"0,35\"</text>");

        assertThat(Caller.basic(port, "wang").get("/api/lecturers/wang/topics").status())
                .isEqualTo(200);
    }

    @Test
    void daysThatTheRotaDoesNotUnderstandAreLeftForLater() throws IOException {
        deploy("rota-slot", "\"nextWorkingDay\"", "\"next working day\"");
        Caller han = Caller.basic(port, "han");
        assertThat(han.put(
                                "/api/rotas/default",
                                "{\"active\":true,\"rule\":\"FREQ=WEEKLY;BYDAY=SU\",\"startsAt\":\"14:00\","
                                        + "\"minutes\":45,\"horizonDays\":28}")
                        .status())
                .isBetween(200, 204);

        assertThat(han.post("/api/rotas/default/plan", "").status()).isBetween(200, 204);

        assertThat(jdbc.sql("select count(*) from rota_slot")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "share-targets|<text>5</text>|<text></text>|raters",
                "score-weights|<text>0.4</text>|<text></text>|rating",
                "lecturer-grade|<text>\"[a-z]*\"</text>|<text></text>|grade"
            })
    void whereMoneyHangsOnATableWhoAsksIsToldWhichOne(String table, String shipped, String slip, String said)
            throws IOException {
        deploy(table, shipped, slip);

        Answer answer =
                Caller.basic(port, "wang").with("Accept-Language", "zh-CN").get("/api/lecturers/wang/months/2026-06");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains(table, said, "流程负责人");
    }

    private Answer planned(String lecturer) {
        Instant start = Instant.now().plus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        return Caller.basic(port, lecturer)
                .post(
                        "/engine-rest/process-definition/key/sharing/start",
                        "{\"variables\":{\"title\":{\"value\":\"客户访谈\"},\"minutes\":{\"value\":45},"
                                + "\"audience\":{\"value\":\"mei\"},\"startsAt\":{\"value\":\"" + start + "\"}}}");
    }

    private void deploy(String table, String shipped, String slip) throws IOException {
        String before = Files.readString(Path.of("dmn", table + ".dmn"));
        String after = before.replaceAll(shipped, slip);
        assertThat(after).isNotEqualTo(before);
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addString(table + ".dmn", after)
                .deploy()
                .getId();
    }
}
