package org.xinhuo.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;

/** Nobody gets past the promotion gate, whichever way he comes; and it is told before what is missing. */
class PromotionWaysInTest extends PromotionCase {

    @Autowired
    PromotionRoles roles;

    @Autowired
    KnownRoles known;

    @Test
    void itIsSaidBeforehandWhatThereIsAndWhatIsMissing() {
        months(4, "excellent");
        JsonNode gate = wang().get("/api/promotions/eligibility").json();
        assertThat(gate.path("eligible").asBoolean()).isFalse();
        assertThat(gate.path("conditions").toString())
                .isEqualTo("[{\"condition\":\"lecturerMonths\",\"need\":6,\"have\":4,\"met\":false},"
                        + "{\"condition\":\"excellentMonths\",\"need\":6,\"have\":4,\"met\":false}]");
        assertThat(gate.path("missing")).hasSize(2);
        assertThat(gate.path("decision").path("key").asText()).isEqualTo("promotion-eligibility");
        Caller browser = Caller.browser(port, "wang");
        assertThat(browser.get("/promotion").body())
                .contains("6 confirmed lecturer months are needed; there are 4")
                .doesNotContain(">Apply<");

        months(6, "excellent");
        assertThat(wang().get("/api/promotions/eligibility")
                        .json()
                        .path("eligible")
                        .asBoolean())
                .isTrue();
        assertThat(browser.get("/promotion").body()).contains(">Apply<").doesNotContain("Still missing");
        assertThat(Caller.basic(port, "mei")
                        .get("/api/promotions/eligibility?employeeId=wang")
                        .status())
                .isEqualTo(403);
        // The manager sees it, and applies for nobody.
        assertThat(Caller.browser(port, "zhao").get("/promotion?employee=wang").body())
                .contains("met")
                .doesNotContain(">Apply<");
    }

    @Test
    void theEnginesRestInterfaceOpensNoGate() {
        months(5, "excellent");
        refused(wang().post("/engine-rest/process-definition/key/promotion/start", FOR_DEPARTMENT_MANAGER));
    }

    @Test
    void theStartFormOfTasklistOpensNoGate() {
        months(5, "excellent");
        refused(wang().post("/engine-rest/process-definition/key/promotion/submit-form", FOR_DEPARTMENT_MANAGER));
        Caller tasklist = Caller.browser(port, "wang");
        tasklist.get("/camunda/app/tasklist/default/");
        String definition = wang().get("/engine-rest/process-definition/key/promotion")
                .json()
                .path("id")
                .asText();
        refused(tasklist.with("X-XSRF-TOKEN", tasklist.cookie("XSRF-TOKEN"))
                .post(
                        "/camunda/api/engine/engine/default/process-definition/" + definition + "/submit-form",
                        FOR_DEPARTMENT_MANAGER));
    }

    /** The form lists no roles of its own: what it proposes is of the table, and what it takes is asked of the table. */
    @Test
    void theStartFormAndTheTableKnowTheSameRoles() throws IOException {
        JsonNode form = new ObjectMapper()
                .readTree(Path.of("bpmn/forms/promotion-start.form").toFile());
        for (JsonNode field : form.path("components")) {
            assertThat(field.has("values")).as("a list of its own").isFalse();
            if (field.path("key").asText().equals("targetRole")) {
                String both = field.path("defaultValue").asText();
                assertThat(roles.named()).contains(known.meant(both));
                assertThat(both.split(" / "))
                        .hasSize(2)
                        .allSatisfy(name -> assertThat(known.meant(name)).isEqualTo(known.meant(both)));
            }
        }
        String start = "/engine-rest/process-definition/key/promotion/submit-form";
        String role = "{\"variables\":{\"targetRole\":{\"value\":\"%s\"}}}";
        Answer unknown = wang().with("Accept-Language", "zh-CN").post(start, role.formatted("总裁"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body()).contains("没有晋升到“总裁”的规则，可申请的岗位：部门经理 (department-manager)");

        months(6, "excellent");
        assertThat(wang().post(start, role.formatted(" 部门经理 ")).status()).isEqualTo(200);
        assertThat(jdbc.sql("select target_role from promotion_application")
                        .query(String.class)
                        .single())
                .as("by its name")
                .isEqualTo("department-manager");
    }

    @Test
    void theProductsApiOpensNoGate() {
        months(5, "excellent");
        refused(wang().post("/api/promotions", "{\"targetRole\":\"department-manager\"}"));
        refused(wang().post("/api/promotions", "{\"targetRole\":\"president\"}"));
        refused(wang().post("/api/promotions", "{}"));
    }

    @Test
    void aPageThatWasOpenedBeforeTheMonthsChangedOpensNoGate() {
        months(6, "excellent");
        Caller browser = Caller.browser(port, "wang");
        assertThat(browser.get("/promotion").body()).contains(">Apply<");
        String token = browser.token("/promotion");
        months(6, "good");
        Answer answer = browser.form(
                "/promotion", Map.of("employee", "wang", "targetRole", "department-manager", "_csrf", token));
        assertThat(answer.status()).isIn(302, 400);
        assertThat(browser.get("/promotion").body()).contains("Still missing").doesNotContain(">Apply<");
        nothingStored();
    }

    @Test
    void whoseApplicationWasApprovedDoesNotApplyForTheSameRoleAgain() {
        months(6, "excellent");
        company.write(
                "insert into promotion_application (id, employee_id, target_role, state, submitted_by, submitted_at,"
                        + " lecturer_months, excellent_months, decision_version) values ('p0', 'wang', 'department-manager',"
                        + " 'GRANTED', 'wang', now(), 6, 6, 1)");
        JsonNode gate = wang().get("/api/promotions/eligibility").json();
        assertThat(gate.path("granted").asBoolean()).isTrue();
        assertThat(Caller.browser(port, "wang").get("/promotion").body())
                .contains("is approved")
                .doesNotContain(">Apply<");
        Answer again = wang().post("/api/promotions", "{\"targetRole\":\"department-manager\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("approved already");
        assertThat(jdbc.sql("select count(*) from promotion_application")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aRoleThatTheOwnerAddsToTheTableIsOnThePage() throws IOException {
        months(6, "excellent");
        assertThat(Caller.browser(port, "wang").get("/promotion").body()).doesNotContain("course-director");
        String deployed = withACourseDirector();
        try {
            Caller browser = Caller.browser(port, "wang");
            assertThat(browser.get("/promotion").body())
                    .contains("gate-department-manager", "gate-course-director", "To become: course-director");
            assertThat(browser.formFrom("/promotion", "/promotion", Map.of("targetRole", "course-director"))
                            .status())
                    .isEqualTo(302);
            assertThat(jdbc.sql("select target_role from promotion_application")
                            .query(String.class)
                            .single())
                    .isEqualTo("course-director");
        } finally {
            engine.getRepositoryService().deleteDeployment(deployed, true);
        }
    }

    private String withACourseDirector() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/dmn/promotion-eligibility.dmn")) {
            String table = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            int last = table.lastIndexOf("<rule");
            int end = table.lastIndexOf("</rule>") + "</rule>".length();
            String eligible = table.substring(last, end);
            String added = eligible.replace("Rule4", "Rule5").replace("department-manager", "course-director");
            return engine.getRepositoryService()
                    .createDeployment()
                    .addString(
                            "promotion-eligibility.dmn",
                            (table.substring(0, end) + added + table.substring(end))
                                    .replace(
                                            "not(\"department-manager\")",
                                            "not(\"department-manager\", \"course-director\")"))
                    .deploy()
                    .getId();
        }
    }

    @Test
    void aZeroByteIsRefusedAndNotAFailure() {
        Caller han = Caller.basic(port, "han");
        for (String query : List.of("employeeId=%00", "targetRole=%00", "employeeId=wang%00&targetRole=x%00")) {
            assertThat(han.get("/api/promotions/eligibility?" + query).status())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(Caller.browser(port, "han").get("/promotion?employee=%00").status())
                .isEqualTo(400);
        assertThat(han.post("/api/promotions", "{\"employeeId\":\"a\\u0000\",\"targetRole\":\"b\\u0000\"}")
                        .status())
                .isEqualTo(400);
    }

    private void refused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        nothingStored();
    }

    private void nothingStored() {
        assertThat(jdbc.sql("select count(*) from promotion_application")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from act_hi_procinst where proc_def_key_ = 'promotion'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
