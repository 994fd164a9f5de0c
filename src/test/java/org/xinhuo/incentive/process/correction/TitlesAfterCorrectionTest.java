package org.xinhuo.incentive.process.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.base.Refusal;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** What a correction of a month does to titles and warnings, from the request to the page of the lecturer. */
@XinhuoWebTest
class TitlesAfterCorrectionTest {

    @LocalServerPort
    int port;

    @Autowired
    EngineDriver driver;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void people() {
        BpmnAwareTests.init(engine);
        company.employee("han")
                .role("han", "hr")
                .employee("hua")
                .role("hua", "hr")
                .employee("mei")
                .employee("wang")
                .lecturer("wang", "default");
    }

    @Test
    void aTitleThatARowWasCountedWrongForIsWithdrawnAndGivenBackEachByANewEntryThatSaysWhy() {
        for (String month : List.of("2026-04", "2026-05", "2026-06")) {
            excellent(month);
            confirmed(month);
        }
        assertThat(Caller.browser(port, "wang").get("/").body()).contains("Senior lecturer");
        write("update share set reported_minutes = 10 where id like 's-2026-05%'");
        corrected("2026-05", "两场分享没有讲满");
        assertThat(entries()).containsExactly("won 2026-06 null", "withdrawn 2026-06 两场分享没有讲满");
        assertThat(driver.told("wang")).contains("title.withdrawn.senior-lecturer");

        var titles =
                Caller.basic(port, "wang").get("/api/lecturers/wang/titles").json();
        assertThat(titles.path("title").isNull()).isTrue();
        assertThat(titles.path("history").path(1).path("kind").asText()).isEqualTo("withdrawn");
        assertThat(titles.path("history").path(1).path("decision").path("key").asText())
                .isEqualTo("lecturer-title");
        assertThat(titles.path("history")
                        .path(1)
                        .path("standing")
                        .path("excellentInARow")
                        .asInt())
                .isEqualTo(1);
        assertThat(Caller.browser(port, "wang").get("/titles").body()).contains("两场分享没有讲满", "No title yet");
        assertThat(Caller.basic(port, "mei").get("/api/lecturers/wang/titles").status())
                .isEqualTo(403);

        write("update share set reported_minutes = 45 where id like 's-2026-05%'");
        corrected("2026-05", "记错了，讲满了");
        assertThat(entries()).hasSize(3).last().isEqualTo("won 2026-06 记错了，讲满了");
        assertThatThrownBy(() -> write("update title_entry set title = 'x'")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> write("delete from title_entry")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> write("truncate title_entry")).hasMessageContaining("append-only");
    }

    @Test
    void aTalkThatWasNotHeldIsCalledOffWhenAFailedMonthIsNone() {
        confirmed("2026-05");
        confirmed("2026-06");
        ProcessInstance talk = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("improvement-talk")
                .singleResult();
        assertThat(talk).isWaitingAt("holdImprovementTalk");
        assertThatThrownBy(() -> engine.getRuntimeService()
                        .createMessageCorrelation("improvement.noticeWithdrawn")
                        .processInstanceBusinessKey(talk.getBusinessKey())
                        .correlate())
                .satisfies(failure -> assertThat(Refusal.in(failure)).isNotNull());
        assertThat(talk).isWaitingAt("holdImprovementTalk");

        excellent("2026-05");
        corrected("2026-05", "五月的分享漏记了");
        assertThat(talk).isEnded().hasPassed("noticeWithdrawn", "callTalkOff", "talkNotNeeded");
        assertThat(driver.told("wang")).contains("incentive.improvementNeeded", "title.noticeWithdrawn");
        assertThat(driver.told("hua")).contains("title.talkCalledOff");
        assertThat(Caller.browser(port, "wang").get("/titles").body()).contains("五月的分享漏记了");
    }

    @Test
    void monthsThatFailOnlyByACorrectionWarnAndFailAgainWarnAgain() {
        excellent("2026-05");
        confirmed("2026-05");
        confirmed("2026-06");
        assertThat(talks()).isZero();
        write("update share set reported_minutes = 10 where id like 's-2026-05%'");
        corrected("2026-05", "没有讲满");
        assertThat(talks()).isOne();
        write("update share set reported_minutes = 45 where id like 's-2026-05%'");
        corrected("2026-05", "讲满了");
        assertThat(talks()).isZero();
        write("update share set reported_minutes = 10 where id like 's-2026-05%'");
        corrected("2026-05", "确实没有讲满");
        assertThat(talks()).isOne();
        assertThat(jdbc.sql("select count(*) from improvement_notice where withdrawn_at is null")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private long talks() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("improvement-talk")
                .count();
    }

    private void excellent(String month) {
        company.heldShare("s-" + month + "-1", "wang", Instant.parse(month + "-10T06:00:00Z"), 45, 2)
                .heldShare("s-" + month + "-2", "wang", Instant.parse(month + "-20T06:00:00Z"), 45, 1)
                .rated("s-" + month + "-1", 10, 10, 10, 10, 10);
    }

    private void confirmed(String period) {
        ProcessInstance review = driver.start("monthly-review", "han", Map.of("period", period));
        driver.runAll(review);
        driver.complete(review, "han", Map.of("confirmed", true));
        driver.runAll(review);
        assertThat(review).isEnded();
    }

    private void corrected(String period, String reason) {
        ProcessInstance correction =
                driver.start("month-correction", "han", Map.of("period", period, "reason", reason));
        driver.runAll(correction);
        driver.complete(correction, "hua", Map.of("confirmed", true));
        driver.runAll(correction);
        assertThat(correction).isEnded();
    }

    private void write(String sql) {
        transaction.executeWithoutResult(open -> jdbc.sql(sql).update());
    }

    private List<String> entries() {
        return jdbc.sql("select kind || ' ' || period || ' ' || coalesce(reason, 'null') from title_entry order by id")
                .query(String.class)
                .list();
    }
}
