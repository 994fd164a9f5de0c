package org.xinhuo.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.incentive.certificate.IssueCertificates;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Certificates over HTTP: who reads and downloads them, and what a stranger learns by a number. */
@XinhuoWebTest
class CertificateTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IssueCertificates issueCertificates;

    @BeforeEach
    void people() {
        company.employee("han")
                .role("han", "hr")
                .employee("shen")
                .role("shen", "auditor")
                .employee("mei")
                .employee("wang")
                .lecturer("wang", "default");
    }

    @Test
    void aTitleBringsOneCertificateHoweverOftenAndByHowManyItIsIssued() {
        entry("won", "2026-06");
        List<CompletableFuture<Void>> atOnce = List.of(
                CompletableFuture.runAsync(issueCertificates::issue),
                CompletableFuture.runAsync(issueCertificates::issue));
        atOnce.forEach(CompletableFuture::join);
        issueCertificates.issue();

        JsonNode honours =
                Caller.basic(port, "wang").get("/api/employees/wang/honours").json();
        assertThat(honours).hasSize(1);
        JsonNode one = honours.path(0);
        assertThat(one.path("kind").asText()).isEqualTo("title");
        assertThat(one.path("honour").asText()).isEqualTo("senior-lecturer");
        assertThat(one.path("period").asText()).isEqualTo("2026-06");
        assertThat(one.path("decision").path("key").asText()).isEqualTo("lecturer-title");
        assertThat(one.path("decision").path("version").asInt()).isEqualTo(2);
        assertThat(one.path("state").asText()).isEqualTo("valid");
        assertThat(one.path("withdrawnAt").isNull()).isTrue();
        assertThat(one.path("number").asText()).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
        assertThat(one.path("checkedAt").asText())
                .endsWith("/certificates/" + one.path("number").asText());
        assertThat(told("wang")).containsExactly("certificate.issued.senior-lecturer");
    }

    @Test
    void aTitleLostByLesserMonthsLeavesTheCertificateValidATitleTakenBackByACorrectionWithdrawsIt() {
        entry("won", "2026-03");
        issueCertificates.issue();
        entry("lost", "2026-05");
        issueCertificates.issue();
        assertThat(states()).containsExactly("2026-03 valid");

        entry("won", "2026-08");
        issueCertificates.issue();
        entry("withdrawn", "2026-08");
        issueCertificates.issue();
        assertThat(states()).containsExactly("2026-08 withdrawn", "2026-03 valid");

        entry("won", "2026-08");
        issueCertificates.issue();
        assertThat(states()).containsExactlyInAnyOrder("2026-08 valid", "2026-08 withdrawn", "2026-03 valid");
    }

    @Test
    void whatWasTakenBackBeforeItWasIssuedIsCertifiedToNobody() {
        entry("won", "2026-03");
        entry("withdrawn", "2026-03");
        award("r1", "CREDITED");
        reversed("r1");
        award("r2", "APPROVED");
        issueCertificates.issue();

        assertThat(states()).isEmpty();
    }

    @Test
    void anAwardThatIsACertificateBringsOneAndItsReversalWithdrawsIt() {
        award("r1", "CREDITED");
        issueCertificates.issueFor("r1");
        issueCertificates.issue();
        assertThat(states()).containsExactly("2026-06 valid");
        assertThat(told("wang")).containsExactly("certificate.issued.knowledge-contribution");

        reversed("r1");
        assertThat(states()).containsExactly("2026-06 withdrawn");
    }

    @Test
    void theOwnerHrAndAuditorsReadAndDownloadItNobodyElse() throws Exception {
        entry("won", "2026-06");
        issueCertificates.issue();
        String number = number();

        for (String reader : List.of("wang", "han", "shen")) {
            assertThat(Caller.basic(port, reader)
                            .get("/api/employees/wang/honours")
                            .json())
                    .hasSize(1);
            byte[] pdf = bytes(reader, "/api/certificates/" + number + "/content", 200);
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(document)).contains("员工wang", "高级讲师", number);
            }
            Caller.Answer file = Caller.browser(port, reader).get("/honours/" + number + ".pdf");
            assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
            assertThat(file.header("Content-Disposition")).startsWith("attachment");
        }
        assertThat(Caller.basic(port, "mei").get("/api/employees/wang/honours").status())
                .isEqualTo(403);
        bytes("mei", "/api/certificates/" + number + "/content", 403);
        Caller mei = Caller.browser(port, "mei");
        assertThat(mei.get("/honours/" + number + ".pdf").status()).isEqualTo(403);
        assertThat(mei.get("/honours?employee=wang").status()).isEqualTo(403);
        assertThat(mei.get("/honours?q=wang").body()).doesNotContain(number);
        bytes("wang", "/api/certificates/0000-0000-0000-0000/content", 404);
        bytes("wang", "/api/certificates/none/content", 404);
        assertThat(stranger("/honours/" + number + ".pdf", "en").statusCode()).isEqualTo(302);
        assertThat(stranger("/api/certificates/" + number + "/content", "en").statusCode())
                .isEqualTo(401);
    }

    @Test
    void whoHasTheNumberChecksItWithoutALoginHoweverItIsTyped() throws Exception {
        entry("won", "2026-06");
        issueCertificates.issue();
        String number = number();

        HttpResponse<String> checked = stranger("/certificates/" + number, "en");
        assertThat(checked.statusCode()).isEqualTo(200);
        assertThat(checked.body())
                .contains("genuine and valid", "员工wang", "Senior Lecturer", "June 2026", "薪火 Xinhuo", number)
                .contains("lecturer-title, version 2")
                .doesNotContain("wang@", ">wang<", "/honours");
        assertThat(checked.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(checked.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(checked.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        assertThat(stranger("/certificates/" + number, "zh-CN").body()).contains("证书真实有效", "员工wang", "高级讲师", "2026年6月");
        String typed = number.toLowerCase(Locale.ROOT).replace('0', 'o').replace("-", "%20");
        assertThat(stranger("/certificates?number=" + typed, "en").body()).contains("genuine and valid");

        entry("withdrawn", "2026-06");
        assertThat(stranger("/certificates/" + number, "en").body())
                .contains("was withdrawn on", "no longer valid")
                .doesNotContain("genuine and valid", "Row was counted wrong");
        assertThat(stranger("/certificates/" + number, "zh-CN").body()).contains("撤销", "现已失效");
    }

    @Test
    void whoGuessesNumbersLearnsNothingAndWaitsWhileWhatIsRightStillOpens() throws Exception {
        entry("won", "2026-06");
        issueCertificates.issue();
        HttpResponse<String> unknown = stranger("/certificates/0000-0000-0000-0000", "en");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("no certificate with this number");
        assertThat(stranger("/certificates/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "en")
                        .body())
                .doesNotContain("<script>alert");
        int status = 404;
        for (int guess = 0; guess < 40 && status == 404; guess++) {
            status = stranger("/certificates/0000-0000-0000-00" + (10 + guess), "en")
                    .statusCode();
        }
        assertThat(status).isEqualTo(429);
        assertThat(stranger("/certificates/" + number(), "en").statusCode()).isEqualTo(200);
    }

    @Test
    void aCertificateIsNeverChangedOrDeleted() {
        entry("won", "2026-06");
        issueCertificates.issue();
        for (String change : List.of(
                "update certificate set holder = 'x'", "delete from certificate", "truncate certificate cascade")) {
            assertThatThrownBy(() -> write(change)).hasMessageContaining("certificates are not changed");
        }
    }

    private void entry(String kind, String period) {
        boolean byCorrection = kind.equals("withdrawn");
        write(
                "insert into title_entry (lecturer_id, title, kind, period, decision_key, decision_version, correction_id,"
                        + " reason, decided_at) values ('wang', 'senior-lecturer', '" + kind + "', '" + period
                        + "', 'lecturer-title', 2, " + (byCorrection ? "'c1', 'Row was counted wrong'" : "null, null")
                        + ", now())");
    }

    private void award(String id, String state) {
        write(
                "insert into reward_entry (id, employee_id, period, kind, amount, currency, decision_key, decision_version,"
                        + " entered_at) values ('" + id + "', 'wang', '2026-0" + (id.equals("r1") ? 6 : 7)
                        + "', 'knowledge-contribution', 0, 'CNY', 'lecturer-reward', 1, now())");
        write("insert into reward_step (reward_id, state, at) values ('" + id + "', 'APPROVED', now())");
        if (state.equals("CREDITED")) {
            write("insert into reward_step (reward_id, state, at) values ('" + id + "', 'CREDITED', now())");
        }
    }

    private void reversed(String id) {
        write(
                "insert into reward_entry (id, employee_id, period, kind, amount, currency, decision_key, decision_version,"
                        + " reversal_of, reason, entered_at) values ('" + id + "-back', 'wang', '2026-06',"
                        + " 'knowledge-contribution', 0, 'CNY', 'lecturer-reward', 1, '" + id
                        + "', 'Counted twice', now())");
    }

    private void write(String sql) {
        company.write(sql);
    }

    private String number() {
        return Caller.basic(port, "wang")
                .get("/api/employees/wang/honours")
                .json()
                .path(0)
                .path("number")
                .asText();
    }

    private List<String> states() {
        return Caller.basic(port, "han").get("/api/employees/wang/honours").json().findParents("state").stream()
                .map(one ->
                        one.path("period").asText() + " " + one.path("state").asText())
                .toList();
    }

    private List<String> told(String person) {
        return jdbc.sql("select code from notice where person_id = ? order by id")
                .param(person)
                .query(String.class)
                .list();
    }

    private byte[] bytes(String reader, String path, int status) throws Exception {
        String login = Base64.getEncoder().encodeToString((reader + ":" + reader).getBytes(StandardCharsets.UTF_8));
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Basic " + login)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 200) {
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
        }
        return answer.body();
    }

    /** Somebody without a login, asking in a language. */
    private HttpResponse<String> stranger(String path, String language) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Accept-Language", language)
                                .header("Accept", "text/html")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
