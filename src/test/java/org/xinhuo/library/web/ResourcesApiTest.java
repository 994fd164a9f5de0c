package org.xinhuo.library.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.library.LibraryCompany;
import org.xinhuo.library.SampleFiles;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Letters;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Files in and out over {@code /api}. */
@XinhuoWebTest
class ResourcesApiTest {

    private static final byte[] PDF = SampleFiles.pdf("0123456789");

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    FilesOverHttp http;

    @BeforeEach
    void aPair() {
        new LibraryCompany(company);
        http = new FilesOverHttp(port);
    }

    @Test
    void aFileWithAChineseNameComesBackByteForByteUnderThatName() throws IOException {
        HttpResponse<String> added = upload("wang", "客户访谈 话术（第2版）.pdf", PDF, Map.of("mentorshipId", "m-1"));

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        JsonNode resource = json.readTree(added.body());
        assertThat(added.headers().firstValue("Location"))
                .contains("/api/resources/" + resource.path("id").asText());
        assertThat(resource.path("title").asText()).isEqualTo("客户访谈 话术（第2版）");
        assertThat(resource.path("audience").asText()).isEqualTo("mentorship");
        assertThat(resource.path("versions").path(0).path("fileName").asText()).isEqualTo("客户访谈 话术（第2版）.pdf");

        HttpResponse<byte[]> content = http.fetch("mei", content(resource));
        assertThat(content.statusCode()).isEqualTo(200);
        assertThat(content.body()).isEqualTo(PDF);
        assertThat(header(content, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(content, "Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"____ ____2__.pdf\"; filename*=UTF-8''"
                                + "%E5%AE%A2%E6%88%B7%E8%AE%BF%E8%B0%88%20%E8%AF%9D%E6%9C%AF%EF%BC%88%E7%AC%AC2%E7%89%88%EF%BC%89.pdf");
        assertThat(header(content, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(content, "Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(header(content, "Content-Length")).isEqualTo(String.valueOf(PDF.length));
        assertThat(header(content, "Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void whoReadsAPartAloneHasSeenIt() throws IOException {
        JsonNode resource = added("wang", "a.pdf", PDF, Map.of("mentorshipId", "m-1"));

        http.fetch("mei", content(resource), "Range", "bytes=1-");

        assertThat(views(resource.path("id").asText())).isEqualTo("mei DOWNLOADED 1");
    }

    @Test
    void partsAreSentForReadersWhoResume() throws IOException {
        JsonNode resource = added("wang", "a.pdf", PDF, Map.of("mentorshipId", "m-1"));
        String path = content(resource);
        String tag = header(http.fetch("mei", path), "ETag");

        HttpResponse<byte[]> middle = http.fetch("mei", path, "Range", "bytes=1-3");
        assertThat(middle.statusCode()).isEqualTo(206);
        assertThat(new String(middle.body(), StandardCharsets.US_ASCII)).isEqualTo("PDF");
        assertThat(header(middle, "Content-Range")).isEqualTo("bytes 1-3/" + PDF.length);
        assertThat(http.fetch("mei", path, "Range", "bytes=-6").body())
                .isEqualTo("%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(http.fetch("mei", path, "Range", "bytes=5-").body()).hasSize(PDF.length - 5);
        assertThat(http.fetch("mei", path, "Range", "bytes=5-", "If-Range", tag).statusCode())
                .isEqualTo(206);
        assertThat(http.fetch("mei", path, "Range", "bytes=5-", "If-Range", "\"other\"")
                        .body())
                .isEqualTo(PDF);
        HttpResponse<byte[]> beyond = http.fetch("mei", path, "Range", "bytes=" + PDF.length + "-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(header(beyond, "Content-Range")).isEqualTo("bytes */" + PDF.length);
        for (String odd : new String[] {"bytes=3-1", "lines=1-2", "bytes=0-1,3-4"}) {
            assertThat(http.fetch("mei", path, "Range", odd).body()).as(odd).isEqualTo(PDF);
        }
        // One download from the beginning on, one resumed: the middle and the end are no looks of their own.
        assertThat(views(resource.path("id").asText())).isEqualTo("mei DOWNLOADED 5");
    }

    @Test
    void whatTheReaderHasAlreadyIsNotSentAgain() throws IOException {
        JsonNode resource = added("wang", "a.pdf", PDF, Map.of("mentorshipId", "m-1"));
        String tag = header(http.fetch("mei", content(resource)), "ETag");

        HttpResponse<byte[]> again = http.fetch("mei", content(resource), "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        HttpResponse<byte[]> onlyHead = http.head("mei", content(resource));
        assertThat(onlyHead.statusCode()).isEqualTo(200);
        assertThat(header(onlyHead, "Content-Length")).isEqualTo(String.valueOf(PDF.length));
        assertThat(views(resource.path("id").asText())).isEqualTo("mei DOWNLOADED 1");
    }

    @Test
    void aNewVersionLeavesTheOldOneAsItWas() throws IOException {
        JsonNode resource = added("wang", "a.pdf", PDF, Map.of("mentorshipId", "m-1"));
        byte[] better = SampleFiles.pdf("better");
        HttpResponse<String> second =
                http.upload("wang", "/api/resources/" + id(resource) + "/versions", "b.pdf", better, Map.of());

        assertThat(second.statusCode()).as(second.body()).isEqualTo(201);
        assertThat(json.readTree(second.body()).path("versions").findValuesAsText("version"))
                .containsExactly("2", "1");
        assertThat(http.fetch("mei", content(resource)).body()).isEqualTo(better);
        assertThat(http.fetch("mei", content(resource) + "?version=1").body()).isEqualTo(PDF);
        assertThat(http.fetch("mei", content(resource) + "?version=3").statusCode())
                .isEqualTo(404);
        assertThat(http.fetch("mei", content(resource) + "?version=x").statusCode())
                .isEqualTo(400);
        assertThat(http.upload("mei", "/api/resources/" + id(resource) + "/versions", "c.pdf", PDF, Map.of())
                        .statusCode())
                .isEqualTo(403);
        assertThat(http.upload("lin", "/api/resources/" + id(resource) + "/versions", "c.pdf", PDF, Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "话术.pdf, exe, library.typeDiffers",
        "话术.exe, exe, library.typeNotAllowed",
        "话术.html, pdf, library.typeNotAllowed",
        "话术.pdf, nothing, library.empty",
        "../.., pdf, library.nameMissing"
    })
    void whatMayNotComeInIsRefusedWithAReasonAndNothingIsKept(String name, String content, String code) {
        byte[] bytes = switch (content) {
            case "exe" -> SampleFiles.exe();
            case "pdf" -> PDF;
            default -> new byte[0];
        };
        HttpResponse<String> answer = upload("wang", name, bytes, Map.of("mentorshipId", "m-1"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("urn:xinhuo:problem:" + code);
        assertThat(count("resource")).isZero();
        assertThat(count("resource_upload")).isZero();
    }

    @Test
    void sixtyMegabytesComeInAndGoOutAndTwoHundredAreAnswered() throws Exception {
        long size = 60L << 20;
        HttpResponse<String> added = http.upload(
                "wang", "/api/resources", "讲义.txt", size, () -> new Letters(size), Map.of("mentorshipId", "m-1"));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        JsonNode resource = json.readTree(added.body());

        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream body = new DigestInputStream(
                http.fetch("mei", content(resource), BodyHandlers.ofInputStream())
                        .body(),
                digest)) {
            assertThat(body.transferTo(java.io.OutputStream.nullOutputStream())).isEqualTo(size);
        }
        assertThat(HexFormat.of().formatHex(digest.digest()))
                .isEqualTo(resource.path("versions").path(0).path("sha256").asText());

        long tooMuch = 200L << 20;
        HttpResponse<String> refused = http.upload(
                "wang", "/api/resources", "讲义.txt", tooMuch, () -> new Letters(tooMuch), Map.of("mentorshipId", "m-1"));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("urn:xinhuo:problem:library.tooLarge", "at most 64 MB");
    }

    @Test
    void anAudienceThatDoesNotExistOrIsNotOnesOwnIsRefused() throws IOException {
        assertThat(upload("lin", "a.pdf", PDF, Map.of("mentorshipId", "m-1")).statusCode())
                .isEqualTo(403);
        assertThat(upload("lin", "a.pdf", PDF, Map.of("mentorshipId", "m-9")).statusCode())
                .isEqualTo(403);
        assertThat(upload("lin", "a.pdf", PDF, Map.of("mentorshipId", "a\0")).statusCode())
                .isEqualTo(403);
        assertThat(upload("lin", "a.pdf", PDF, Map.of("audience", "company")).statusCode())
                .isEqualTo(403);
        assertThat(upload("lin", "a.pdf", PDF, Map.of("audience", "world")).statusCode())
                .isEqualTo(400);
        assertThat(upload("mei", "a.pdf", PDF, Map.of("audience", "private", "mentorshipId", "m-1"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(count("resource")).isZero();
        JsonNode forAll = added("wang", "a.pdf", PDF, Map.of("audience", "company"));
        assertThat(http.fetch("lin", content(forAll)).statusCode()).isEqualTo(200);
    }

    @Test
    void listsAreSearchedByTitleAndFileName() throws IOException {
        added("wang", "a.pdf", PDF, Map.of("mentorshipId", "m-1", "title", "复购率 100%"));
        added("mei", "复购.pdf", PDF, Map.of());
        added("mei", "other.pdf", PDF, Map.of());

        assertThat(titles("mei", "")).containsExactly("other", "复购", "复购率 100%");
        assertThat(titles("mei", "?q=%E5%A4%8D%E8%B4%AD")).containsExactly("复购", "复购率 100%");
        assertThat(titles("mei", "?q=0%25")).containsExactly("复购率 100%");
        assertThat(titles("mei", "?q=_")).isEmpty();
        assertThat(titles("mei", "?offset=1&limit=1")).containsExactly("复购");
        assertThat(titles("mei", "?mentorshipId=m-1")).containsExactly("复购率 100%");
        assertThat(titles("wang", "")).containsExactly("复购率 100%");
        assertThat(http.fetch("lin", "/api/resources?mentorshipId=m-1").statusCode())
                .isEqualTo(403);
        assertThat(titles("han", "?mentorshipId=m-1")).containsExactly("复购率 100%");
        assertThat(http.fetch("mei", "/api/resources?mentorshipId=%00").statusCode())
                .isEqualTo(403);
        assertThat(titles("mei", "?q=%00%E5%A4%8D%E8%B4%AD")).hasSize(2);
        assertThat(http.fetch("mei", "/api/resources?limit=0").statusCode()).isEqualTo(400);
        assertThat(http.fetch("mei", "/api/resources?offset=-1").statusCode()).isEqualTo(400);
    }

    @Test
    void forwardingOverRestAnswersWhoHasItNow() throws IOException {
        JsonNode resource = added("wang", "a.pdf", PDF, Map.of("mentorshipId", "m-1"));
        String path = "/api/resources/" + id(resource) + "/forwards";
        Caller wang = Caller.basic(port, "wang");

        assertThat(Caller.basic(port, "mei")
                        .post(path, "{\"employeeIds\":[\"lin\"]}")
                        .status())
                .isEqualTo(403);
        assertThat(wang.post(path, "{\"employeeIds\":[\"lin\"]}").body()).isEqualTo("{\"employeeIds\":[\"lin\"]}");
        assertThat(http.fetch("lin", content(resource)).statusCode()).isEqualTo(200);
        assertThat(wang.post(path, "{\"employeeIds\":[\"nobody\"]}").status()).isEqualTo(400);
        assertThat(wang.post(path, "{\"employeeIds\":[\"wang\"]}").status()).isEqualTo(400);
        assertThat(wang.post(path, "{\"employeeIds\":[\"a\\u0000\"]}").status()).isEqualTo(400);
        assertThat(wang.post(path, "{\"employeeIds\":[null]}").status()).isEqualTo(400);
        assertThat(wang.post(path, "{}").status()).isEqualTo(400);
        assertThat(Caller.basic(port, "li")
                        .post(path, "{\"employeeIds\":[\"lin\"]}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatWasWithdrawnIsGoneForEverybody() throws IOException {
        JsonNode resource = added("wang", "a.pdf", PDF, Map.of("mentorshipId", "m-1"));
        String path = "/api/resources/" + id(resource);

        assertThat(Caller.basic(port, "mei").delete(path).status()).isEqualTo(403);
        assertThat(Caller.basic(port, "wang").delete(path).status()).isEqualTo(204);
        assertThat(Caller.basic(port, "wang").delete(path).status()).isEqualTo(409);
        assertThat(http.fetch("mei", path).statusCode()).isEqualTo(404);
        assertThat(http.fetch("mei", content(resource)).statusCode()).isEqualTo(404);
        assertThat(titles("mei", "")).isEmpty();
        assertThat(Caller.basic(port, "wang")
                        .get(path)
                        .json()
                        .path("withdrawnAt")
                        .isNull())
                .isFalse();
    }

    private HttpResponse<String> upload(String person, String name, byte[] file, Map<String, String> fields) {
        return http.upload(person, "/api/resources", name, file, fields);
    }

    private JsonNode added(String person, String name, byte[] file, Map<String, String> fields) throws IOException {
        HttpResponse<String> answer = upload(person, name, file, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json.readTree(answer.body());
    }

    private java.util.List<String> titles(String person, String query) throws IOException {
        HttpResponse<byte[]> answer = http.fetch(person, "/api/resources" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return json.readTree(answer.body()).findValuesAsText("title");
    }

    private static String id(JsonNode resource) {
        return resource.path("id").asText();
    }

    private static String content(JsonNode resource) {
        return "/api/resources/" + id(resource) + "/content";
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private String views(String resourceId) {
        return jdbc.sql("select string_agg(employee_id || ' ' || kind || ' ' || times, ',') from resource_view"
                        + " where resource_id = :id")
                .param("id", resourceId)
                .query(String.class)
                .single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
