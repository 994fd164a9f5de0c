package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.mentoring.OpenMentorship;
import org.xinhuo.testing.Caller;

/** Who reads the log, with which reason, and who learns of it. */
class LogReadersApiTest extends LogOverHttp {

    @ParameterizedTest
    @CsvSource({
        "mei, '', 200, 0",
        "mei, curious, 200, 0",
        "wang, '', 200, 0",
        "han, '', 400, 0",
        "han, ' ', 400, 0",
        "han, complaint, 200, 2",
        "shen, '', 200, 1",
        "shen, review, 200, 2",
        "li, curious, 403, 0",
        "admin, repair, 403, 0",
        "zhao, manager, 403, 0",
        "otto, curious, 403, 0"
    })
    void whoReads(String person, String reason, int status, int kept) {
        if (!reason.isEmpty()) {
            assertThat(giveReason(person, reason).status()).isEqualTo(status == 200 ? 204 : status);
        }
        assertThat(as(person).get(LOG).status()).isEqualTo(status);
        assertThat(count("log_reading")).isEqualTo(kept);
    }

    /** An address stands in the logs of every proxy. */
    @Test
    void aReasonInTheAddressIsNone() {
        assertThat(as("han").get(LOG + "?reason=complaint").status()).isEqualTo(400);
        assertThat(count("log_reading")).isZero();
    }

    @Test
    void aReasonHoldsForItsDayAndForItsLogAlone(@Autowired OpenMentorship open) {
        company.employee("lan");
        open.open("m-2", "lan", null);
        giveReason("han", "complaint");
        assertThat(as("han").get(LOG).status()).isEqualTo(200);
        assertThat(as("han").get("/api/mentorships/m-2/log").status()).isEqualTo(400);
        Date now = ClockUtil.getCurrentTime();
        try {
            ClockUtil.setCurrentTime(Date.from(now.toInstant().plus(Duration.ofDays(1))));
            assertThat(as("han").get(LOG).status()).isEqualTo(400);
        } finally {
            ClockUtil.reset();
        }
    }

    @Test
    void auditorsSeeWhoReadWhichLog() {
        giveReason("han", "complaint");
        as("han").get(LOG);
        as("shen").get(LOG);
        JsonNode all = as("shen").get("/api/audit/log-readings").json();
        assertThat(all).hasSize(3);
        assertThat(all.get(0).path("readerId").asText()).isEqualTo("shen");
        assertThat(all.get(1).path("reason").asText()).isEqualTo("complaint");
        assertThat(all.get(1).path("as").asText()).isEqualTo("hr");
        assertThat(all.get(1).path("mentorshipId").asText()).isEqualTo("m-1");
        assertThat(as("shen").get("/api/audit/log-readings?reader=han").json()).hasSize(2);
        assertThat(as("shen").get("/api/audit/log-readings?mentorship=m-2").json())
                .isEmpty();
        assertThat(as("shen")
                        .get("/api/audit/log-readings?offset=1&limit=1")
                        .json()
                        .get(0)
                        .path("readerId")
                        .asText())
                .isEqualTo("han");
        assertThat(as("shen").get("/api/audit/log-readings?limit=0").status()).isEqualTo(400);
        assertThat(as("han").get("/api/audit/log-readings").status()).isEqualTo(403);
        assertThat(as("mei").get("/api/audit/log-readings").status()).isEqualTo(403);
        String page = Caller.browser(port, "shen")
                .get("/audit/log-readings?reader=han")
                .body();
        assertThat(page).contains("complaint").contains("/audit/log-readings?mentorship=m-1");
    }

    private Caller.Answer giveReason(String person, String reason) {
        return as(person).post(LOG + "/readings", "{\"reason\":\"" + reason + "\"}");
    }

    @Test
    void aReadingIsKeptForGood() {
        giveReason("han", "complaint");
        assertThat(jdbc.sql("select reader_id || reading_as || reason from log_reading")
                        .query(String.class)
                        .single())
                .isEqualTo("hanhrcomplaint");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> company.write("delete from log_reading"))
                .hasMessageContaining("only added");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> company.write("update log_reading set reason = 'none'"))
                .hasMessageContaining("only added");
    }
}
