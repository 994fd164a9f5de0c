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
