package org.xinhuo.library.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.library.LibraryCompany;
import org.xinhuo.library.SampleFiles;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** What somebody sees who follows a link to a file. */
@XinhuoWebTest
class ContentPageTest {

    private static final byte[] PDF = SampleFiles.pdf("0123456789");

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    ObjectMapper json;

    FilesOverHttp http;
    String id;

    @BeforeEach
    void aFileOfAPair() throws IOException {
        new LibraryCompany(company);
        http = new FilesOverHttp(port);
        String added = http.upload("wang", "/api/resources", "a.pdf", PDF, Map.of("mentorshipId", "m-1"))
                .body();
        id = json.readTree(added).path("id").asText();
    }

    @Test
    void whoMayHaveItGetsItAndWhoMayNotReadsWhyInHisLanguage() {
        Answer given = browser("mei").get("/library/" + id + "/content");
        assertThat(given.status()).isEqualTo(200);
        assertThat(given.header("Content-Disposition")).startsWith("attachment");

        Answer refused = browser("lin").get("/library/" + id + "/content");
        assertThat(refused.status()).isIn(403, 404);
        assertThat(refused.header("Content-Type")).startsWith("text/html");
        assertThat(refused.body()).contains("lang=\"zh-CN\"").doesNotContain("urn:xinhuo:problem");
        // An address stands in the logs of every proxy.
        Answer withoutReason = browser("han").get("/library/" + id + "/content?reason=complaint");
        assertThat(withoutReason.status()).isEqualTo(400);
        assertThat(withoutReason.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void hrSaysWhyOnceADayAndIsThenOfferedTheFile() {
        String page = "/library/" + id;
        Caller han = browser("han");
        assertThat(han.get(page).body()).contains("name=\"reason\"").doesNotContain(page + "/content");
        han.with("Referer", "http://localhost:" + port + page);
        Answer none = han.form(page + "/reading", Map.of("reason", "ok", "_csrf", han.token(page)));
        assertThat(none.status()).isEqualTo(302);
        assertThat(han.get(page).body()).contains("请说明查看这份文件的原因", "value=\"ok\"");

        Answer given = han.form(page + "/reading", Map.of("reason", "学员投诉", "_csrf", han.token(page)));
        assertThat(given.header("Location")).endsWith(page).doesNotContain("reason");
        assertThat(han.get(page).body()).doesNotContain("name=\"reason\"").contains(page + "/content?version=1");
        assertThat(han.get(page + "/content?version=1").status()).isEqualTo(200);
        assertThat(browser("wang").get(page).body()).contains("学员投诉");
    }

    @Test
    void hrWithAForwardedVersionIsOfferedThatOneAlone() {
        assertThat(Caller.basic(port, "wang")
                        .post("/api/resources/" + id + "/forwards", "{\"employeeIds\":[\"han\"]}")
                        .status())
                .isEqualTo(200);
        assertThat(http.upload("wang", "/api/resources/" + id + "/versions", "b.pdf", PDF, Map.of())
                        .statusCode())
                .isEqualTo(201);
        // As of a forward by somebody who has the first one alone.
        company.write("update resource_grant set versions = '{[1,2)}'");
        String link = "/library/" + id + "/content?version=";

        Caller han = browser("han");
        assertThat(han.get("/library/" + id).body())
                .contains("b.pdf", link + "1")
                .doesNotContain(link + "2");
        assertThat(han.get(link + "1").status()).isEqualTo(200);
        assertThat(browser("wang").get("/library/" + id).body()).contains(link + "1", link + "2");
    }

    private Caller browser(String person) {
        return Caller.browser(port, person)
                .with("Accept", "text/html,application/json;q=0.9")
                .with("Accept-Language", "zh-CN");
    }
}
