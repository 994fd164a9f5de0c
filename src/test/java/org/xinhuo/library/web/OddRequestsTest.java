package org.xinhuo.library.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.library.LibraryCompany;
import org.xinhuo.library.SampleFiles;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** What browsers, scripts and people of bad will send to the library. */
@XinhuoWebTest
class OddRequestsTest {

    private static final byte[] PDF = SampleFiles.pdf("0123456789");
    private static final String MULTIPART = "multipart/form-data; boundary=b";

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

    /** As long as a name can be on Windows and macOS. */
    @Test
    void aNameOfTwoHundredAndFiftyChineseCharactersIsKept() throws IOException {
        String name = "辅".repeat(250) + ".pdf";
        HttpResponse<String> added = http.upload("wang", "/api/resources", name, PDF, Map.of("mentorshipId", "m-1"));

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(version(added).path("fileName").asText()).isEqualTo(name);
        HttpResponse<byte[]> content = http.fetch("mei", content(added));
        assertThat(content.statusCode()).isEqualTo(200);
        assertThat(content.headers().firstValue("Content-Disposition").orElse(""))
                .endsWith("filename*=UTF-8''" + "%E8%BE%85".repeat(250) + ".pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filename=\"../../../etc/报告.pdf\"",
                "filename=\"C:\\\\Users\\\\wang\\\\报告.pdf\"",
                "filename*=UTF-8''%E6%8A%A5%E5%91%8A.pdf",
                "filename=\"x.pdf\"; filename*=UTF-8''..%2F..%2F%E6%8A%A5%E5%91%8A.pdf",
                "filename=\"报\u202E告.pdf\"",
                "filename=\"报告.pdf. .\""
            })
    void aNameIsReadHoweverItIsWrittenAndIsNeverAPath(String parameter) throws IOException {
        HttpResponse<String> added = http.send("wang", "/api/resources", MULTIPART, part(parameter, text()));

        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(version(added).path("fileName").asText()).isEqualTo("报告.pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/form-data, 400",
        "multipart/form-data; boundary=other, 400",
        "multipart/form-data; boundary=, 415",
        "application/json, 415",
        "text/plain, 415"
    })
    void aBodyThatIsNoFormIsAnsweredAsAMistake(String type, int status) {
        HttpResponse<String> answer = http.send("wang", "/api/resources", type, part("filename=\"a.pdf\"", text()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    @Test
    void aFormThatBreaksOffOrHasAThousandPartsIsAnsweredAsAMistake() {
        String whole = part("filename=\"a.pdf\"", text());
        String field = "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\ny\r\n";
        String header = "--b\r\nContent-Disposition: form-data; name=\"" + "x".repeat(9000) + "\"\r\n\r\ny\r\n";
        for (String body :
                new String[] {whole.substring(0, whole.length() - 20), field.repeat(1000) + whole, header + whole, ""
                }) {
            HttpResponse<String> answer = http.send("wang", "/api/resources", MULTIPART, body);
            assertThat(answer.statusCode()).as(answer.body()).isIn(400, 413);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
        assertThat(jdbc.sql("select count(*) from resource").query(Long.class).single())
                .isZero();
    }

    /** A file field without a file, as a form sends it where nobody has chosen one, and a field that is no file. */
    @Test
    void aFormWithoutAFileIsAnsweredAsAMistake() {
        for (String parameter : new String[] {"filename=\"\"", "x=\"y\""}) {
            HttpResponse<String> answer = http.send("wang", "/api/resources", MULTIPART, part(parameter, ""));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "mentorshipId", "audience"})
    void aNulInAFieldIsNoFailure(String field) {
        HttpResponse<String> answer = http.upload("wang", "/api/resources", "a.pdf", PDF, Map.of(field, "a\0b"));

        assertThat(answer.statusCode()).as(answer.body()).isIn(201, 400, 403);
    }

    @Test
    void aNulOrAPathInAnIdIsNoFailure() {
        for (String id : new String[] {"%00", "a%00b", "..%2F..", "%2e%2e", "a;b", "%F0%9F%98%80", "%ED%A0%80"}) {
            for (String rest : new String[] {"", "/content", "/content?version=-1", "/content?version=99999999999"}) {
                assertThat(http.fetch("mei", "/api/resources/" + id + rest).statusCode())
                        .as(id + rest)
                        .isBetween(400, 404);
            }
        }
    }

    @Test
    void textsInEveryEncodingComeInAndPagesLeaveAsPlainTextThatNobodyRuns() throws IOException {
        for (byte[] text : new byte[][] {
            "客户访谈话术".getBytes(Charset.forName("GB18030")),
            ("\uFEFF客户访谈话术").getBytes(StandardCharsets.UTF_16LE),
            "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8),
            "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)
        }) {
            HttpResponse<String> added =
                    http.upload("wang", "/api/resources", "a.txt", text, Map.of("mentorshipId", "m-1"));
            assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
            HttpResponse<byte[]> content = http.fetch("mei", content(added));
            assertThat(content.body()).isEqualTo(text);
            assertThat(content.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
            assertThat(content.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment;");
            assertThat(content.headers().allValues("Content-Security-Policy"))
                    .containsExactly("default-src 'none'; sandbox");
            assertThat(content.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        }
        for (String name :
                new String[] {"a.html", "a.svg", "a.htm", "a.xhtml", "a.js", "a.jar", "a.lnk", "a.pdf.exe", "a"}) {
            assertThat(http.upload("wang", "/api/resources", name, "x".getBytes(StandardCharsets.UTF_8), Map.of())
                            .statusCode())
                    .as(name)
                    .isEqualTo(400);
        }
    }

    /** RFC 9110, 14.2: a range is for GET alone. */
    @Test
    void whoAsksForTheHeadersGetsThoseOfTheWhole() throws IOException {
        HttpResponse<String> added = http.upload("wang", "/api/resources", "a.pdf", PDF, Map.of("mentorshipId", "m-1"));
        HttpResponse<byte[]> head = http.head("mei", content(added), "Range", "bytes=0-3");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(PDF.length);
        HttpResponse<byte[]> beyond = http.fetch("mei", content(added), "Range", "bytes=999-");
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(http.fetch("mei", content(added), "Range", "bytes=-0").statusCode())
                .isEqualTo(416);
        for (String odd : new String[] {"bytes=99999999999999999999-", "bytes=a-b", "bytes=", "bytes=-"}) {
            assertThat(http.fetch("mei", content(added), "Range", odd).statusCode())
                    .as(odd)
                    .isIn(200, 416);
        }
    }

    @Test
    void whatNobodyAnswersIsAProblemDocumentToo() {
        Caller mei = Caller.basic(port, "mei");
        for (Caller.Answer answer : new Caller.Answer[] {
            mei.get("/api/nothing"),
            mei.put("/api/resources", "{}"),
            mei.with("Accept", "text/csv").get("/api/resources")
        }) {
            assertThat(answer.status()).isIn(404, 405, 406);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.json().path("type").asText()).startsWith("urn:xinhuo:problem:base.");
        }
    }

    @Test
    void aPageThatIsAskedOddlyIsAPage() {
        Caller mei = Caller.browser(port, "mei");
        for (String query : new String[] {"?page=-5", "?page=99999", "?q=%25%5C_", "?shelf=ALL"}) {
            assertThat(mei.get("/library" + query).status()).as(query).isEqualTo(200);
        }
        for (String query : new String[] {"?shelf=%00", "?q=%00"}) {
            Caller.Answer answer = mei.get("/library" + query);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.header("Content-Type")).startsWith("text/html");
        }
        assertThat(mei.get("/library?page=x").status()).isEqualTo(400);
        assertThat(mei.get("/library/nothing").status()).isEqualTo(404);
    }

    private static String text() {
        return new String(PDF, StandardCharsets.UTF_8);
    }

    private static String part(String parameter, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"file\"; " + parameter
                + "\r\nContent-Type: application/pdf\r\n\r\n" + content + "\r\n--b--\r\n";
    }

    private JsonNode version(HttpResponse<String> added) throws IOException {
        return json.readTree(added.body()).path("versions").path(0);
    }

    private String content(HttpResponse<String> added) throws IOException {
        return "/api/resources/" + json.readTree(added.body()).path("id").asText() + "/content";
    }
}
