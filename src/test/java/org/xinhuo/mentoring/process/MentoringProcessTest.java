package org.xinhuo.mentoring.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.MoveMentorship;
import org.xinhuo.mentoring.Pairings;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class MentoringProcessTest {

    @RegisterExtension
    static final PassedNodes nodes =
            new PassedNodes("mentoring").without("noticeSilence", "standIn", "absence", "departure");

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestCompany company;

    @Autowired
    MentoringProcess mentoring;

    @Autowired
    Mentorships mentorships;

    @Autowired
    MoveMentorship move;

    @Autowired
    Pairings pairings;

    LaterStages later;

    @BeforeEach
    void people() {
        // Who may start which process over the engine's own interfaces is tested with them.
        engine.getProcessEngineConfiguration().setAuthorizationEnabled(false);
        later = new LaterStages(engine);
        company.employee("zhao")
                .employee("mei", "Sales", "Consultant", "zhao")
                .employee("lan", "Sales", "Consultant", null)
                .employee("han")
                .role("han", "hr")
                .employee("wang")
                .mentor("wang", 1, "logical")
                .employee("li")
                .mentor("li", 1, "logical");
    }

    @AfterEach
    void removeStandIns() {
        engine.getIdentityService().clearAuthentication();
        later.close();
        engine.getProcessEngineConfiguration().setAuthorizationEnabled(true);
    }

    @Test
    void goesOnTwiceAndGraduates() {
        String id = paired("wang");
        plan(id);
        coached(id);
        evaluated(id, "continue");
        assertThat(mentorships.get(id).mentorId()).isEqualTo("wang");
        plan(id);
        coached(id);
        evaluated(id, "graduate");
        assertThat(mentorships.get(id).state()).isEqualTo(Mentorship.State.GRADUATED);
        assertThat(pairings.graduatedWith("Consultant")).containsEntry("wang", 1);
        assertThat(passed(id)).contains("graduateMentee", "menteeGraduated").doesNotContain("releaseMentor");
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().count())
                .isZero();
    }

    @Test
    void aRematchFindsAnotherMentor() {
        String id = paired("wang");
        plan(id);
        coached(id);
        evaluated(id, "rematch");
        assertThat(pairings.loads()).isEmpty();
        complete(id, "chooseMentor", Map.of("choice", "auto"));
        assertThat(task(id, "acceptMentee").getAssignee()).isEqualTo("li");
        complete(id, "acceptMentee", Map.of("accepted", true));
        assertThat(mentorships.get(id).mentorId()).isEqualTo("li");
        assertThat(engine.getRuntimeService().getVariable(instance(id).getId(), "mentorId"))
                .isEqualTo("li");
    }

    @Test
    void aStoppedPlanEndsTheMentorship() {
        String id = paired("wang");
        later.answer("standInPlan", id, Map.of("planOutcome", "stopped"));
        assertThat(mentorships.get(id).state()).isEqualTo(Mentorship.State.STOPPED);
        assertThat(pairings.loads()).isEmpty();
        assertThat(passed(id)).contains("stopMentorship", "mentoringStopped").doesNotContain("coachMentee");
    }

    @Test
    void askingToGraduateEndsCoachingEarly() {
        String id = paired("wang");
        plan(id);
        mentoring.requestGraduation(id, "mei");
        assertThat(passed(id)).contains("graduationRequested");
        assertThat(task(id, "standInEvaluation")).isNotNull();
    }

    @Test
    void askingForARematchPartsThePairAtOnce() {
        String id = paired("wang");
        plan(id);
        mentoring.requestRematch(id, "wang");
        assertThat(passed(id)).contains("rematchRequested", "releaseMentor");
        assertThat(mentorships.get(id).state()).isEqualTo(Mentorship.State.MATCHING);
        assertThat(task(id, "chooseMentor").getAssignee()).isEqualTo("mei");
    }

    @Test
    void onlyThePairAndHrAskAndOnlyWhileThereIsAPair() {
        String id = mentoring.start("mei");
        refusal(() -> mentoring.requestRematch(id, "han"), "mentoring.wrongState");
        complete(id, "chooseMentor", Map.of("choice", "wang"));
        complete(id, "acceptMentee", Map.of("accepted", true));
        refusal(() -> mentoring.requestRematch(id, "lan"), "rights.refused.request-rematch");
        refusal(() -> mentoring.requestGraduation(id, "mei"), "mentoring.wrongState");
    }

    @Test
    void aRematchWhilePlanningOrJudgingPartsThePairToo() {
        String id = paired("wang");
        mentoring.requestRematch(id, "mei");
        assertThat(later.isOpen("standInPlan")).isFalse();
        assertThat(pairings.loads()).isEmpty();
        complete(id, "chooseMentor", Map.of("choice", "li"));
        complete(id, "acceptMentee", Map.of("accepted", true));
        plan(id);
        coached(id);
        move.toEvaluating(id);
        mentoring.requestRematch(id, "li");
        assertThat(later.isOpen("standInEvaluation")).isFalse();
        assertThat(pairings.loads()).isEmpty();
        assertThat(mentorships.get(id).state()).isEqualTo(Mentorship.State.MATCHING);
        // Neither of the two comes again, and nobody else is there: HR is asked.
        assertThat(task(id, "assignMentor")).isNotNull();
    }

    @Test
    void whoeverStartsWithoutAnIdIsTheMentee() {
        as("mei");
        ProcessInstance instance = engine.getRuntimeService().startProcessInstanceByKey("mentoring");
        String key = instance(null).getBusinessKey();
        assertThat(key).isNotBlank();
        assertThat(mentorships.get(key).menteeId()).isEqualTo("mei");
        assertThat(engine.getRuntimeService().getVariables(instance.getId())).containsOnlyKeys("menteeId");
    }

    @Test
    void theStartFormOfTasklistStartsToo() {
        as("han", "hr");
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("mentoring")
                .latestVersion()
                .singleResult()
                .getId();
        engine.getFormService().submitStartForm(definition, "key-1", Map.of("menteeId", "mei"));
        assertThat(mentorships.get("key-1").menteeId()).isEqualTo("mei");
        assertThatThrownBy(() -> engine.getFormService().submitStartForm(definition, Map.of("menteeId", "mei")))
                .isInstanceOf(FormFieldValidationException.class);
    }

    @Test
    void theManagerMayStartAndAStrangerMayNot() {
        as("lan", "employee");
        refusal(() -> mentoring.start("mei"), "rights.refused.start-mentorship");
        as("zhao", "manager");
        assertThat(mentorships.get(mentoring.start("mei")).menteeId()).isEqualTo("mei");
    }

    @Test
    void whatDoesNotBelongToTheStartIsRefused() {
        start("form.unknownField", "k1", Map.of("menteeId", "mei", "mentorId", "wang"));
        start("form.notAText", "k1", Map.of("menteeId", true));
        start("people.unknownEmployee", "k1", Map.of("menteeId", "nobody"));
        start("form.required", "k1", Map.of("menteeId", " "));
        start("form.tooLong", "k".repeat(65), Map.of("menteeId", "mei"));
        for (String key : List.of("k\0", "k\n1", "k\u0085", "k\ud800", "2026/秋", "2026;秋", "50% 计划", "..", "a\\b")) {
            start("engine.keyUnreadable", key, Map.of("menteeId", "mei"));
        }
        engine.getRuntimeService().startProcessInstanceByKey("mentoring", "k1", Map.of("menteeId", "mei"));
        start("mentoring.alreadyOpen", "k2", Map.of("menteeId", "mei"));
        start("mentoring.keyTaken", "k1", Map.of("menteeId", "lan"));
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("mentoring")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void whoHasLeftIsNotStarted() {
        company.write("update employee set left_on = date '2020-01-01' where id = 'mei'");
        start("mentoring.menteeHasLeft", "k1", Map.of("menteeId", "mei"));
    }

    @Test
    void whoIsNotHiredYetIsNotStarted() {
        company.write("update employee set hired_on = date '2099-01-01' where id = 'mei'");
        start("mentoring.menteeNotHiredYet", "k1", Map.of("menteeId", "mei"));
    }

    private void start(String code, String key, Map<String, Object> variables) {
        refusal(() -> engine.getRuntimeService().startProcessInstanceByKey("mentoring", key, variables), code);
    }

    private static void refusal(Runnable work, String code) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void as(String personId, String... groups) {
        engine.getIdentityService().setAuthentication(personId, List.of(groups));
    }

    private String paired(String mentor) {
        String id = mentoring.start("mei");
        complete(id, "chooseMentor", Map.of("choice", mentor));
        complete(id, "acceptMentee", Map.of("accepted", true));
        return id;
    }

    private void plan(String id) {
        move.toPlanning(id);
        move.toCoaching(id);
        later.answer("standInPlan", id, Map.of("planOutcome", "confirmed"));
    }

    private void coached(String id) {
        later.answer("standInCoaching", id, Map.of());
    }

    private void evaluated(String id, String nextStep) {
        move.toEvaluating(id);
        later.answer("standInEvaluation", id, Map.of("nextStep", nextStep));
    }

    private void complete(String id, String task, Map<String, Object> values) {
        engine.getTaskService().complete(task(id, task).getId(), values);
    }

    private Task task(String id, String task) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(id)
                .taskDefinitionKey(task)
                .singleResult();
    }

    private ProcessInstance instance(String id) {
        var query = engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("mentoring");
        return (id == null ? query : query.processInstanceBusinessKey(id)).singleResult();
    }

    private Set<String> passed(String id) {
        return engine.getHistoryService().createHistoricActivityInstanceQuery().list().stream()
                .filter(activity -> "mentoring".equals(activity.getProcessDefinitionKey()))
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toSet());
    }
}
