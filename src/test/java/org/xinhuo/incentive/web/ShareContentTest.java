package org.xinhuo.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.incentive.scoring.LecturerMonths;
import org.xinhuo.incentive.sharing.PlanShare;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.SqlCount;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Files of a share: who may have them, who reuses them and what that counts. */
@XinhuoWebTest
class ShareContentTest {

    private static final String FILES = "/api/shares/s1/files";

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    PlanShare planShare;

    @Autowired
    LecturerMonths months;

    @Autowired
    SqlCount sql;

    @Autowired
    JdbcClient jdbc;

    private final YearMonth thisMonth = YearMonth.now(ZoneId.of("Asia/Shanghai"));

    @BeforeEach
    void people() {
        company.employee("wang").lecturer("wang", "default").employee("li").lecturer("li", "default");
        company.employee("han")
                .role("han", "hr")
                .employee("mei")
                .employee("lin")
                .employee("zhou");
        planShare.plan(
                new PlanShare.Plan("s1", "wang", "客户访谈", Instant.now().plus(Duration.ofDays(40)), 60, null, "mei；lin"),
                "wang");
    }

    @Test
    void theLecturerBringsFilesAndOnlyTheAudienceTheLecturerAndHrHaveThem() {
        String file = uploaded("访谈提纲.txt");

        for (String reader : List.of("wang", "mei", "lin", "han")) {
            assertThat(as(reader).get("/api/shares/s1/content").json().path("files"))
                    .as(reader)
                    .hasSize(1);
            assertThat(as(reader).get(content(file)).status()).as(reader).isEqualTo(200);
        }
        for (String stranger : List.of("zhou", "li")) {
            assertThat(as(stranger).get("/api/shares/s1/content").status()).isEqualTo(403);
            assertThat(as(stranger).get(content(file)).status()).isEqualTo(404);
            assertThat(as(stranger).get("/api/resources/" + file).status()).isEqualTo(404);
            assertThat(as(stranger)
                            .multipart(FILES, "file", "a.txt", "words", Map.of())
                            .status())
                    .isEqualTo(403);
        }
        assertThat(as("mei")
                        .multipart(FILES, "file", "a.txt", "words", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(as("wang")
                        .multipart(FILES, "file", "a.exe", "words", Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(as("wang")
                        .multipart("/api/resources", "file", "a.txt", "words", Map.of("audience", "circle"))
                        .status())
                .as("a circle is not for everybody to write into")
                .isEqualTo(400);
        assertThat(as("wang")
                        .multipart("/api/resources/" + file + "/versions", "file", "b.txt", "more words", Map.of())
                        .json()
                        .path("versions"))
                .hasSize(2);

        company.write("update share set audience = 'mei' where id = 's1'");

        assertThat(as("lin").get(content(file)).status())
                .as("a right ends where the audience ends")
                .isEqualTo(404);
    }

    @Test
    void eachPersonCountsOncePerFileAndNeitherALookNorAPartNorTheLecturerCounts() {
        String file = uploaded("a.txt");
        String other = uploaded("b.txt");
        assertThat(reuses()).isZero();

        as("wang").get(content(file));
        as("mei").send("HEAD", content(file), null, null);
        as("mei").get("/api/resources/" + file);
        as("mei").get("/api/shares/s1/content");
        assertThat(reuses()).isZero();

        as("mei").with("Range", "bytes=0-1").get(content(file));
        as("mei").with("Range", "bytes=2-3").get(content(file));
        as("mei").get(content(file));
        as("mei").post("/api/resources/" + file + "/forwards", "{\"employeeIds\":[\"zhou\"]}");
        assertThat(reuses()).as("one person, one file").isEqualTo(1);

        assertThat(as("lin")
                        .post("/api/resources/" + file + "/forwards", "{\"employeeIds\":[\"zhou\"]}")
                        .status())
                .isEqualTo(200);
        assertThat(reuses()).as("who forwards").isEqualTo(2);
        assertThat(as("zhou").get(content(file)).status()).isEqualTo(200);
        as("mei").get(content(other));
        as("wang").post("/api/resources/" + file + "/forwards", "{\"employeeIds\":[\"li\"]}");

        assertThat(reuses())
                .as("who received it and opened it, and the second file")
                .isEqualTo(4);
        JsonNode month =
                as("wang").get("/api/lecturers/wang/months/" + thisMonth).json();
        assertThat(month.path("reuses").asInt()).isEqualTo(4);
        assertThat(month.path("trace")).anySatisfy(entry -> {
            assertThat(entry.path("event").asText()).isEqualTo("reused");
            assertThat(entry.path("count").asInt()).isEqualTo(4);
            assertThat(entry.path("shareId").asText()).isEqualTo("s1");
        });
    }

    @Test
    void aMonthIsCountedInAsManyStatementsHoweverMuchIsReused() throws Exception {
        String file = uploaded("a.txt");
        as("mei").get(content(file));
        long few = sql.of(() -> months.find("wang", thisMonth));
        for (int index = 0; index < 20; index++) {
            company.write(
                    "insert into share_reuse (resource_id, employee_id, share_id, kind, reused_at)"
                            + " values (?, 'lin', 's1', 'DOWNLOADED', now())",
                    "r" + index);
        }

        assertThat(sql.of(() -> months.find("wang", thisMonth))).isEqualTo(few);
        assertThat(reuses()).isEqualTo(21);
    }

    @Test
    void learnersSayWhatTheyWishToHearUntilAMonthAfterTheShare() {
        assertThat(wish("mei", "怎么追问客户的预算？").status()).isEqualTo(201);
        assertThat(wish("zhou", "x").status()).isEqualTo(403);
        assertThat(wish("wang", "x").status()).isEqualTo(403);
        assertThat(wish("lin", " ").status()).isEqualTo(400);
        assertThat(wish("lin", "x".repeat(501)).status()).isEqualTo(400);

        JsonNode seen = as("wang").get("/api/shares/s1/wishes").json();
        assertThat(seen.get(0).path("text").asText()).isEqualTo("怎么追问客户的预算？");
        assertThat(seen.get(0).path("personId").asText()).isEqualTo("mei");
        assertThat(as("lin")
                        .get("/api/shares/s1/wishes")
                        .json()
                        .get(0)
                        .path("personId")
                        .isNull())
                .isTrue();
        String id = seen.get(0).path("id").asText();
        assertThat(as("lin").delete("/api/shares/s1/wishes/" + id).status()).isEqualTo(404);
        assertThat(as("mei").delete("/api/shares/s1/wishes/" + id).status()).isEqualTo(204);
        for (int index = 0; index < 5; index++) {
            assertThat(wish("mei", "第" + index + "条").status()).isEqualTo(201);
        }
        assertThat(wish("mei", "再来一条").status()).isEqualTo(409);

        company.write("update share set starts_at = now() - interval '29 days' where id = 's1'");
        assertThat(wish("lin", "下次讲讲报价").status()).isEqualTo(201);
        company.write("update share set starts_at = now() - interval '31 days' where id = 's1'");

        assertThat(wish("lin", "太晚了").status()).isEqualTo(409);
    }

    @Test
    void casesAreToldConfirmedAndCountedOverHttp() {
        company.write("update share set starts_at = now() - interval '1 day' where id = 's1'");
        String good = "{\"situation\":\"s\",\"action\":\"a\",\"result\":\"r\",\"figure\":12.50,\"unit\":\"%\"}";
        for (String garbage : List.of(
                "[]",
                "{}",
                "{\"situation\":1,\"action\":\"a\",\"result\":\"r\"}",
                good.replace("12.50", "\"viel\""),
                good.replace("12.50", "1e400"),
                good.replace("12.50", "123456789012345"),
                good.replace("12.50", "null"),
                good.replace("\"unit\"", "\"units\""))) {
            Caller.Answer answer = as("mei").post("/api/shares/s1/cases", garbage);
            assertThat(answer.status()).as(garbage + answer).isEqualTo(400);
        }
        assertThat(as("zhou").post("/api/shares/s1/cases", good).status()).isEqualTo(403);

        Caller.Answer told = as("mei").post("/api/shares/s1/cases", good);
        assertThat(told.status()).as(told.toString()).isEqualTo(201);
        String id = told.json().path("id").asText();
        assertThat(told.json().path("figure").asText()).isEqualTo("12.5");
        assertThat(as("lin").get("/api/shares/s1/cases").json().path("waiting").isNull())
                .isTrue();
        assertThat(as("wang").get("/api/shares/s1/cases").json().path("waiting"))
                .hasSize(1);
        assertThat(as("lin")
                        .post("/api/cases/" + id + "/decision", "{\"confirmed\":true}")
                        .status())
                .isEqualTo(403);
        assertThat(as("wang").post("/api/cases/" + id + "/decision", "{}").status())
                .isEqualTo(400);
        assertThat(as("han")
                        .post("/api/cases/" + id + "/decision", "{\"confirmed\":true}")
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("CONFIRMED");
        assertThat(as("lin")
                        .send("PUT", "/api/cases/" + id, good, "application/json")
                        .status())
                .isEqualTo(404);
        assertThat(as("mei")
                        .send("PUT", "/api/cases/" + id, good, "application/json")
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(as("mei").delete("/api/cases/" + id).status()).isEqualTo(204);
        assertThat(as("lin")
                        .get("/api/shares/s1/cases")
                        .json()
                        .path("confirmed")
                        .get(0)
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        Caller.Answer with = as("lin")
                .multipart(
                        "/api/shares/s1/cases",
                        "file",
                        "a.txt",
                        "words",
                        Map.of("situation", "s", "action", "a", "result", "r"));
        assertThat(with.status()).as(with.toString()).isEqualTo(201);
        String file = with.json().path("resourceId").asText();
        assertThat(as("wang").get(content(file)).status()).isEqualTo(200);
        assertThat(as("zhou").get(content(file)).status()).isEqualTo(404);
        assertThat(reuses())
                .as("a learner's file is no content of the lecturer's")
                .isZero();

        String months = "/api/lecturers/wang/conversions?from=" + thisMonth + "&to=" + thisMonth;
        assertThat(as("wang").get(months).json().get(0).path("cases").asInt()).isEqualTo(1);
        assertThat(as("mei").get(months).status()).isEqualTo(403);
        assertThat(as("wang")
                        .get("/api/lecturers/wang/conversions?from=" + thisMonth + "&to=2020-01")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whoHasLessThanADayReadsThatItIsLateAlready() {
        planShare.plan(
                new PlanShare.Plan("s2", "wang", "明早", Instant.now().plus(Duration.ofHours(5)), 60, null, "mei"),
                "wang");
        String late = "已过，现在提交将记为迟交";
        Caller wang = Caller.browser(port, "wang").with("Accept-Language", "zh-CN");
        assertThat(wang.get("/shares/s2").body()).contains(late);
        assertThat(wang.get("/shares/s1").body()).doesNotContain(late);
    }

    @Test
    void outlinesAreReadByEverybodyAndKeptByHr() {
        String text = "{\"outline\":\"一、准备\"}";
        assertThat(as("wang")
                        .send("PUT", "/api/outlines/sales", text, "application/json")
                        .status())
                .isEqualTo(403);
        assertThat(as("han")
                        .send("PUT", "/api/outlines/sales", text, "application/json")
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(as("han")
                        .send("PUT", "/api/outlines/sales", text, "application/json")
                        .status())
                .as("who has not read the version there is")
                .isEqualTo(409);
        assertThat(as("wang").get("/api/outlines").json()).hasSize(1);
        assertThat(as("han").delete("/api/outlines/sales").status()).isEqualTo(204);
        assertThat(as("han").delete("/api/outlines/sales").status()).isEqualTo(404);
    }

    private Caller.Answer wish(String person, String text) {
        return as(person).post("/api/shares/s1/wishes", "{\"text\":\"" + text + "\"}");
    }

    private String uploaded(String name) {
        Caller.Answer answer = as("wang").multipart(FILES, "file", name, "words", Map.of());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    private int reuses() {
        return months.find("wang", thisMonth).orElseThrow().reuses();
    }

    private static String content(String file) {
        return "/api/resources/" + file + "/content";
    }

    private Caller as(String person) {
        return Caller.basic(port, person);
    }
}
