package org.xinhuo.incentive.merit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Excellent lecturers have others' material, from their result to the next, asked at every access. */
@XinhuoWebTest
class MaterialRightTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private String file = "";

    @BeforeEach
    void aShareOfWangs() {
        company.employee("wang").lecturer("wang", "default").employee("li").lecturer("li", "default");
        company.employee("mei")
                .heldShare("s1", "wang", Instant.now().minusSeconds(86_400), 45, 0)
                .write("update share set submitted_at = starts_at where id = 's1'");
        file = as("wang")
                .multipart("/api/shares/s1/files", "file", "访谈提纲.txt", "先问需求。", Map.of())
                .json()
                .path("id")
                .asText();
        assertThat(file).isNotEmpty();
    }

    @Test
    void theRightBeginsAndEndsWithTheResult() {
        assertThat(has("li")).isFalse();
        month("2026-05", 0, "excellent");
        assertThat(has("li")).isTrue();
        assertThat(Caller.browser(port, "li").get("/shares").body()).contains("Material of other lecturers");
        assertThat(has("mei")).isFalse();

        // A correction takes it at once.
        month("2026-05", 1, "good");
        assertThat(has("li")).isFalse();
        month("2026-05", 2, "excellent");
        assertThat(has("li")).isTrue();

        // And so does the next month.
        month("2026-06", 0, "good");
        assertThat(has("li")).isFalse();
        assertThat(Caller.browser(port, "li").get("/shares").body()).doesNotContain("Material of other lecturers");
    }

    @Test
    void itIsTheLatestMonthOfTheCompanyAndOfWhoIsALecturerStill() {
        month("2026-05", 0, "excellent");
        assertThat(has("li")).isTrue();
        transaction.executeWithoutResult(open ->
                jdbc.sql("delete from lecturer where employee_id = 'li'").update());
        assertThat(has("li")).isFalse();
    }

    @Test
    void whatWasNotHeldStaysWithItsAudience() {
        month("2026-05", 0, "excellent");
        company.write("update share set state = 'CANCELLED' where id = 's1'");
        assertThat(has("li")).isFalse();
    }

    private boolean has(String person) {
        int content = as(person).get("/api/shares/s1/content").status();
        int download = as(person).get("/api/resources/" + file + "/content").status();
        assertThat(content == 200).as(content + " and " + download).isEqualTo(download == 200);
        return download == 200;
    }

    private Caller as(String person) {
        return Caller.basic(port, person);
    }

    private void month(String period, int revision, String grade) {
        company.correctedMonth("li", period, revision, grade);
    }
}
