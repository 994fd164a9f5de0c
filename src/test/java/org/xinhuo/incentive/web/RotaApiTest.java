package org.xinhuo.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.incentive.rota.PlanRota;
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
    @CsvSource(delimiter = '|', textBlock = """
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

    @Test
    void thePageNamesAudienceAndOrderInTheReadersLanguage() {
        assertThat(start("s2", "li", start, "Sales;sales;mei").status()).isEqualTo(200);
        Caller han = Caller.browser(port, "han");
        assertThat(han.with("Accept-Language", "zh-CN").get("/rota").body())
                .contains("听众：Sales、销售组、员工mei<")
                .containsPattern("当前顺序：员工(wang、员工li|li、员工wang)<");
        assertThat(han.with("Accept-Language", "en").get("/rota").body()).contains("For: Sales, Sales, 员工mei<");
    }

    /** "销售" for "销售部" would invite nobody, without a word. */
    @Test
    void anAudienceThatMeansNobodyIsToldToWhoPlansAndCanBeMended() {
        assertThat(start("s2", "li", start, "销售").status()).isEqualTo(200);
        assertThat(told("li", "rota.plannedForNobody")).contains("销售");

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

    @Test
    void hrPassesAShareOnAndBothLecturersReadWhy() {
        // Content is in and the start is near: a swap is refused, and sends them to HR.
        company.write(
                "update share set submitted_at = now(), outline = 'x', content_state = 'SUBMITTED' where id = 's1'");
        String toLi = "{\"lecturerId\":\"li\",\"reason\":\"王老师发烧\"}";
        assertThat(as("wang").post("/api/shares/s1/lecturer", toLi).status()).isEqualTo(403);
        assertThat(as("li").post("/api/shares/s1/lecturer", toLi).status()).isEqualTo(403);
        assertThat(as("han")
                        .post("/api/shares/s1/lecturer", "{\"lecturerId\":\"li\"}")
                        .status())
                .isEqualTo(400);
        assertThat(as("han")
                        .post("/api/shares/s1/lecturer", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(as("han")
                        .post("/api/shares/s1/lecturer", "{\"lecturerId\":\"mei\",\"reason\":\"x\"}")
                        .status())
                .isEqualTo(400);

        assertThat(as("han").post("/api/shares/s1/lecturer", toLi).status()).isEqualTo(204);

        assertThat(jdbc.sql("select lecturer_id from share where id = 's1'")
                        .query(String.class)
                        .single())
                .isEqualTo("li");
        assertThat(told("li", "rota.givenToYou")).contains("王老师发烧");
        assertThat(told("wang", "rota.givenAway")).contains("王老师发烧", "员工li");
        assertThat(as("han").post("/api/shares/s1/lecturer", toLi).status()).isEqualTo(409);
    }

    @Test
    void hrMayNameTheOtherLecturerInsteadOfLookingUpTheNumber() {
        assertThat(pass("han", "s1", "员工li").status()).isEqualTo(204);
        assertThat(jdbc.sql("select lecturer_id from share where id = 's1'")
                        .query(String.class)
                        .single())
                .isEqualTo("li");
    }

    @Test
    void hrGivesNothingToWhoCannotAndNothingAwayThatIsTheirOwn() {
        company.employee("hua").role("hua", "hr").lecturer("hua", "default");
        planned("s2", "li", start);
        planned("s3", "hua", start.plus(Duration.ofDays(1)));

        assertThat(pass("han", "s1", "li").body()).contains("rota.swap.busy");
        assertThat(pass("hua", "s1", "hua").status()).isEqualTo(403);
        assertThat(pass("hua", "s3", "li").status()).isEqualTo(403);
        company.write("insert into lecturer_absence (lecturer_id, first_day, last_day, written_by, written_at)"
                + " values ('li', current_date, current_date + 30, 'li', now())");
        assertThat(pass("han", "s3", "li").body()).contains("rota.swap.away");
        assertThat(pass("han", "s3", "wang").status()).isEqualTo(204);
    }

    /** At the announcement, and not seven days after a talk that nobody gave. */
    @Test
    void aRegionThatNoCalendarNamesIsSaidToWhoSavesTheRule() {
        String rule = "{\"active\":true,\"rule\":\"FREQ=DAILY\",\"startsAt\":\"14:00\",\"minutes\":45,"
                + "\"horizonDays\":14,\"region\":\"%s\"}";
        Caller han = as("han");
        JsonNode known = han.put("/api/rotas/default", rule.formatted("CN")).json();
        assertThat(known.path("warnings")).as(known.toString()).isEmpty();
        assertThat(han.with("Accept-Language", "zh-CN")
                        .put("/api/rotas/default", rule.formatted("China"))
                        .json()
                        .path("warnings")
                        .get(0)
                        .asText())
                .contains("没有地区“China”的节假日数据");
        assertThat(han.with("Accept-Language", "en")
                        .put("/api/rotas/default", rule.formatted("China"))
                        .json()
                        .path("warnings")
                        .get(0)
                        .asText())
                .contains("No holidays are known for the region \"China\"");
    }

    @Test
    void whoLeavesIsNamedToHrWithTheSharesAfterTheDay() {
        planned("s2", "wang", start.plus(Duration.ofDays(20)));
        planned("s3", "wang", start.minus(Duration.ofDays(5)));
        LocalDate last = LocalDate.ofInstant(start, ZoneId.of("Asia/Shanghai"));

        assertThat(as("han")
                        .post(
                                "/engine-rest/process-definition/key/departure/start",
                                "{\"businessKey\":\"wang\",\"variables\":{\"on\":{\"value\":\"" + last + "\"}}}")
                        .status())
                .isEqualTo(200);

        assertThat(told("han", "rota.leaverHasShares")).contains("员工wang", last.toString(), "2");
        assertThat(as("han").get("/api/rotas/default").json().path("turns"))
                .filteredOn(turn -> turn.path("leaves").asBoolean())
                .extracting(turn -> turn.path("shareId").asText())
                .containsExactly("s1", "s2");
    }

    @Test
    void nobodyGivesTwoSharesAtOnceWhetherPlannedOrMoved() {
        Answer twice = start("s2", "wang", start.plus(Duration.ofMinutes(44)), "");
        assertThat(twice.status()).isEqualTo(200);
        assertThat(told("wang", "rota.plannedBesideAnother")).contains("分享s1");
        assertThat(start("s3", "wang", start.plus(Duration.ofMinutes(89)), "").status())
                .isEqualTo(200);

        Answer moved = as("wang")
                .post(
                        "/api/shares/s3/move",
                        "{\"startsAt\":\"" + start.plus(Duration.ofMinutes(10)) + "\",\"reason\":\"x\"}");
        assertThat(moved.status()).isEqualTo(400);
        assertThat(moved.body()).contains("分享s");
        assertThat(as("wang")
                        .post("/api/shares/s3/move", "{\"minutes\":60,\"reason\":\"x\"}")
                        .status())
                .isEqualTo(204);
    }

    /** Content in time is part of the score: who gives shares too takes it from nobody. */
    @Test
    void hrWhoLecturesMakesNobodysContentLate() {
        company.employee("hua").role("hua", "hr").lecturer("hua", "default");
        Instant soon = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        // Not handed in: four days before the new start are enough, two are not.
        Answer refused = moved("hua", "s1", soon);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
        assertThat(refused.body()).contains("分享s1");
        assertThat(moved("hua", "s1", start.minus(Duration.ofDays(2))).status()).isEqualTo(204);
        // Handed in: only what makes it late is refused.
        String task = as("wang")
                .get("/engine-rest/task?assignee=wang")
                .json()
                .get(0)
                .path("id")
                .asText();
        assertThat(as("wang")
                        .post(
                                "/engine-rest/task/" + task + "/complete",
                                "{\"variables\":{\"outline\":{\"value\":\"提纲\"}}}")
                        .status())
                .isEqualTo(204);
        assertThat(moved("hua", "s1", soon).status()).isEqualTo(204);
        assertThat(moved("hua", "s1", Instant.now().plus(Duration.ofHours(20)).truncatedTo(ChronoUnit.SECONDS))
                        .status())
                .isEqualTo(403);
        assertThat(jdbc.sql("select content_state from share where id = 's1'")
                        .query(String.class)
                        .single())
                .isEqualTo("SUBMITTED");
        // A later start, and who gives no shares or gives this one.
        assertThat(moved("hua", "s1", start).status()).isEqualTo(204);
        assertThat(moved("han", "s1", soon).status()).isEqualTo(204);
        assertThat(moved("wang", "s1", Instant.now().plus(Duration.ofHours(20)).truncatedTo(ChronoUnit.SECONDS))
                        .status())
                .isEqualTo(204);
    }

    private Answer moved(String by, String share, Instant startsAt) {
        return as(by).post("/api/shares/" + share + "/move", "{\"startsAt\":\"" + startsAt + "\",\"reason\":\"x\"}");
    }

    private Answer pass(String by, String share, String to) {
        return as(by).post("/api/shares/" + share + "/lecturer", "{\"lecturerId\":\"" + to + "\",\"reason\":\"生病\"}");
    }

    private String told(String person, String code) {
        return jdbc.sql("select arguments from notice where person_id = ? and code = ?")
                .params(person, code)
                .query(String.class)
                .single();
    }

    private Answer start(String id, String lecturer, Instant startsAt, String audience) {
        return as(lecturer)
                .post("/engine-rest/process-definition/key/sharing/start", """
                        {"businessKey":"%s","variables":{"title":{"value":"分享%s"},"startsAt":{"value":"%s"},
                        "minutes":{"value":45},"audience":{"value":"%s"}}}""".formatted(id, id, startsAt, audience));
    }

    /** Two lecturers, two turns a day, every day: more than a request may take. */
    @Test
    void whatIsTooMuchForARequestIsAcceptedAndSaidToGoOn() {
        String rule = "{\"active\":true,\"rule\":\"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR\",\"startsAt\":\"14:00\","
                + "\"minutes\":45,\"horizonDays\":35,\"lecturers\":2}";
        assertThat(as("han").put("/api/rotas/default", rule).status()).isEqualTo(200);

        Answer first = as("han").post("/api/rotas/default/plan", "");

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.body().split("\"lecturerId\":\"")).hasSize(PlanRota.PORTION + 1);
        assertThat(jdbc.sql("select count(*) from rota_slot where outcome = 'PLANNED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(PlanRota.PORTION);
    }

    private void planned(String id, String lecturer, Instant startsAt) {
        assertThat(as(lecturer)
                        .post("/engine-rest/process-definition/key/sharing/start", """
                                {"businessKey":"%s","variables":{"title":{"value":"分享%s"},
                                "startsAt":{"value":"%s"},"minutes":{"value":45}}}""".formatted(id, id, startsAt))
                        .status())
                .isEqualTo(200);
    }

    private Caller as(String person) {
        return Caller.basic(port, person);
    }
}
