package org.xinhuo.mentoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** Cohorts as HR's own systems see them: over HTTP, with jobs fired over the engine's REST interface. */
@XinhuoWebTest
class CohortsApiTest {

    private static final String WEIGHTS =
            "{\"expertise\":0.1,\"experience\":0,\"style\":0.9,\"rating\":0,\"exposureFactor\":2}";

    @Autowired
    TestCompany company;

    @Autowired
    JdbcTemplate jdbc;

    @LocalServerPort
    int port;

    @Autowired
    CompanyTime time;

    Caller hr;

    @BeforeEach
    void people() {
        company.employee("han")
                .role("han", "hr")
                .employee("shen")
                .role("shen", "auditor")
                .jobAsksFor("Consultant", "Analysis", "4", "1")
                .employee("mei")
                .prefers("mei", "supportive")
                .employee("lan")
                .employee("wang")
                .mentor("wang", 1, "logical")
                .expertise("wang", "Analysis", "4", "2")
                .employee("li")
                .mentor("li", 1, "supportive")
                .expertise("li", "Analysis", "2", "2");
        hr = Caller.basic(port, "han").with("Accept-Language", "en");
    }

    @Test
    void whoMayNotStartACohortFromThePageIsSentBackAndItIsWrittenDown() {
        Caller shen = Caller.browser(port, "shen").with("Referer", "http://localhost:" + port + "/cohorts/comparison");
        Map<String, String> fields = Map.of("name", "Autumn", "ids", "mei");
        for (String path : List.of("/cohorts", "/cohorts/comparison")) {
            assertThat(shen.formFrom("/cohorts", path, fields).status()).isEqualTo(302);
            assertThat(shen.get("/cohorts/comparison").body()).contains("role=\"alert\"", "value=\"Autumn\"");
        }
        assertThat(jdbc.queryForList(
                        "select person_id || ' ' || channel || ' ' || action from refusal order by id", String.class))
                .containsExactly("shen page POST /cohorts", "shen page POST /cohorts/comparison");
        assertThat(jdbc.queryForObject("select count(*) from cohort", Long.class))
                .isZero();
    }

    @Test
    void hrStartsACohortAndFollowsIt() {
        Answer formed = hr.post("/api/cohorts", "{\"name\":\" Autumn \",\"menteeIds\":[\"mei\",\"lan\"]}");
        assertThat(formed.status()).isEqualTo(201);
        String id = formed.json().get("id").asText();
        assertThat(formed.header("Location")).endsWith("/api/cohorts/" + id);
        assertThat(formed.json().get("state").asText()).isEqualTo("starting");
        assertThat(formed.json().get("states").get("starting").asInt()).isEqualTo(2);
        runJobs();
        JsonNode choosing = hr.get("/api/cohorts/" + id).json();
        assertThat(choosing.get("state").asText()).isEqualTo("matching");
        assertThat(choosing.get("name").asText()).isEqualTo("Autumn");
        assertThat(choosing.get("blockingPairs").isNull()).isTrue();
        fire("choiceDue");
        runJobs();
        JsonNode assigned = Caller.basic(port, "shen").get("/api/cohorts/" + id).json();
        assertThat(assigned.get("state").asText()).isEqualTo("assigned");
        assertThat(assigned.get("silent").asInt()).isEqualTo(2);
        assertThat(assigned.get("unmatched").asInt()).isZero();
        assertThat(assigned.get("blockingPairs").get("count").asInt()).isZero();
        assertThat(assigned.get("load").get("max").decimalValue()).isEqualByComparingTo("1");
        JsonNode list = hr.get("/api/cohorts").json();
        assertThat(list).hasSize(1);
        assertThat(list.get(0).get("id").asText()).isEqualTo(id);
    }

    @Test
    void whoLeftWhileAMentorWasAskedIsWithNobody() {
        String id = hr.post("/api/cohorts", "{\"name\":\"Autumn\",\"menteeIds\":[\"mei\",\"lan\"]}")
                .json()
                .get("id")
                .asText();
        runJobs();
        fire("choiceDue");
        runJobs();

        Answer told = hr.post("/api/employees/mei/departure", "{\"on\":\"" + time.today() + "\"}");
        assertThat(told.status()).as(told.toString()).isBetween(200, 204);
        runJobs();

        JsonNode report = hr.get("/api/cohorts/" + id).json();
        assertThat(report.at("/states/paired").asInt()).isZero();
        assertThat(report.at("/states/ended").asInt()).isEqualTo(1);
        assertThat(report.at("/states/asking").asInt()).isEqualTo(1);
    }

    /** As the mentees themselves, with their own rights in the engine. */
    @Test
    void theLastAnswerOfTheMenteesAssignsTheCohort() {
        String id = hr.post("/api/cohorts", "{\"name\":\"Autumn\",\"menteeIds\":[\"mei\",\"lan\"]}")
                .json()
                .get("id")
                .asText();
        runJobs();
        for (String mentee : new String[] {"mei", "lan"}) {
            String task = jdbc.queryForObject("select id_ from act_ru_task where assignee_ = ?", String.class, mentee);
            Answer chosen = Caller.basic(port, mentee)
                    .post(
                            "/engine-rest/task/" + task + "/complete",
                            "{\"variables\":{\"choice\":{\"value\":\"auto\"}}}");
            assertThat(chosen.status()).as(chosen.body()).isEqualTo(204);
        }
        runJobs();
        JsonNode report = hr.get("/api/cohorts/" + id).json();
        assertThat(report.get("state").asText()).isEqualTo("assigned");
        assertThat(report.get("auto").asInt()).isEqualTo(2);
        assertThat(report.get("states").get("asking").asInt()).isEqualTo(2);
    }

    @Test
    void whoCannotBeInACohortIsNamedAndNothingIsStored() {
        Answer refused = hr.post("/api/cohorts", "{\"name\":\"x\",\"menteeIds\":[\"mei\",\"who\",\"mei\",null]}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().get("type").asText()).isEqualTo("urn:xinhuo:problem:cohort.unfit");
        assertThat(refused.json().get("problems").findValuesAsText("menteeId")).containsExactly("who", "mei", "");
        assertThat(refused.json().get("problems").get(0).get("reason").asText())
                .isEqualTo("there is no employee \"who\"");
        assertThat(refused.json().get("problems").get(1).get("position").asInt())
                .isEqualTo(3);
        assertThat(hr.post("/api/cohorts", "{\"name\":\"x\",\"menteeIds\":[\"a\\u0000\"]}")
                        .status())
                .isEqualTo(422);
        company.write("update employee set hired_on = date '2099-01-01' where id = 'mei'");
        assertThat(hr.post("/api/cohorts", "{\"name\":\"x\",\"menteeIds\":[\"mei\"]}")
                        .json()
                        .get("problems")
                        .get(0)
                        .get("code")
                        .asText())
                .isEqualTo("cohort.mentee.notHiredYet");
        for (String body : new String[] {
            "{\"name\":\"x\"}",
            "{\"name\":\"x\",\"menteeIds\":[]}",
            "{\"menteeIds\":[\"mei\"]}",
            "{\"name\":\"  \",\"menteeIds\":[\"mei\"]}",
            "{\"name\":\"" + "x".repeat(101) + "\",\"menteeIds\":[\"mei\"]}",
            "{\"name\":\"x\",\"menteeIds\":\"mei\"}",
            "{\"name\":\"x\",\"menteeIds\":[{}]}",
            "{\"name\":\"x\",\"menteeIds\":[" + "\"a\",".repeat(5000) + "\"a\"]}",
            "nonsense"
        }) {
            Answer answer = hr.post("/api/cohorts", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.json().get("type").asText()).startsWith("urn:xinhuo:problem:");
        }
        assertThat(jdbc.queryForObject("select count(*) from cohort", Integer.class))
                .isZero();
    }

    @Test
    void onlyHrStartsAndOnlyThoseWhoReadAllRead() {
        Caller mei = Caller.basic(port, "mei");
        assertThat(mei.post("/api/cohorts", "{\"name\":\"x\",\"menteeIds\":[\"mei\"]}")
                        .status())
                .isEqualTo(403);
        assertThat(Caller.basic(port, "shen")
                        .post("/api/cohorts", "{\"name\":\"x\",\"menteeIds\":[\"mei\"]}")
                        .status())
                .isEqualTo(403);
        assertThat(mei.post("/api/cohorts/dry-run", "{\"menteeIds\":[\"mei\"],\"weights\":[" + WEIGHTS + "]}")
                        .status())
                .isEqualTo(403);
        assertThat(mei.get("/api/cohorts").status()).isEqualTo(403);
        assertThat(mei.get("/api/cohorts/none").status()).isEqualTo(403);
        assertThat(hr.get("/api/cohorts/none").status()).isEqualTo(404);
        assertThat(Caller.nobody(port).get("/api/cohorts").status()).isEqualTo(401);
    }

    @Test
    void aDryRunComparesWeightsAndStoresNothing() {
        Answer answer =
                hr.post("/api/cohorts/dry-run", "{\"menteeIds\":[\"mei\",\"lan\"],\"weights\":[" + WEIGHTS + "]}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode outcomes = answer.json().get("outcomes");
        assertThat(outcomes).hasSize(2);
        assertThat(outcomes.get(0).get("weights").isNull()).isTrue();
        assertThat(outcomes.get(0).get("quality").get("assigned").asInt()).isEqualTo(2);
        assertThat(outcomes.get(1).get("weights").get("style").decimalValue()).isEqualByComparingTo("0.9");
        assertThat(outcomes.get(1).get("quality").get("averageRank").decimalValue())
                .isLessThanOrEqualTo(
                        outcomes.get(0).get("quality").get("averageRank").decimalValue());
        assertThat(jdbc.queryForObject("select count(*) from act_hi_decinst", Integer.class))
                .isZero();
        assertThat(jdbc.queryForObject(
                        "select (select count(*) from cohort) + (select count(*) from shortlist)"
                                + " + (select count(*) from prepared_shortlist)",
                        Integer.class))
                .isZero();
    }

    @Test
    void weightsThatMakeNoSenseAreRefused() {
        for (String weights : new String[] {
            "",
            "{}",
            WEIGHTS.replace("0.9", "-1"),
            WEIGHTS.replace("0.9", "1001"),
            WEIGHTS.replace("0.9", "0.1234567"),
            WEIGHTS.replace("0.9", "1e-400"),
            WEIGHTS.replace("0.9", "\"much\""),
            WEIGHTS.replace("0.9", "0").replace("0.1", "0"),
            WEIGHTS.replace(":2", ":0"),
            (WEIGHTS + ",").repeat(5) + WEIGHTS
        }) {
            Answer answer = hr.post("/api/cohorts/dry-run", "{\"menteeIds\":[\"mei\"],\"weights\":[" + weights + "]}");
            assertThat(answer.status()).as(weights).isEqualTo(400);
        }
    }

    @Test
    void hrWithdrawsACohortOnceWithAReason() {
        String id = hr.post("/api/cohorts", "{\"name\":\"Autumn\",\"menteeIds\":[\"mei\",\"lan\"]}")
                .json()
                .get("id")
                .asText();
        runJobs();
        String path = "/api/cohorts/" + id + "/withdrawal";
        String mistake = "{\"reason\":\"mistake\"}";
        for (String person : List.of("mei", "wang", "shen")) {
            assertThat(Caller.basic(port, person).post(path, mistake).status())
                    .as(person)
                    .isEqualTo(403);
        }
        assertThat(Caller.nobody(port).post(path, mistake).status()).isEqualTo(401);
        assertThat(hr.post("/api/cohorts/none/withdrawal", mistake).status()).isEqualTo(404);
        for (String body : new String[] {
            "{}",
            "{\"reason\":null}",
            "{\"reason\":\"  \"}",
            "{\"reason\":\"a\\u0000\"}",
            "{\"reason\":\"" + "x".repeat(501) + "\"}",
            "{\"reason\":{}}",
            "nonsense"
        }) {
            assertThat(hr.post(path, body).status()).as(body).isEqualTo(400);
        }
        assertThat(hr.get("/api/cohorts/" + id).json().get("withdrawal").isNull())
                .isTrue();

        Answer withdrawn = hr.post(path, mistake);
        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(202);
        assertThat(withdrawn.json().get("state").asText()).isEqualTo("withdrawing");
        Answer again = hr.post(path, mistake);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("detail").asText()).isEqualTo("The cohort \"Autumn\" has been withdrawn already.");
        runJobs();
        JsonNode report = Caller.basic(port, "shen").get("/api/cohorts/" + id).json();
        assertThat(report.get("state").asText()).isEqualTo("withdrawn");
        assertThat(report.at("/withdrawal/by").asText()).isEqualTo("han");
        assertThat(report.at("/withdrawal/reason").asText()).isEqualTo("mistake");
        assertThat(report.at("/withdrawal/withdrawn").asInt()).isEqualTo(2);
        assertThat(hr.get("/api/cohorts").json().get(0).get("state").asText()).isEqualTo("withdrawn");
        assertThat(hr.post(path, mistake).status()).isEqualTo(409);
    }

    @Test
    void aCohortInWhichNobodyWaitsIsNotWithdrawn() {
        String id = hr.post("/api/cohorts", "{\"name\":\"Autumn\",\"menteeIds\":[\"mei\"]}")
                .json()
                .get("id")
                .asText();
        runJobs();
        company.write("update mentorship set ended_at = now(), state = 'STOPPED'");
        Answer refused = hr.post("/api/cohorts/" + id + "/withdrawal", "{\"reason\":\"mistake\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("type").asText()).endsWith("cohort.withdraw.nobodyWaits");
        assertThat(hr.get("/api/cohorts/" + id).json().get("withdrawal").isNull())
                .isTrue();
    }

    private void fire(String activity) {
        String id = jdbc.queryForObject(
                "select j.id_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_ where d.act_id_ = ?",
                String.class,
                activity);
        assertThat(hr.post("/engine-rest/job/" + id + "/execute", "{}").status())
                .isEqualTo(204);
    }

    private void runJobs() {
        while (true) {
            var next = jdbc.queryForList("select id_ from act_ru_job where type_ = 'message' limit 1", String.class);
            if (next.isEmpty()) {
                return;
            }
            assertThat(hr.post("/engine-rest/job/" + next.get(0) + "/execute", "{}")
                            .status())
                    .isEqualTo(204);
        }
    }
}
