package org.xinhuo.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;

/** What becomes of an application that has passed the gate: who may move it, read it, decide it and take it back. */
class SubmittedPromotionTest extends PromotionCase {

    @Test
    void anAdministratorWhoMovesTheTokenIsNobodysApproval() {
        company.role("wang", "camunda-admin");
        months(6, "excellent");
        assertThat(wang().post("/engine-rest/process-definition/key/promotion/start", FOR_DEPARTMENT_MANAGER)
                        .status())
                .isEqualTo(200);
        ProcessInstance promotion = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("promotion")
                .singleResult();
        for (String step : List.of("grantPromotion", "rejectPromotion")) {
            Answer moved = wang().post(
                            "/engine-rest/process-instance/" + promotion.getId() + "/modification",
                            "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"" + step + "\"}]}");
            assertThat(moved.status()).as(step + " " + moved).isEqualTo(409);
        }
        Answer begun = wang().post(
                        "/engine-rest/process-definition/key/promotion/start",
                        "{\"businessKey\":\"" + promotion.getBusinessKey()
                                + "\",\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"grantPromotion\"}]}");
        assertThat(begun.status()).as(begun.toString()).isEqualTo(409);
        assertThat(jdbc.sql("select state from promotion_application")
                        .query(String.class)
                        .list())
                .containsExactly("OPEN");
    }

    /** Who approves in place of a manager is an expression in the model, and no group that has a name. */
    @Test
    void auditorsReadItsStory() {
        company.employee("shen").role("shen", "auditor");
        months(6, "excellent");
        assertThat(wang().post("/engine-rest/process-definition/key/promotion/start", FOR_DEPARTMENT_MANAGER)
                        .status())
                .isEqualTo(200);
        String key = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("promotion")
                .singleResult()
                .getBusinessKey();
        Answer story = Caller.basic(port, "shen").get("/api/audit/instances/" + key);
        assertThat(story.status()).as(story.toString()).isEqualTo(200);
        assertThat(story.body()).contains("approveAsManager");
        assertThat(Caller.browser(port, "shen").get("/audit/instances/" + key).status())
                .isEqualTo(200);
    }

    @Test
    void whatSomebodyElseHasClaimedIsSaidSo() {
        company.employee("hong").role("hong", "hr");
        months(6, "excellent");
        wang().post("/engine-rest/process-definition/key/promotion/start", FOR_DEPARTMENT_MANAGER);
        String asked = engine.getTaskService().createTaskQuery().singleResult().getId();
        Answer approved = Caller.basic(port, "zhao")
                .post("/engine-rest/task/" + asked + "/complete", "{\"variables\":{\"approved\":{\"value\":true}}}");
        assertThat(approved.status()).as(approved.toString()).isEqualTo(204);
        String claim = "/engine-rest/task/"
                + engine.getTaskService().createTaskQuery().singleResult().getId() + "/claim";
        assertThat(Caller.basic(port, "han").post(claim, "{\"userId\":\"han\"}").status())
                .isEqualTo(204);
        Answer late =
                Caller.basic(port, "hong").with("Accept-Language", "zh-CN").post(claim, "{\"userId\":\"hong\"}");
        assertThat(late.status()).as(late.toString()).isEqualTo(409);
        assertThat(late.body()).contains("这个任务已由他人认领");
    }

    @Test
    void whoQualifiesNoMoreWhenItIsApprovedCanOnlyBeRejected() {
        months(6, "excellent");
        Caller browser = Caller.browser(port, "wang");
        assertThat(browser.formFrom("/promotion", "/promotion", Map.of("targetRole", "department-manager"))
                        .status())
                .isEqualTo(302);
        assertThat(browser.get("/promotion").body()).contains("under way").doesNotContain(">Apply<");
        months(6, "good");
        Caller zhao = Caller.basic(port, "zhao");
        String task = zhao.get("/engine-rest/task?processDefinitionKey=promotion")
                .json()
                .path(0)
                .path("id")
                .asText();
        assertThat(zhao.get("/engine-rest/task/" + task + "/form-variables").body())
                .contains("0 are");
        Answer refused = answer(zhao, task, true);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("qualify any more");
        assertThat(answer(zhao, task, false).status()).isEqualTo(204);
        assertThat(jdbc.sql("select state from promotion_application")
                        .query(String.class)
                        .single())
                .isEqualTo("REJECTED");
    }

    @Test
    void theApplicantAloneTakesTheApplicationBackWhicheverWay() {
        company.employee("admin").role("admin", "camunda-admin");
        months(6, "excellent");
        Caller browser = Caller.browser(port, "wang");
        String id = applied();
        for (String other : List.of("zhao", "han", "mei", "admin")) {
            assertThat(Caller.basic(port, other).delete("/api/promotions/" + id).status())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(Caller.browser(port, "zhao").get("/promotion?employee=wang").body())
                .doesNotContain("Withdraw the application");
        String message = "{\"messageName\":\"promotion.withdrawn\",\"businessKey\":\"" + id + "\"}";
        assertThat(Caller.basic(port, "han")
                        .post("/engine-rest/message", message)
                        .status())
                .isEqualTo(403);
        assertThat(browser.get("/promotion").body()).contains("Withdraw the application");
        assertThat(browser.formFrom("/promotion", "/promotion/withdrawal", Map.of("id", id))
                        .status())
                .isEqualTo(302);
        assertThat(browser.get("/promotion").body()).contains(">Apply<").doesNotContain("Withdraw the application");
        assertThat(wang().delete("/api/promotions/" + id).status()).isEqualTo(409);
        assertThat(wang().delete("/api/promotions/none").status()).isEqualTo(404);
        assertThat(wang().delete("/api/promotions/" + applied()).status()).isEqualTo(204);
        String third = applied();
        assertThat(wang().post("/engine-rest/message", message.replace(id, third))
                        .status())
                .isEqualTo(204);
        assertThat(jdbc.sql("select count(*) from promotion_application where state = 'WITHDRAWN'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    private String applied() {
        Answer answer = wang().post("/api/promotions", "{\"targetRole\":\"department-manager\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    private static Answer answer(Caller person, String task, boolean approved) {
        return person.post(
                "/engine-rest/task/" + task + "/complete",
                "{\"variables\":{\"approved\":{\"value\":" + approved
                        + ",\"type\":\"Boolean\"},\"remark\":{\"value\":\"Not now\"}}}");
    }
}
