package org.xinhuo.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.mentoring.OpenMentorship;
import org.xinhuo.mentoring.PairMentor;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class PromotionProcessTest {

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("promotion");

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineDriver driver;

    @Autowired
    TestCompany company;

    @Autowired
    CompanyTime time;

    @Autowired
    WithdrawPromotion withdrawal;

    @Autowired
    Texts texts;

    @Autowired
    OpenMentorship openMentorship;

    @Autowired
    PairMentor pairMentor;

    @Autowired
    DecidePromotion decide;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void people() {
        BpmnAwareTests.init(engine);
        company.employee("zhao")
                .employee("han")
                .role("han", "hr")
                .employee("wang", "Sales", "Consultant", "zhao")
                .employee("hong")
                .role("hong", "hr")
                .employee("boss")
                .employee("mei")
                .lecturer("wang", "default")
                .lecturer("boss", "default");
    }

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

    private void mentors(String mentor, String mentee) {
        company.mentor(mentor, 3, "logical");
        transaction.executeWithoutResult(open -> {
            openMentorship.open("m-" + mentee, mentee, null);
            pairMentor.pair("m-" + mentee, mentor);
        });
    }

    private String promotion(ProcessInstance promotion) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(promotion.getId())
                .singleResult()
                .getBusinessKey();
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
                .contains("There is no promotion to \"president\"");
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

    /** So many confirmed months up to 2026-08, every one with this grade; earlier ones of the test are replaced. */
    private void months(String lecturer, int count, String grade) {
        transaction.executeWithoutResult(open -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("delete from lecturer_month where lecturer_id = ?")
                    .param(lecturer)
                    .update();
            for (int back = 0; back < count; back++) {
                String period = YearMonth.of(2026, 8).minusMonths(back).toString();
                jdbc.sql("insert into lecturer_month (period, lecturer_id, review_id, department, lecturer_group, held,"
                                + " on_time, ratings, rating_sum, raters, reuses, target_shares, target_minutes,"
                                + " target_reuse, target_raters, targets_version, weight_shares, weight_rating,"
                                + " weight_reuse, weight_timeliness, weights_version, score, grade, grade_version,"
                                + " trace, confirmed_at) values (?, ?, 'any', 'Sales', 'default', 2, 2, 5, 50, 5, 3, 2,"
                                + " 30, 3, 5, 1, 0.2, 0.4, 0.3, 0.1, 1, 90, ?, 1, '[]', now())")
                        .params(period, lecturer, grade)
                        .update();
            }
        });
    }

    private ProcessInstance apply(String by, String employeeId) {
        Map<String, Object> values = new HashMap<>();
        values.put("targetRole", "department-manager");
        if (employeeId != null) {
            values.put("employeeId", employeeId);
        }
        return start(by, values);
    }

    private ProcessInstance start(String by, Map<String, Object> values) {
        return driver.start("promotion", by, values);
    }

    private void answer(ProcessInstance promotion, String by, boolean approved, String remark) {
        Map<String, Object> values = new HashMap<>();
        values.put("approved", approved);
        values.put("remark", remark);
        driver.complete(promotion, by, values);
    }

    private String refusal(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    return texts.sentence(refusal);
                }
            }
            throw failure;
        }
        throw new AssertionError("nothing was refused");
    }

    private String state(ProcessInstance promotion) {
        return jdbc.sql("select state from promotion_application where id = ?")
                .param(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(promotion.getId())
                        .singleResult()
                        .getBusinessKey())
                .query(String.class)
                .single();
    }
}
