package org.xinhuo.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.incentive.rating.CloseRating;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.OwnersTables;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/**
 * A process owner deploys a table with a slip in it. Looks and messages go on as the product comes; where money hangs on
 * the table nothing is guessed, and who asks is told which table it is.
 */
@XinhuoWebTest
class SlipsInTablesTest {

    private static final String STORY = "{\"situation\":\"拜访\",\"action\":\"提问\",\"result\":\"签约\"}";

    @RegisterExtension
    final OwnersTables tables = new OwnersTables();

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    CloseRating closeRating;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aMonth() {
        company.employee("wang").lecturer("wang", "default").employee("li").lecturer("li", "default");
        company.employee("mei").employee("han").role("han", "hr");
        company.heldShare("s", "wang", Instant.parse("2026-06-10T06:00:00Z"), 45, 0)
                .rated("s", 8, 9, 10);
        company.write("insert into share_attendance (share_id, employee_id) values ('s', 'mei')");
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
        tables.slip("rating-rules", shipped, slip);

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
        tables.slip("invitation-lead", "<text>28</text>", "<text></text>");

        assertThat(planned("wang").status()).isEqualTo(200);
    }

    @Test
    void shareSwapRuleKeepsNobodyFromAsking() throws IOException {
        tables.slip("share-swap-rule", "\"P3D\"", "\"3天\"");
        String share = planned("wang").json().path("businessKey").asText();

        assertThat(Caller.basic(port, "wang")
                        .post("/api/share-swaps", "{\"shareId\":\"" + share + "\",\"askedOf\":\"li\"}")
                        .status())
                .isBetween(200, 201);
    }

    @Test
    void caseDeadlinesKeepNobodyFromFiling() throws IOException {
        tables.slip("case-deadlines", "\"P7D\"", "\"7天\"");

        assertThat(Caller.basic(port, "mei").post("/api/shares/s/cases", STORY).status())
                .isBetween(200, 201);
    }

    @Test
    void topicWeightsStopNoSuggestion() throws IOException {
        tables.slip("topic-weights", "<text>0.35</text>", "<text>\"0,35\"</text>");

        assertThat(Caller.basic(port, "wang").get("/api/lecturers/wang/topics").status())
                .isEqualTo(200);
    }

    @Test
    void daysThatTheRotaDoesNotUnderstandAreLeftForLater() throws IOException {
        tables.slip("rota-slot", "\"nextWorkingDay\"", "\"next working day\"");
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
        tables.slip(table, shipped, slip);

        Answer answer =
                Caller.basic(port, "wang").with("Accept-Language", "zh-CN").get("/api/lecturers/wang/months/2026-06");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains(table, said, "流程负责人");
    }

    @Test
    void fairScoreRulesStopNoLookAtAMonthOrABoard() throws IOException {
        YearMonth now = YearMonth.now(ZoneOffset.UTC);
        tables.slip("fair-score-rules", "<text>\"contract\"</text>", "<text>contract oder so</text>");

        opens("wang", "/months/" + now, "/boards/" + now, "/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lecturer-title|<text>&gt;= 3</text>|<text>ab 3</text>",
                "title-loss|<text>&gt;= 2</text>|<text>ab 2</text>"
            })
    void titlesAreShownAsTheyStandWhereWhatComesNextIsNotKnown(String table, String shipped, String slip)
            throws IOException {
        company.confirmedMonth("wang", "2026-06", "excellent");
        company.write("insert into title_entry (lecturer_id, title, kind, period, decision_key, decision_version,"
                + " decided_at) values ('wang', 'senior-lecturer', 'won', '2026-06', 'lecturer-title', 1, now())");
        tables.slip(table, shipped, slip);

        JsonNode titles = Caller.basic(port, "wang")
                .with("Accept-Language", "zh-CN")
                .get("/api/lecturers/wang/titles")
                .json();
        assertThat(titles.path("title").asText()).isEqualTo("senior-lecturer");
        assertThat(titles.path("history").size()).isEqualTo(1);
        assertThat(titles.path("prospect").isNull()).isTrue();
        assertThat(titles.path("prospectUnknown").asText()).contains("决策表", "流程负责人");
        assertThat(Caller.browser(port, "wang").get("/titles").body()).contains("id=\"unknown\"");
    }

    @Test
    void shareTargetsStopNoLookAtTheRotaAndNoFirstPage() throws IOException {
        company.write(
                "insert into rota (lecturer_group, active, rule, begins_on, starts_at, minutes, time_zone, region,"
                        + " horizon_days, changed_by, changed_at) values ('default', true, 'FREQ=WEEKLY;BYDAY=MO', current_date,"
                        + " '14:00', 45, 'Asia/Shanghai', 'CN', 28, 'han', now())");
        assertThat(Caller.browser(port, "wang").get("/").body()).contains("id=\"lecturer-month\"");
        tables.slip("share-targets", "<text>5</text>", "<text>5 oder so</text>");

        opens("han", "/rota", "/");
        opens("wang", "/rota", "/", "/shares", "/titles");
        JsonNode pace =
                Caller.basic(port, "han").get("/api/rotas/default").json().path("pace");
        assertThat(pace.path("lecturers").asInt()).isEqualTo(2);
        assertThat(pace.path("target").isNull()).isTrue();
        assertThat(Caller.browser(port, "han").get("/rota").body()).contains("id=\"pace\"");
        assertThat(Caller.browser(port, "wang").get("/").body()).doesNotContain("id=\"lecturer-month\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "merit-rights|<text>\"excellent\"</text>|<text>= oder so</text>",
                "merit-rights|<text>true</text>|<text>\"ja\"</text>",
                "training-eligibility|<text>\"excellent\",\"good\"</text>|<text>= oder so</text>"
            })
    void whatAResultOpensIsClosedAndNothingElse(String table, String shipped, String slip) throws IOException {
        company.confirmedMonth("wang", "2026-06", "excellent");
        tables.slip(table, shipped, slip);

        opens("wang", "/", "/shares", "/offers", "/offers/mentoring");
        assertThat(Caller.basic(port, "wang").get("/api/training-offers").status())
                .isEqualTo(200);
    }

    @Test
    void whoOffersToMentorIsToldWhichTableDoesNotAnswer() throws IOException {
        company.confirmedMonth("wang", "2026-06", "excellent");
        tables.slip("merit-rights", "<text>\"excellent\"</text>", "<text>= oder so</text>");

        Answer answer = Caller.basic(port, "wang").post("/api/mentoring-offers", "{\"menteeId\":\"li\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("merit-rights");
    }

    private void opens(String reader, String... paths) {
        for (String path : paths) {
            assertThat(Caller.browser(port, reader).get(path).status()).as(path).isEqualTo(200);
        }
    }

    private Answer planned(String lecturer) {
        Instant start = Instant.now().plus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        return Caller.basic(port, lecturer)
                .post(
                        "/engine-rest/process-definition/key/sharing/start",
                        "{\"variables\":{\"title\":{\"value\":\"客户访谈\"},\"minutes\":{\"value\":45},"
                                + "\"audience\":{\"value\":\"mei\"},\"startsAt\":{\"value\":\"" + start + "\"}}}");
    }
}
