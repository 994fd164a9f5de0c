package org.xinhuo.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.Letters;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

@XinhuoWebTest
class ImportApiTest {

    private static final String MODELS = "job,competency,requiredLevel,weight\n";
    private static final String SHARES = "id,lecturerId,title,startsAt,minutes,submittedAt,attendees,reuse\n";
    private static final String RATINGS = "shareId,learnerId,score,comment,ratedAt\n";
    private static final Instant HELD = Instant.parse("2026-06-10T06:00:00Z");
    private static final String AFTER = "2026-06-10T08:00:00Z";

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void people() {
        company.employee("han").role("han", "hr").employee("admin").role("admin", "camunda-admin");
        company.employee("mei").employee("qin").role("qin", "process-owner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"han", "admin"})
    void hrAndAdministratorsImport(String person) {
        Answer answer = send(person, "competency-models", "", MODELS + "客户经理,谈判,4,1\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"kind\":\"competency-models\",\"rows\":1,\"accepted\":1,\"rejected\":0,\"problems\":[]}");
        assertThat(stored()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mei", "qin"})
    void nobodyElseDoes(String person) {
        Answer answer = send(person, "competency-models", "", MODELS + "客户经理,谈判,4,1\n");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("type").asText()).endsWith("imports.notAllowed");
        assertThat(stored()).isZero();
    }

    @Test
    void aBadRowIsAnswered422InTheLanguageOfTheCaller() {
        Answer english = send("han", "competency-models", "", MODELS + "客户经理,谈判,7,1\n客户经理,演示,3,1\n");
        Answer chinese = Caller.basic(port, "han")
                .with("Accept-Language", "zh-CN")
                .multipart("/api/imports/competency-models", "file", "m.csv", MODELS + "客户经理,谈判,7,1\n", Map.of());

        assertThat(english.status()).isEqualTo(422);
        JsonNode report = english.json();
        assertThat(report.path("rows").asInt()).isEqualTo(2);
        assertThat(report.path("accepted").asInt()).isEqualTo(1);
        assertThat(report.path("rejected").asInt()).isEqualTo(1);
        assertThat(report.path("problems").toString())
                .isEqualTo("[{\"row\":2,\"column\":\"requiredLevel\",\"value\":\"7\","
                        + "\"reason\":\"\\\"7\\\" must lie between 0 and 5.\"}]");
        assertThat(chinese.json().path("problems").path(0).path("reason").asText())
                .isEqualTo("“7”应在0到5之间。");
        assertThat(stored()).isZero();
    }

    @Test
    void aDryRunStoresNothing() {
        assertThat(send("han", "competency-models", "?dryRun=true", MODELS + "J,a,4,1\n")
                        .status())
                .isEqualTo(200);
        assertThat(send("han", "competency-models", "?dryRun=true", MODELS + "J,a,x,1\n")
                        .status())
                .isEqualTo(422);
        assertThat(stored()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?dryRun=true", "?dryRun=false"})
    void whatLearnersGaveHereIsNotRewrittenByAFile(String run) {
        company.lecturer("han", "default").employee("wang").lecturer("wang", "default");
        company.heldShare("h", "han", HELD, 45, 0).heldShare("w", "wang", HELD, 45, 0);
        company.write("insert into share_attendance (share_id, employee_id) values ('h', 'mei'), ('w', 'mei')");
        company.write("insert into rating (share_id, learner_id, score, rated_at)"
                + " values ('h', 'mei', 3, now()), ('w', 'mei', 9, now())");

        Answer answer = send("han", "ratings", run, RATINGS + "h,mei,10,," + AFTER + "\nw,mei,1,," + AFTER + "\n");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("rejected").asInt()).isEqualTo(2);
        assertThat(answer.json().findValuesAsText("reason"))
                .containsExactly(
                        "The share \"h\" was planned here; a file cannot change it.",
                        "The share \"h\" is your own; somebody else must import it.",
                        "The share \"w\" was planned here; a file cannot change it.");
        assertThat(jdbc.sql("select share_id || score from rating order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("h3", "w9");
    }

    @Test
    void nobodyImportsTheOwnSharesOrTheirRatings() {
        company.lecturer("han", "default").employee("wang").lecturer("wang", "default");
        String own = SHARES + "o,han,T,2026-06-10T06:00:00Z,45,2026-06-01T06:00:00Z,mei,50\n";
        String taken = SHARES + "o,wang,T,2026-06-10T06:00:00Z,45,2026-06-01T06:00:00Z,mei,50\n";
        String marks = RATINGS + "o,mei,10,," + AFTER + "\n";

        assertThat(send("han", "shares", "?dryRun=true", own).status()).isEqualTo(422);
        assertThat(reason(Caller.basic(port, "han")
                        .with("Accept-Language", "zh-CN")
                        .multipart("/api/imports/shares", "file", "s.csv", own, Map.of())))
                .isEqualTo("分享“o”是您自己的，须由他人导入。");
        assertThat(send("admin", "shares", "", own).status()).isEqualTo(200);
        // Nor are the own ones given away.
        assertThat(reason(send("han", "shares", "", taken)))
                .isEqualTo("The share \"o\" is your own; somebody else must import it.");
        assertThat(reason(send("han", "ratings", "", marks)))
                .isEqualTo("The share \"o\" is your own; somebody else must import it.");
        assertThat(send("admin", "ratings", "", marks).status()).isEqualTo(200);
        assertThat(jdbc.sql("select lecturer_id || imported_reuse from share")
                        .query(String.class)
                        .list())
                .containsExactly("han50");
        assertThat(jdbc.sql("select score from rating").query(Integer.class).list())
                .containsExactly(10);
    }

    /** Targets and weights go by the group, and who has a result by the first day. */
    @Test
    void whoLecturesChangesNeitherTheOwnGroupNorAnyOtherLecturers() {
        company.lecturer("han", "default").employee("wang").lecturer("wang", "default");
        String header = "employeeId,group,since,topics\n";
        String wang = jdbc.sql("select 'wang,default,' || since || ',' from lecturer where employee_id = 'wang'")
                .query(String.class)
                .single();
        for (String row :
                List.of("han,default,2030-01-01,", "wang,default,2030-01-01,", wang.replace("default", "sales"))) {
            assertThat(send("han", "lecturers", "", header + row + "\n").status())
                    .as(row)
                    .isEqualTo(422);
        }
        assertThat(reason(send("han", "lecturers", "?dryRun=true", header + "wang,sales,2021-01-01,\n")))
                .startsWith("Group and first day of \"wang\"");
        // What changes nothing of these, and who becomes a lecturer, is everybody's of HR.
        assertThat(send("han", "lecturers", "", header + wang + "访谈\nmei,default,2026-07-01,\n")
                        .status())
                .isEqualTo(200);
        assertThat(send("admin", "lecturers", "", header + "wang,sales,2026-01-01,\n")
                        .status())
                .isEqualTo(200);
    }

    /** A rank is money. The month's end counts in the company's time: the 30th at 17:00 in London is July in Shanghai. */
    @Test
    void hrWhoLecturesImportsNothingOfRivalsBeforeTheMonthIsConfirmed() {
        company.lecturer("han", "default").since("han", LocalDate.of(2026, 7, 31));
        company.employee("wang").lecturer("wang", "default");
        String june = "w,wang,T,2026-06-30T15:00:00Z,45,,mei,2\n";
        String july = "w,wang,T,2026-06-30T17:00:00Z,45,,mei,2\n";
        String mark = RATINGS + "w,mei,8,,2026-07-02T08:00:00Z\n";

        // Whenever Han became a lecturer: another file could say otherwise.
        assertThat(send("han", "shares", "", SHARES + june).status()).isEqualTo(422);
        assertThat(send("admin", "shares", "", SHARES + june).status()).isEqualTo(200);
        assertThat(send("han", "ratings", "", mark).status()).isEqualTo(422);
        assertThat(send("admin", "ratings", "", mark).status()).isEqualTo(200);

        assertThat(reason(send("han", "shares", "?dryRun=true", SHARES + july)))
                .isEqualTo(
                        "You give shares yourself, and 2026-06 is not confirmed: somebody of HR or an administrator who"
                                + " gives no shares must import those of others, and their ratings.");
        assertThat(send("admin", "shares", "", SHARES + july).status()).isEqualTo(200);
        // Nor is it moved out of that month.
        assertThat(send("han", "shares", "", SHARES + june).status()).isEqualTo(422);
        assertThat(send("han", "ratings", "", mark.replace(",8,", ",1,")).status())
                .isEqualTo(422);
        assertThat(jdbc.sql("select score from rating").query(Integer.class).list())
                .containsExactly(8);

        // A confirmed month changes by a correction alone, which needs a second person.
        company.confirmedMonth("wang", "2026-07", "good");
        assertThat(send("han", "ratings", "", mark.replace(",8,", ",9,")).status())
                .isEqualTo(200);
    }

    @Test
    void aCheckedFileOfSharesDoesNotTellWhoHasRated() {
        company.lecturer("han", "default")
                .employee("wang")
                .lecturer("wang", "default")
                .employee("jo");
        company.heldShare("h", "han", HELD, 45, 0);
        for (String share : List.of("h", "i", "o")) {
            if (!share.equals("h")) {
                String lecturer = share.equals("o") ? "han" : "wang";
                send(
                        "admin",
                        "shares",
                        "",
                        SHARES + share + "," + lecturer + ",T," + HELD + ",45,,mei;jo;wang;qin,0\n");
            } else {
                company.write("insert into share_attendance (share_id, employee_id) values ('h', 'mei'), ('h', 'jo')");
            }
            company.write(
                    "insert into rating (share_id, learner_id, score, rated_at)"
                            + " values (?, 'mei', 3, now()), (?, 'jo', 4, now())",
                    share,
                    share);
        }
        String changed = SHARES + "h,mei,T," + HELD + ",45,,qin,0\no,mei,T," + HELD + ",45,,qin,0\n" + "i,wang,T,"
                + HELD + ",45,,qin,0\n";

        Answer english = send("han", "shares", "?dryRun=true", changed);
        Answer chinese = Caller.basic(port, "han")
                .with("Accept-Language", "zh-CN")
                .multipart("/api/imports/shares?dryRun=true", "file", "s.csv", changed, Map.of());

        assertThat(english.json().findValuesAsText("reason"))
                .contains("Learners who rated this share and are missing among its attendees: 2."
                        + " Whoever has rated must stay there.")
                .noneMatch(reason -> reason.contains("has rated this share as a learner"))
                .noneMatch(reason -> reason.contains("jo"));
        assertThat(chinese.json().findValuesAsText("reason"))
                .contains("听众名单缺少 2 位已给这次分享评分的人；评过分的人须保留在名单中。")
                .noneMatch(reason -> reason.contains("jo"));
        assertThat(english.json().path("problems").findValuesAsText("column")).containsOnlyOnce("attendees");
        assertThat(english.json().path("problems").findValuesAsText("value"))
                .contains("qin")
                .doesNotContain("jo");
    }

    private static String reason(Answer answer) {
        return answer.json().path("problems").path(0).path("reason").asText();
    }

    @Test
    void unknownKindsMissingFilesAndOddParametersAreProblems() {
        assertThat(send("han", "salaries", "", "a\n1\n").status()).isEqualTo(404);
        assertThat(send("han", "competency-models", "?dryRun=perhaps", MODELS).status())
                .isEqualTo(400);
        assertThat(Caller.basic(port, "han")
                        .multipart("/api/imports/employees", "attachment", "m.csv", "x", Map.of())
                        .status())
                .isEqualTo(400);
        assertThat(Caller.basic(port, "han")
                        .post("/api/imports/employees", "{}")
                        .status())
                .isEqualTo(415);
        assertThat(Caller.nobody(port)
                        .multipart("/api/imports/employees", "file", "m.csv", "x", Map.of())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aFileOfTwoHundredMegabytesIsAnsweredAndNotCutOff() throws IOException, InterruptedException {
        String boundary = "xinhuo-boundary";
        byte[] head = ("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"big.csv\"\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        long size = 200L << 20;
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/imports/employees"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Accept-Language", "en")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("han:han".getBytes(StandardCharsets.US_ASCII)))
                .POST(HttpRequest.BodyPublishers.fromPublisher(
                        HttpRequest.BodyPublishers.ofInputStream(
                                () -> new SequenceInputStream(Collections.enumeration(List.of(
                                        new ByteArrayInputStream(head),
                                        new Letters(size),
                                        new ByteArrayInputStream(tail))))),
                        head.length + size + tail.length))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("urn:xinhuo:problem:base.tooLarge");
    }

    private Answer send(String person, String kind, String query, String content) {
        return Caller.basic(port, person)
                .with("Accept-Language", "en")
                .multipart("/api/imports/" + kind + query, "file", "file.csv", content, Map.of());
    }

    private int stored() {
        return jdbc.sql("select count(*) from job_competency")
                .query(Integer.class)
                .single();
    }
}
