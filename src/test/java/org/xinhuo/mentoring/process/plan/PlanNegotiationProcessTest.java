package org.xinhuo.mentoring.process.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.xinhuo.mentoring.process.stage.StageStory.TODAY;
import static org.xinhuo.mentoring.process.stage.StageStory.goal;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class PlanNegotiationProcessTest {

    private static final String END = TODAY.plusMonths(6).toString();

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("plan-negotiation");

    @Autowired
    private ApplicationContext context;

    private StageStory story;
    private ProcessInstance instance;

    @BeforeEach
    void aPairNeedsAPlan() {
        story = new StageStory(context).pair();
        instance = story.start("plan-negotiation");
    }

    private void drafted() {
        story.does("mei", "stateNeeds", "needs", "learn to speak freely");
        proposes("draftPlan", 4);
    }

    private void proposes(String task, int target) {
        story.does("wang", task, "goals", goals(target), "sessionsPerMonth", 2, "endOn", END);
    }

    private static List<Map<String, Object>> goals(Object target) {
        return List.of(
                goal("Speaking", target, "Give a talk", TODAY.plusDays(10).toString()));
    }

    @Test
    void aPlanThatBothConfirmTakesThePairIntoCoaching() {
        drafted();
        story.does("mei", "reviewPlan", "agreed", true);
        story.does("wang", "confirmPlan", "confirmed", true);

        assertThat(instance)
                .isEnded()
                .hasPassed("concludePlan", "planConfirmed")
                .hasNotPassed("revisePlan");
        assertThat(story.endVariable(instance, "planOutcome")).isEqualTo("confirmed");
        assertThat(story.told("mei")).containsExactly("mentoring.notice.planConfirmed");
        assertThat(story.told("wang")).containsExactly("mentoring.notice.planConfirmed");
        assertThat(story.bean(Mentorships.class).get(StageStory.KEY).state()).isEqualTo(Mentorship.State.COACHING);
        assertThat(story.count("select count(*) from plan_answer a join plan_version v on v.id = a.plan_version_id"
                        + " where a.agreed and a.content_hash = v.content_hash"))
                .isEqualTo(2);
        assertThat(story.text("select level || '>' || target_level from plan_level"))
                .isEqualTo("2.00>4.00");
    }

    @Test
    void changesMakeANewVersionAndBothConfirmThatOne() {
        drafted();
        story.does("mei", "reviewPlan", "agreed", false, "changeRequest", "less please");
        assertThat(story.formOf("revisePlan").get("request")).isEqualTo("less please");
        assertThat(story.formOf("revisePlan").get("goals").toString()).contains("Give a talk");
        proposes("revisePlan", 3);
        assertThat(story.formOf("reviewPlan").get("comparison").toString()).contains("version 1");
        assertThat(story.formOf("reviewPlan").get("planChanges").toString()).contains("Speaking: target level 4 → 3");
        story.does("mei", "reviewPlan", "agreed", "true");
        story.does("wang", "confirmPlan", "confirmed", "false", "changeRequest", "rather three and a half");
        assertThat(story.formOf("revisePlan").get("request")).isEqualTo("rather three and a half");
        story.does("wang", "revisePlan", "goals", goals("3.5"), "sessionsPerMonth", 2, "endOn", END);
        story.does("mei", "reviewPlan", "agreed", true);
        story.does("wang", "confirmPlan", "confirmed", true);

        assertThat(instance).isEnded().hasNotPassed("mediatePlan");
        assertThat(story.count("select count(*) from plan_version")).isEqualTo(3);
        assertThat(story.text("select string_agg(version || side, ',' order by version, side)"
                        + " from plan_answer a join plan_version v on v.id = a.plan_version_id where agreed"))
                .isEqualTo("2MENTEE,3MENTEE,3MENTOR");
        assertThat(story.everythingInVariables())
                .doesNotContain("learn to speak", "Give a talk", "less please", "three and a half", "changeRequest");
    }

    @Test
    void withoutACompetencyModelOfTheJobTheDraftSaysWhatIsMissing() {
        story.bean(TestCompany.class).write("delete from job_competency");
        assertThatThrownBy(this::drafted).hasStackTraceContaining("mentoring.plan.noModel");
        story.bean(TestCompany.class).jobAsksFor("Consultant", "Speaking", "4", "1");
        proposes("draftPlan", 4);
        assertThat(story.isOpen("reviewPlan")).isTrue();
    }

    private void disagreeUntilHrIsAsked() {
        drafted();
        for (int round = 1; round <= 2; round++) {
            story.does("mei", "reviewPlan", "agreed", false, "changeRequest", "no");
            proposes("revisePlan", 3);
        }
        story.does("mei", "reviewPlan", "agreed", false, "changeRequest", "no again");
    }

    @Test
    void afterThreeVersionsHrLetsThemContinueUntilTheyAgree() {
        disagreeUntilHrIsAsked();
        assertThat(instance).isWaitingAt("mediatePlan");
        assertThat(story.formOf("mediatePlan").get("answers").toString()).contains("no again");

        story.does("han", "mediatePlan", "outcome", "continue");
        proposes("revisePlan", 3);
        story.does("mei", "reviewPlan", "agreed", true);
        story.does("wang", "confirmPlan", "confirmed", true);

        assertThat(instance).isEnded().hasPassed("isContinued", "planConfirmed").hasNotPassed("stopPlan");
        assertThat(story.text("select outcome || decided_by from plan_mediation"))
                .isEqualTo("CONTINUEhan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mei", "wang"})
    void nobodyOfHrMediatesTheOwnPlan(String person) {
        disagreeUntilHrIsAsked();
        story.bean(TestCompany.class).role(person, "hr");
        assertThatThrownBy(() -> story.doesAsHr(person, "mediatePlan", "outcome", "stop"))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> story.asHr(
                        person,
                        () -> story.engine
                                .getTaskService()
                                .claim(story.task("mediatePlan").getId(), person)))
                .isInstanceOf(AuthorizationException.class);
        assertThat(instance).isWaitingAt("mediatePlan");
        assertThat(story.task("mediatePlan").getAssignee()).isNull();
        assertThat(story.count("select count(*) from plan_mediation")).isZero();
    }

    @Test
    void hrStopsAPlanThatWillNotCome() {
        disagreeUntilHrIsAsked();
        story.fires("mediatePlanLate", "mediatePlanVeryLate");
        story.does("han", "mediatePlan", "outcome", "stop");

        assertThat(instance).isEnded().hasPassed("stopPlan", "planStopped").hasNotPassed("concludePlan");
        assertThat(story.endVariable(instance, "planOutcome")).isEqualTo("stopped");
        assertThat(story.told("han")).containsExactly("mentoring.late.mediatePlan", "mentoring.veryLate.mediatePlan");
        assertThat(story.text("select state from plan")).isEqualTo("STOPPED");
    }

    @Test
    void whoIsLateIsRemindedAndWhoIsVeryLateIsReportedToHr() {
        story.fires("stateNeedsLate", "stateNeedsVeryLate");
        story.does("mei", "stateNeeds", "needs", "x");
        story.fires("draftPlanLate", "draftPlanVeryLate");
        proposes("draftPlan", 4);
        story.fires("reviewPlanLate", "reviewPlanVeryLate");
        story.does("mei", "reviewPlan", "agreed", false, "changeRequest", "x");
        story.fires("revisePlanLate", "revisePlanVeryLate");
        proposes("revisePlan", 4);
        story.does("mei", "reviewPlan", "agreed", true);
        story.fires("confirmPlanLate", "confirmPlanVeryLate");

        assertThat(instance).isWaitingAt("confirmPlan");
        assertThat(story.told("mei")).containsExactly("mentoring.late.stateNeeds", "mentoring.late.reviewPlan");
        assertThat(story.told("wang"))
                .containsExactly("mentoring.late.draftPlan", "mentoring.late.revisePlan", "mentoring.late.confirmPlan");
        assertThat(story.told("han"))
                .containsExactly(
                        "mentoring.veryLate.stateNeeds",
                        "mentoring.veryLate.draftPlan",
                        "mentoring.veryLate.reviewPlan",
                        "mentoring.veryLate.revisePlan",
                        "mentoring.veryLate.confirmPlan");
    }

    @Test
    void garbageIsRefusedAndNothingIsStored() {
        story.does("mei", "stateNeeds", "needs", "x");
        String today = TODAY.toString();
        refused("goals", goals(7), "sessionsPerMonth", 2, "endOn", END);
        refused("goals", goals(1), "sessionsPerMonth", 2, "endOn", END);
        refused("goals", goals("3.333"), "sessionsPerMonth", 2, "endOn", END);
        refused("goals", goals(4), "sessionsPerMonth", 32, "endOn", END);
        refused("goals", goals(4), "sessionsPerMonth", 2, "endOn", "2026-02-30");
        refused("goals", goals(4), "sessionsPerMonth", 2, "endOn", today);
        refused(
                "goals",
                goals(4),
                "sessionsPerMonth",
                2,
                "endOn",
                TODAY.plusYears(2).plusDays(1).toString());
        refused(
                "goals",
                goals(4),
                "sessionsPerMonth",
                2,
                "endOn",
                TODAY.plusDays(5).toString());
        refused("goals", goals(4), "sessionsPerMonth", 2, "endOn", END, "menteeId", "otto");
        refused("goals", List.of(), "sessionsPerMonth", 2, "endOn", END);
        refused("goals", List.of(goal("Speaking", 4)), "sessionsPerMonth", 2, "endOn", END);
        refused("goals", List.of(goal("Dancing", 4, "Dance", today)), "sessionsPerMonth", 2, "endOn", END);
        refused(
                "goals",
                List.of(goal("Speaking", 4, "Talk", today), goal("Speaking", 3, "Talk", today)),
                "sessionsPerMonth",
                2,
                "endOn",
                END);

        assertThat(story.isOpen("draftPlan")).isTrue();
        assertThat(story.count("select count(*) from plan_version")).isZero();
    }

    private void refused(Object... fields) {
        assertThatThrownBy(() -> story.does("wang", "draftPlan", fields))
                .isInstanceOf(FormFieldValidationException.class);
    }

    @Test
    void askingForChangesWithoutSayingWhichIsRefused() {
        drafted();
        assertThatThrownBy(() -> story.does("mei", "reviewPlan", "agreed", false))
                .isInstanceOf(FormFieldValidationException.class);
        assertThat(story.isOpen("reviewPlan")).isTrue();
        assertThat(story.count("select count(*) from plan_answer")).isZero();
    }

    @Test
    void whoAnswersAnotherContentThanTheFormShowsNowIsToldSo() {
        drafted();
        Object first = story.formOf("reviewPlan").get("contentHash");
        story.does("mei", "reviewPlan", "contentHash", first, "agreed", false, "changeRequest", "less");
        proposes("revisePlan", 3);
        Object second = story.formOf("reviewPlan").get("contentHash");
        assertThat(second.toString()).hasSize(64).isNotEqualTo(first.toString());
        assertThatThrownBy(() -> story.does("mei", "reviewPlan", "contentHash", first, "agreed", true))
                .isInstanceOf(FormFieldValidationException.class)
                .hasStackTraceContaining("mentoring.plan.otherContent");
        story.does("mei", "reviewPlan", "version", 2, "contentHash", second, "agreed", true);
        assertThatThrownBy(() -> story.does("wang", "confirmPlan", "contentHash", first, "confirmed", true))
                .hasStackTraceContaining("mentoring.plan.otherContent");
        story.does("wang", "confirmPlan", "contentHash", second, "confirmed", true);
        assertThat(story.text("select string_agg(distinct content_hash, ',') from plan_answer where agreed"))
                .isEqualTo(second.toString());
        assertThat(story.everythingInVariables()).doesNotContain(second.toString());
    }

    @Test
    void whoAnswersAnOlderVersionThanTheNewestIsToldSo() {
        drafted();
        story.does("mei", "reviewPlan", "version", 1, "agreed", false, "changeRequest", "less");
        proposes("revisePlan", 3);
        assertThat(story.formOf("reviewPlan").get("version")).isEqualTo(2);
        assertThatThrownBy(() -> story.does("mei", "reviewPlan", "version", 1, "agreed", true))
                .isInstanceOf(FormFieldValidationException.class)
                .hasStackTraceContaining("mentoring.plan.staleVersion");
        assertThat(story.count("select count(*) from plan_answer where agreed")).isZero();

        story.does("mei", "reviewPlan", "version", 2, "agreed", true);
        assertThatThrownBy(() -> story.does("wang", "confirmPlan", "version", 1, "confirmed", true))
                .hasStackTraceContaining("mentoring.plan.staleVersion");
        story.does("wang", "confirmPlan", "version", 2, "confirmed", true);
        assertThat(instance).isEnded();
    }

    @Test
    void nobodyAgreesToAPlanThatIsOverMeanwhile() {
        drafted();
        story.itIs(TODAY.plusMonths(6));
        assertThatThrownBy(() -> story.does("mei", "reviewPlan", "agreed", true))
                .hasStackTraceContaining("mentoring.plan.overAlready");
        story.does("mei", "reviewPlan", "agreed", false, "changeRequest", "until next year");
        assertThat(instance).isWaitingAt("revisePlan");
    }

    @Test
    void tasksAreDueAndPressedAsTheTableSays() {
        assertThat(story.task("stateNeeds").getDueDate()).isEqualTo(at(5));
        assertThat(story.timer("stateNeedsLate").getDuedate()).isEqualTo(at(5));
        assertThat(story.timer("stateNeedsVeryLate").getDuedate()).isEqualTo(at(8));
    }

    private static Date at(int days) {
        return Date.from(StageStory.NOON.plus(Duration.ofDays(days)));
    }

    @Test
    void aNegotiationThatIsCutShortLeavesNoRoundUnderWay() {
        drafted();
        story.engine.getRuntimeService().deleteProcessInstance(instance.getId(), "the pair parts");
        assertThat(story.text("select state from plan")).isEqualTo("STOPPED");
    }

    @Test
    void nobodyDoesAnothersTask() {
        assertThatThrownBy(() -> story.does("wang", "stateNeeds", "needs", "mine"))
                .isInstanceOf(AuthorizationException.class);
        assertThat(story.count("select count(*) from plan where needs is not null"))
                .isZero();
    }

    @Test
    void noPersonStartsAPlanAlone() {
        story.engine.getIdentityService().setAuthenticatedUserId("mei");
        assertThatThrownBy(() -> story.start("plan-negotiation"))
                .isInstanceOfAny(AuthorizationException.class, org.xinhuo.base.Refusal.class);
        story.engine.getIdentityService().clearAuthentication();
        assertThat(story.count("select count(*) from plan")).isEqualTo(1);
    }

    @Test
    void theMentorSeesNeedsGapsAndFigures() {
        story.does("mei", "stateNeeds", "needs", "learn to speak freely");
        Map<String, Object> form = story.formOf("draftPlan");
        assertThat(form.get("needs")).isEqualTo("learn to speak freely");
        assertThat(form.get("competencies").toString()).contains("Speaking", "\"gap\":\"2\"");
        assertThat(form.get("metrics").toString()).contains("Deals");
    }
}
