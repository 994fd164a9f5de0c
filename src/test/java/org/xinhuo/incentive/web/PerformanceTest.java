package org.xinhuo.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** The lecturer result in the performance review, over HTTP. */
@XinhuoWebTest
class PerformanceTest {

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void threeMonthsOfWangAndOneOfLi() {
        company.employee("han")
                .role("han", "hr")
                .employee("shen")
                .role("shen", "auditor")
                .employee("li")
                .lecturer("li", "default")
                .employee("wang")
                .lecturer("wang", "default")
                .confirmedMonth("wang", "2026-03", "excellent")
                .confirmedMonth("wang", "2026-04", "good")
                .confirmedMonth("wang", "2026-06", "good")
                .confirmedMonth("wang", "2026-07", "excellent")
                .confirmedMonth("li", "2026-04", "pass");
        score("wang", "2026-03", "90.00");
        score("wang", "2026-04", "80.00");
        score("wang", "2026-06", "85.05");
        score("li", "2026-04", "61.10");
    }

    /** 15 where 0.15 is meant: nobody's review gets fifteen times the score, and the answer says which table it is. */
    @Test
    void aWeightThatIsNoFractionIsRefused() throws IOException {
        String table = Files.readString(Path.of("dmn", "performance-weight.dmn"));
        for (String slip : List.of("15", "-0.15")) {
            String deployment = engine.getRepositoryService()
                    .createDeployment()
                    .addString(
                            "performance-weight.dmn", table.replace("<text>0.15</text>", "<text>" + slip + "</text>"))
                    .deploy()
                    .getId();
            try {
                Caller.Answer answer = Caller.basic(port, "han").get("/api/performance?from=2026-03&to=2026-06");
                assertThat(answer.status()).as(slip).isEqualTo(409);
                assertThat(answer.body()).contains("performance-weight").contains(slip);
            } finally {
                engine.getRepositoryService().deleteDeployment(deployment, true);
            }
        }
    }

    /** (90.00 + 80.00 + 85.05) / 3 = 85.01666…; 15 % of it is 12.7525. A month without a result counts for nothing. */
    @Test
    void theMeanOfConfirmedMonthsEntersAtTheWeightOfTheTable() {
        JsonNode lines = Caller.basic(port, "han")
                .get("/api/performance?from=2026-03&to=2026-06")
                .json();
        assertThat(lines).hasSize(2);
        JsonNode wang = lines.path(1);
        assertThat(wang.path("employeeId").asText()).isEqualTo("wang");
        assertThat(wang.path("score").asText()).isEqualTo("85.02");
        assertThat(wang.path("weight").asText()).isEqualTo("0.15");
        assertThat(wang.path("points").asText()).isEqualTo("12.75");
        assertThat(wang.path("decision").path("key").asText()).isEqualTo("performance-weight");
        assertThat(wang.path("decision").path("version").asInt()).isPositive();
        assertThat(wang.path("months").findValuesAsText("period")).containsExactly("2026-03", "2026-04", "2026-06");
        assertThat(lines.path(0).path("points").asText()).isEqualTo("9.17"); // 0.15 · 61.10 = 9.165
    }

    @Test
    void aMonthThatIsNotConfirmedDoesNotCountAndACorrectionDoes() {
        company.correctedMonth("wang", "2026-07", 1, "pass");
        replica("update month_result set score = 70 where period = '2026-07' and revision = 1");
        replica("update month_result set confirmed_at = null where period = '2026-06'");
        JsonNode wang = Caller.basic(port, "shen")
                .get("/api/performance?from=2026-06&to=2026-07")
                .json()
                .path(0);
        assertThat(wang.path("months").findValuesAsText("period")).containsExactly("2026-07");
        assertThat(wang.path("points").asText()).isEqualTo("10.50");
    }

    @Test
    void theFileSaysTheSameAndNoNameInItRunsAsAFormula() {
        company.write("update employee set name = '=HYPERLINK(\"http://x\",\"王\")' where id = 'wang'");
        Caller.Answer file = Caller.basic(port, "han").get("/api/performance.csv?from=2026-03&to=2026-06");
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).contains("performance-2026-03-2026-06.csv");
        assertThat(file.body()).startsWith("\uFEFFemployeeId,name,");
        List<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(file.body().substring(1))
                .stream()
                .toList();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).getField("name")).isEqualTo("'=HYPERLINK(\"http://x\",\"王\")");
        assertThat(rows.get(1).getField("months")).isEqualTo("3");
        assertThat(rows.get(1).getField("points")).isEqualTo("12.75");
        assertThat(rows.get(1).getField("decision")).isEqualTo("performance-weight");

        Caller chinese = Caller.browser(port, "han").with("Accept-Language", "zh-CN");
        assertThat(chinese.get("/performance.csv?from=2026-03&to=2026-06").body())
                .startsWith("\uFEFF工号,姓名,部门,讲师组,起始月份,截止月份,月数,平均得分,权重,计入分,决策表,版本");
    }

    @Test
    void onlyHrAuditorsAndAdministratorsTakeItAndOddSpansAreRefused() {
        for (String path : List.of("/api/performance", "/api/performance.csv")) {
            assertThat(Caller.basic(port, "wang")
                            .get(path + "?from=2026-03&to=2026-06")
                            .status())
                    .isEqualTo(403);
            assertThat(Caller.basic(port, "han")
                            .get(path + "?from=2026-06&to=2026-03")
                            .status())
                    .isEqualTo(400);
            assertThat(Caller.basic(port, "han")
                            .get(path + "?from=June&to=2026-03")
                            .status())
                    .isEqualTo(400);
            assertThat(Caller.basic(port, "han")
                            .get(path + "?from=1990-01&to=2026-03")
                            .status())
                    .isEqualTo(400);
        }
        Caller wang = Caller.browser(port, "wang");
        assertThat(wang.get("/performance").status()).isEqualTo(403);
        assertThat(wang.get("/performance.csv?from=2026-03&to=2026-06").status())
                .isEqualTo(403);
    }

    private void score(String lecturer, String period, String score) {
        replica("update month_result set score = " + score + " where lecturer_id = '" + lecturer + "' and period = '"
                + period + "'");
    }

    /** Past the trigger that keeps confirmed months as they are. */
    private void replica(String sql) {
        transaction.executeWithoutResult(open -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(sql).update();
        });
    }
}
