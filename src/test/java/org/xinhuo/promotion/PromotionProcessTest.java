package org.xinhuo.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.OpenMentorship;
import org.xinhuo.mentoring.PairMentor;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.XinhuoTest;

/** An application from the gate to the last answer: who approves, who may not, and what is missing. */
@XinhuoTest
class PromotionProcessTest extends PromotionStory {

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("promotion").without("withdrawal");

    @Autowired
    OpenMentorship openMentorship;

    @Autowired
    PairMentor pairMentor;

    @Autowired
    DecidePromotion decide;

    @Test
    void managerAndHrApprove() {
        months("wang", 6, "excellent");
        ProcessInstance promotion = apply("wang", null);
        assertThat(promotion).isWaitingAt("approveAsManager").task().isAssignedTo("zhao");
        assertThat(driver.form(promotion))
                .containsEntry("applicant", "员工wang")
                .containsEntry("targetRole", "Department manager")
                .containsEntry("lecturerMonths", 6);
        driver.fireTimer(promotion, "managerLate");
        driver.fireTimer(promotion, "managerVeryLate");
        assertThat(driver.told("zhao")).containsExactly("promotion.waits");
        assertThat(driver.told("han")).containsExactly("promotion.managerIsLate");
        answer(promotion, "zhao", true, "Has earned it");
        assertThat(promotion).isWaitingAt("approveAsHr").task().hasCandidateGroup("hr");
        assertThat(driver.form(promotion)).containsEntry("managerRemark", "Has earned it");
        driver.fireTimer(promotion, "hrLate");
        answer(promotion, "han", true, null);
        assertThat(promotion)
                .isEnded()
                .hasPassed(
                        "checkEligibility",
                        "approveAsManager",
                        "managerReminded",
                        "delayEscalated",
                        "approveAsHr",
                        "hrReminded",
                        "grantPromotion",
                        "promotionGranted")
                .hasNotPassed("rejectPromotion");
        assertThat(state(promotion)).isEqualTo("GRANTED");
        assertThat(driver.told("wang")).containsExactly("promotion.granted.department-manager");
        assertThat(driver.told("zhao")).contains("promotion.grantedToReport.department-manager");
    }

    @Test
    void theManagersRejectionEndsIt() {
        months("wang", 6, "excellent");
        ProcessInstance promotion = apply("wang", null);
        assertThatThrownBy(() -> answer(promotion, "zhao", false, null)).hasMessageContaining("Remark");
        answer(promotion, "zhao", false, "Not yet");
        assertThat(promotion)
                .isEnded()
                .hasPassed("rejectPromotion", "promotionRejected")
                .hasNotPassed("approveAsHr");
        assertThat(state(promotion)).isEqualTo("REJECTED");
        assertThat(driver.told("wang")).containsExactly("promotion.rejected.department-manager");
    }

    @Test
    void hrsRejectionEndsItToo() {
        months("wang", 6, "excellent");
        ProcessInstance promotion = apply("wang", null);
        answer(promotion, "zhao", true, null);
        answer(promotion, "han", false, "No position");
        assertThat(promotion)
                .isEnded()
                .hasPassed("approveAsHr", "rejectPromotion")
                .hasNotPassed("grantPromotion");
    }

    @Test
    void withoutAManagerHrIsAskedInTheManagersPlace() {
        months("boss", 6, "excellent");
        ProcessInstance promotion = apply("boss", null);
        assertThat(promotion).task().isNotAssigned().hasCandidateGroup("hr");
        driver.fireTimer(promotion, "managerLate");
        assertThat(driver.told("han")).containsExactly("promotion.waits");
        assertThatThrownBy(() -> answer(promotion, "mei", true, null)).isInstanceOf(AuthorizationException.class);
        answer(promotion, "han", true, null);
        assertThat(promotion).isWaitingAt("approveAsHr");
    }

    @Test
    void onePersonDoesNotApproveTwice() {
        company.employee("ann", "Sales", "Consultant", "han").lecturer("ann", "default");
        months("ann", 6, "excellent");
        months("boss", 6, "excellent");
        for (String applicant : List.of("ann", "boss")) {
            // As the manager who works in HR, and as HR in the place of a missing manager.
            ProcessInstance promotion = apply(applicant, null);
            answer(promotion, "han", true, null);
            for (boolean approved : List.of(true, false)) {
                assertThat(refusal(() -> answer(promotion, "han", approved, "Again")))
                        .contains("Two people decide");
            }
            driver.fireTimer(promotion, "hrLate");
            assertThat(driver.told("han")).doesNotContain("promotion.waits");
            assertThat(driver.told("hong")).contains("promotion.waits");
            answer(promotion, "hong", true, null);
            assertThat(promotion).isEnded().hasPassed("grantPromotion");
        }
    }

    @Test
    void nobodyApprovesTheOwnApplication() {
        company.role("boss", "hr");
        months("boss", 6, "excellent");
        ProcessInstance promotion = apply("boss", null);
        assertThatThrownBy(() -> answer(promotion, "boss", true, null)).hasMessageContaining("own application");
        assertThat(promotion).isWaitingAt("approveAsManager");
    }

    @Test
    void aMentorWhoIsTheManagerIsNotAskedTheManagersManagerIs() {
        company.employee("lei", "Sales", "Consultant", "zhao").employee("ann", "Sales", "Consultant", "lei");
        company.lecturer("ann", "default");
        mentors("lei", "ann");
        months("ann", 6, "excellent");
        ProcessInstance promotion = apply("ann", null);
        assertThat(promotion).task().isAssignedTo("zhao");
        answer(promotion, "zhao", true, null);
        assertThat(promotion).isWaitingAt("approveAsHr");
    }

    @Test
    void aMentorOfHrNeitherTakesNorDecidesTheMenteesApplication() {
        company.employee("hu").role("hu", "hr");
        mentors("hu", "boss");
        months("boss", 6, "excellent");
        ProcessInstance promotion = apply("boss", null);
        for (String task : List.of("approveAsManager", "approveAsHr")) {
            assertThat(promotion).isWaitingAt(task);
            assertThatThrownBy(() -> answer(promotion, "hu", true, null)).isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> driver.as("hu", () -> {
                        engine.getFormService()
                                .submitTaskForm(
                                        driver.task(promotion).getId(), Map.<String, Object>of("approved", true));
                        return true;
                    }))
                    .isInstanceOf(AuthorizationException.class);
            assertThatThrownBy(() -> driver.as("hu", () -> {
                        engine.getTaskService().claim(driver.task(promotion).getId(), "hu");
                        return true;
                    }))
                    .isInstanceOf(AuthorizationException.class);
            // An administrator may give it to him; that changes nothing.
            engine.getTaskService().setAssignee(driver.task(promotion).getId(), "hu");
            assertThatThrownBy(() -> answer(promotion, "hu", true, null)).isInstanceOf(AuthorizationException.class);
            engine.getTaskService().setAssignee(driver.task(promotion).getId(), null);
            assertThatThrownBy(() -> decide.answerAsHr(promotion(promotion), "hu", true, null))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("promotion.ownMentee"));
            if (task.equals("approveAsManager")) {
                driver.fireTimer(promotion, "managerLate");
                assertThat(driver.told("hu")).doesNotContain("promotion.waits");
                assertThat(driver.told("han")).contains("promotion.waits");
            }
            answer(promotion, task.equals("approveAsManager") ? "han" : "hong", true, null);
        }
        assertThat(promotion).isEnded();
    }

    @Test
    void whoBecomesTheMentorMeanwhileHasItTakenOutOfTheHands() {
        months("wang", 6, "excellent");
        months("boss", 6, "excellent");
        company.employee("hu").role("hu", "hr");
        ProcessInstance wangs = apply("wang", null);
        ProcessInstance bosss = apply("boss", null);
        driver.as("hu", () -> {
            engine.getTaskService().claim(driver.task(bosss).getId(), "hu");
            return true;
        });
        mentors("zhao", "wang");
        mentors("hu", "boss");
        assertThat(wangs).task().isNotAssigned().hasCandidateGroup("hr");
        assertThat(bosss).task().isNotAssigned().hasCandidateGroup("hr");
        assertThatThrownBy(() -> answer(wangs, "zhao", true, null)).isInstanceOf(AuthorizationException.class);
        answer(wangs, "han", true, null);
        answer(bosss, "han", true, null);
        assertThat(wangs).isWaitingAt("approveAsHr");
        assertThat(bosss).isWaitingAt("approveAsHr");
    }

    @Test
    void whoDoesNotQualifyIsToldEverythingThatIsMissingAndNothingIsStored() {
        months("wang", 4, "excellent");
        months("wang", 1, "good");
        assertThat(refusal(() -> apply("wang", null)))
                .contains("6 confirmed lecturer months are needed; there are 1")
                .contains("All of the last 6 lecturer months must be excellent; 0 are");
        assertThat(refusal(() -> start("mei", Map.of("targetRole", "department-manager"))))
                .contains("there are 0");
        assertThat(refusal(() -> start("wang", Map.of("targetRole", "president"))))
                .contains("There is no promotion to \"president\", but to: Department manager (department-manager).");
        assertThat(jdbc.sql("select count(*) from promotion_application")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey("promotion")
                        .count())
                .isZero();
    }

    @Test
    void oneLesserMonthAmongTheLastSixClosesTheGate() {
        months("wang", 8, "excellent");
        transaction.executeWithoutResult(open -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("insert into lecturer_month select '2026-09', lecturer_id,"
                            + " review_id, department, lecturer_group, held, on_time, ratings, rating_sum, raters, reuses,"
                            + " target_shares, target_minutes, target_reuse, target_raters, targets_version, weight_shares,"
                            + " weight_rating, weight_reuse, weight_timeliness, weights_version, 75, 'good', grade_version,"
                            + " null, null, null, trace, confirmed_at from lecturer_month where period = '2026-08'")
                    .update();
        });
        assertThat(refusal(() -> apply("wang", null))).contains("5 are");
    }

    @Test
    void onlyHrAppliesForOthersAndOnlyOnce() {
        months("wang", 6, "excellent");
        assertThat(refusal(() -> apply("mei", "wang"))).contains("Only HR");
        apply("han", "wang");
        assertThat(refusal(() -> apply("wang", null))).contains("already under way");
    }

    @Test
    void anAdministratorAppliesForOthersToo() {
        company.employee("admin").role("admin", "camunda-admin");
        months("wang", 6, "excellent");
        assertThat(apply("admin", "wang")).isWaitingAt("approveAsManager");
    }

    @Test
    void aBlankBusinessKeyIsNone() {
        months("wang", 6, "excellent");
        ProcessInstance promotion = driver.as(
                "wang",
                () -> engine.getRuntimeService()
                        .startProcessInstanceByKey(
                                "promotion", "", Map.<String, Object>of("targetRole", "department-manager")));
        assertThat(promotion)
                .hasBusinessKey(jdbc.sql("select id from promotion_application")
                        .query(String.class)
                        .single());
    }

    private void mentors(String mentor, String mentee) {
        company.mentor(mentor, 3, "logical");
        transaction.executeWithoutResult(open -> {
            openMentorship.open("m-" + mentee, mentee, null);
            pairMentor.pair("m-" + mentee, mentor);
        });
    }
}
