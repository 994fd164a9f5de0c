package org.xinhuo.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.XinhuoTest;

/** An application that is taken back, and what becomes of it when the applicant or the manager leaves. */
@XinhuoTest
class PromotionDepartureTest extends PromotionStory {

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("promotion").within("withdrawal");

    @Autowired
    CompanyTime time;

    @Autowired
    WithdrawPromotion withdrawal;

    @Test
    void whenTheManagerLeavesTheManagersManagerIsAskedAndThenHr() {
        company.employee("lei", "Sales", "Consultant", "zhao").employee("ann", "Sales", "Consultant", "lei");
        company.lecturer("ann", "default");
        months("ann", 6, "excellent");
        ProcessInstance promotion = apply("ann", null);
        assertThat(promotion).task().isAssignedTo("lei");
        leaves("lei", true);
        assertThat(promotion).task().isAssignedTo("zhao");
        leaves("zhao", true);
        assertThat(promotion).task().isNotAssigned().hasCandidateGroup("hr");
        answer(promotion, "han", true, null);
        driver.as("hong", () -> {
            engine.getTaskService().claim(driver.task(promotion).getId(), "hong");
            return true;
        });
        leaves("hong", true);
        assertThat(promotion).isWaitingAt("approveAsHr").task().isNotAssigned().hasCandidateGroup("hr");
    }

    @Test
    void aDayOfDepartureThatIsFiredEarlyPassesItOnToo() {
        months("wang", 6, "excellent");
        ProcessInstance promotion = apply("wang", null);
        ProcessInstance departure = leaves("zhao", false);
        assertThat(promotion).task().isAssignedTo("zhao");
        driver.fireTimer(departure, "dayOfDeparture");
        assertThat(promotion).task().isNotAssigned().hasCandidateGroup("hr");
    }

    @Test
    void aManagerWhoHasLeftWithoutAHandOverIsNotRemindedButPassedOver() {
        months("wang", 6, "excellent");
        ProcessInstance promotion = apply("wang", null);
        company.left("zhao");
        driver.fireTimer(promotion, "managerLate");
        assertThat(promotion).task().isNotAssigned().hasCandidateGroup("hr");
        assertThat(driver.told("han")).contains("promotion.waits");
        answer(promotion, "han", true, null);
        assertThat(promotion).isWaitingAt("approveAsHr");
    }

    @Test
    void anApplicantWhoHasLeftIsNotPromoted() {
        months("wang", 6, "excellent");
        ProcessInstance promotion = apply("wang", null);
        answer(promotion, "zhao", true, null);
        company.left("wang");
        assertThat(driver.form(promotion).get("missingNow").toString()).contains("does not work here any more");
        assertThat(refusal(() -> answer(promotion, "han", true, null))).contains("only a rejection is possible");
        answer(promotion, "han", false, "Has left");
        assertThat(state(promotion)).isEqualTo("REJECTED");
    }

    @Test
    void theApplicantTakesItBackAndMayApplyAgain() {
        months("wang", 6, "excellent");
        ProcessInstance promotion = apply("wang", null);
        String id = promotion(promotion);
        assertThat(refusal(() -> withdrawal.withdraw(id, "han"))).contains("Only the applicant");
        withdrawal.withdraw(id, "wang");
        assertThat(promotion)
                .isEnded()
                .hasPassed("applicationWithdrawn", "withdrawPromotion", "promotionWithdrawn")
                .hasNotPassed("grantPromotion", "rejectPromotion");
        assertThat(state(promotion)).isEqualTo("WITHDRAWN");
        assertThat(driver.told("zhao")).contains("promotion.withdrawn");
        assertThat(refusal(() -> withdrawal.withdraw(id, "wang"))).contains("decided already");
        ProcessInstance again = apply("wang", null);
        answer(again, "zhao", true, null);
        withdrawal.withdraw(promotion(again), "wang");
        assertThat(again).isEnded();
    }

    @Test
    void anApplicationThatRunsByAnOlderModelIsTakenBackToo() throws IOException {
        months("wang", 6, "excellent");
        String older = withoutWithdrawal();
        try {
            ProcessInstance promotion = apply("wang", null);
            withdrawal.withdraw(promotion(promotion), "wang");
            assertThat(promotion).isEnded();
            assertThat(state(promotion)).isEqualTo("WITHDRAWN");
        } finally {
            engine.getRepositoryService().deleteDeployment(older, true);
        }
    }

    @Test
    void theApplicationOfWhoLeavesIsWithdrawnOnThatDay() {
        months("wang", 6, "excellent");
        ProcessInstance promotion = apply("wang", null);
        leaves("wang", true);
        assertThat(promotion).isEnded().hasPassed("withdrawPromotion");
        assertThat(jdbc.sql("select state from promotion_application")
                        .query(String.class)
                        .single())
                .isEqualTo("WITHDRAWN");
    }

    private String withoutWithdrawal() throws IOException {
        String model = Files.readString(Path.of("bpmn/promotion.bpmn"));
        int from = model.indexOf("<bpmn:subProcess id=\"withdrawal\"");
        int to = model.indexOf("</bpmn:subProcess>") + "</bpmn:subProcess>".length();
        return engine.getRepositoryService()
                .createDeployment()
                .addString(
                        "promotion.bpmn",
                        (model.substring(0, from) + model.substring(to))
                                .replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", ""))
                .deploy()
                .getId();
    }

    private ProcessInstance leaves(String person, boolean today) {
        Map<String, Object> on =
                Map.of("on", time.today().plusDays(today ? 0 : 7).toString());
        return driver.as("han", () -> engine.getRuntimeService().startProcessInstanceByKey("departure", person, on));
    }
}
