package org.xinhuo.mentoring.process.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.xinhuo.mentoring.process.stage.StageStory.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class CoachingProcessTest {

    private static final LocalDate END = TODAY.plusMonths(6);

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("coaching")
            // See PassedPeriodsTest and PlanChangeProcessTest.
            .without("watchPeriods")
            .but(
                    "watchPeriods",
                    "changePlan",
                    "planChangeRequested",
                    "renegotiatePlan",
                    "isPlanChanged",
                    "newPlanConfirmed",
                    "planKept",
                    "planChanged",
                    "followPlan");

    @Autowired
    private ApplicationContext context;

    private StageStory story;
    private ProcessInstance instance;

    @BeforeEach
    void aPairHasAPlan() {
        story = new StageStory(context).pair();
    }

    private void coachingUntil(LocalDate end) {
        story.confirmedPlan(end);
        instance = story.start("coaching");
    }

    private void guides(LocalDate heldOn) {
        story.does("wang", "giveDeepGuidance", guidance("heldOn", heldOn.toString()));
    }

    private static Object[] guidance(String field, Object value) {
        Map<String, Object> fields = new java.util.LinkedHashMap<>(Map.of(
                "topic",
                "talk topic",
                "question",
                "what to ask",
                "advice",
                "what to try",
                "minutes",
                45,
                "method",
                "video",
                "heldOn",
                TODAY.toString()));
        fields.put(field, value);
        return fields.entrySet().stream()
                .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                .toArray();
    }

    private List<String> duties(String kind) {
        return context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("select period_start || ' ' || case when done_at is not null then 'done'"
                        + " when missed_at is not null then 'missed' else 'owed' end from duty where kind = ?"
                        + " order by period_start")
                .param(kind)
                .query(String.class)
                .list();
    }

    @Test
    void guidanceIsThereAtOnceTheOthersWaitForTheirTime() {
        coachingUntil(END);
        assertThat(instance).isWaitingAt("giveDeepGuidance", "evaluationOpens", "sharingOpens");
        assertThat(story.task("giveDeepGuidance").getDueDate()).isEqualTo("2026-04-01T16:00:00Z");
        assertThat(story.timer("evaluationOpens").getDuedate()).isEqualTo("2026-05-18T16:00:00Z");
        assertThat(story.timer("planEnded").getDuedate()).isEqualTo("2026-09-02T16:00:00Z");
        assertThat(story.formOf("giveDeepGuidance").get("metrics").toString()).contains("Deals");
        assertThat(story.formOf("giveDeepGuidance").get("phrases").toString()).contains("What have you tried");
    }

    @Test
    void aGuidanceIsKeptAndTheNextOneWaitsForItsMonth() {
        coachingUntil(END);
        guides(TODAY);
        assertThat(instance).isWaitingAt("guidanceOpens");
        assertThat(story.timer("guidanceOpens").getDuedate()).isEqualTo("2026-04-01T16:00:00Z");
        assertThat(story.text("select topic || minutes || method || held_on from guidance"))
                .isEqualTo("talk topic45video2026-03-02");
        assertThat(duties("deep-guidance")).containsExactly("2026-03-02 done", "2026-04-02 owed");
    }

    @Test
    void aSecondTalkOfAMonthDoesNotAnswerForTheNextOne() {
        coachingUntil(END);
        guides(TODAY);
        story.fires("guidanceOpens");
        guides(TODAY);
        assertThat(duties("deep-guidance")).containsExactly("2026-03-02 done", "2026-04-02 owed");
        assertThat(instance).isWaitingAt("guidanceOpens");
        assertThat(story.told("wang")).contains("coaching.notice.another");
        assertThat(story.count("select count(*) from guidance")).isEqualTo(2);
    }

    @Test
    void silentMentorIsRemindedThenHrIsTold() {
        coachingUntil(END);
        story.fires("guidanceDueSoon", "guidanceOverdue");
        assertThat(instance).isWaitingAt("giveDeepGuidance");
        assertThat(story.told("wang"))
                .containsExactly(
                        "mentoring.notice.planConfirmed",
                        "mentoring.duty.dueSoon.deep-guidance",
                        "mentoring.duty.overdue.deep-guidance");
        assertThat(story.told("han")).containsExactly("mentoring.duty.overdue.deep-guidance");
        assertThat(story.text("select min(arguments) from notice where person_id = 'wang'"
                        + " and code like 'mentoring.duty.%'"))
                .contains("Deals 3/5");
        assertThat(story.count("select count(*) from duty where reminded_at is not null and escalated_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void aTalkHeldLateCountsForItsOwnMonthAndSkippedMonthsAreMissed() {
        coachingUntil(END);
        story.itIs(TODAY.plusMonths(2).plusDays(3));
        guides(TODAY.plusMonths(2).plusDays(1));
        assertThat(duties("deep-guidance"))
                .containsExactly("2026-03-02 missed", "2026-04-02 missed", "2026-05-02 done", "2026-06-02 owed");
        assertThat(instance).isWaitingAt("guidanceOpens");
    }

    @Test
    void aTalkReportedLateCountsForTheMonthInWhichItWasHeld() {
        coachingUntil(END);
        story.itIs(TODAY.plusMonths(1).plusDays(3));
        guides(TODAY.plusDays(5));
        assertThat(duties("deep-guidance")).containsExactly("2026-03-02 done", "2026-04-02 owed");
        // The second month is under way: its task is there at once.
        assertThat(instance).isWaitingAt("giveDeepGuidance");
    }

    @Test
    void evaluatedLevelsBecomeAssessments() {
        coachingUntil(END);
        story.fires("evaluationOpens");
        story.fires("evaluationDueSoon", "evaluationOverdue");
        story.does(
                "wang",
                "evaluateAbility",
                "levels",
                "[{\"competency\":\"Speaking\",\"level\":2.5},{\"competency\":\"Selling\",\"level\":1}]",
                "direction",
                "speak more");
        assertThat(story.text("select string_agg(competency || level, ',' order by competency) from assessment"
                        + " where source = 'mentor' and employee_id = 'mei'"))
                .isEqualTo("Selling1,Speaking2.5");
        assertThat(duties("ability-evaluation")).containsExactly("2026-03-02 done", "2026-06-02 owed");
    }

    @Test
    void theFormBeginsWithTheLevelsOfTheLastAssessment() {
        story.bean(TestCompany.class).jobAsksFor("Consultant", "Writing", "3", "1");
        coachingUntil(END);
        story.fires("evaluationOpens");
        assertThat(story.formOf("evaluateAbility").get("levels").toString())
                // The keys of one row come in any order.
                .containsPattern("\"Speaking\",\"level\":2}|\"level\":2,\"competency\":\"Speaking\"}")
                .containsPattern("\"Selling\",\"level\":1}|\"level\":1,\"competency\":\"Selling\"}")
                .contains("{\"competency\":\"Writing\"}");
    }

    /** Speaking is judged; Selling stands at 1 as before; Writing was never assessed by anybody and is not made up. */
    @Test
    void whatTheMentorLeavesOutIsKeptAsUnchangedAndBecomesNoAssessment() {
        story.bean(TestCompany.class).jobAsksFor("Consultant", "Writing", "3", "1");
        coachingUntil(END);
        story.fires("evaluationOpens");
        story.does(
                "wang",
                "evaluateAbility",
                "levels",
                List.of(Map.of("competency", "Speaking", "level", 3)),
                "direction",
                "go on");
        assertThat(story.text("select string_agg(competency || ' ' || level || ' ' || unchanged, ', ' order by"
                        + " competency) from ability_evaluation_level"))
                .isEqualTo("Selling 1.00 true, Speaking 3.00 false");
        assertThat(story.count("select count(*) from assessment where source = 'mentor'"))
                .isEqualTo(1);
        assertThat(story.text("select headline || ' ' || arguments from log_entry where kind = 'EVALUATION'"))
                .isEqualTo("mentoring.log.evaluationOfSome [\"Speaking 3\",\"Selling 1\"]");
    }

    @Test
    void allDutiesDoneTheCoachingGoesOnUntilThePlanEnds() {
        coachingUntil(TODAY.plusDays(20));
        story.fires("evaluationOpens");
        story.does(
                "wang",
                "evaluateAbility",
                "levels",
                List.of(Map.of("competency", "Speaking", "level", 3)),
                "direction",
                "go on");
        story.fires("sharingDueSoon", "sharingOverdue");
        story.does(
                "wang",
                "shareExperience",
                "title",
                "first talk",
                "situation",
                "shy",
                "method",
                "practice",
                "steps",
                "one, two",
                "effect",
                "speaks");
        guides(TODAY);
        assertThat(instance).isWaitingAt("planEndReached");
        story.fires("planEndReached");
        assertThat(instance).isEnded().hasPassed("closeCoaching").hasNotPassed("planEnded");
        assertThat(story.count("select count(*) from duty where done_at is null"))
                .isZero();
        assertThat(story.count("select count(*) from coaching_case where ended_at is not null"))
                .isEqualTo(1);
        assertThat(story.everythingInVariables())
                .doesNotContain("talk topic", "what to try", "go on", "practice", "one, two");
    }

    @Test
    void thePlansEndEndsWhateverIsOpenAndItStandsAsMissed() {
        coachingUntil(END);
        guides(TODAY);
        story.fires("planEnded");
        assertThat(instance).isEnded().hasPassed("closeCoaching").hasNotPassed("planEndReached");
        // The timer is the fact: what would have been due by then was missed, also months that no task was there for.
        assertThat(duties("deep-guidance"))
                .containsExactly(
                        "2026-03-02 done",
                        "2026-04-02 missed",
                        "2026-05-02 missed",
                        "2026-06-02 missed",
                        "2026-07-02 missed",
                        "2026-08-02 missed");
        assertThat(duties("experience-sharing")).containsExactly("2026-03-02 missed");
        assertThat(story.engine
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .count())
                .isZero();
    }

    @Test
    void yearlySharingWaitsAndRepeats() {
        coachingUntil(TODAY.plusYears(2));
        story.fires("sharingOpens");
        assertThat(instance).isWaitingAt("shareExperience");
        story.does(
                "wang", "shareExperience", "title", "a", "situation", "b", "method", "c", "steps", "d", "effect", "e");
        assertThat(duties("experience-sharing")).containsExactly("2026-03-02 done", "2027-03-02 owed");
    }

    @Test
    void garbageIsRefusedAndNothingIsStored() {
        coachingUntil(END);
        refused("giveDeepGuidance", guidance("heldOn", TODAY.plusDays(1).toString()));
        refused("giveDeepGuidance", guidance("heldOn", TODAY.minusDays(2).toString()));
        refused("giveDeepGuidance", guidance("heldOn", "2026-02-30"));
        refused("giveDeepGuidance", guidance("minutes", 601));
        refused("giveDeepGuidance", guidance("minutes", 0));
        refused("giveDeepGuidance", guidance("method", "pigeon"));
        refused("giveDeepGuidance", guidance("topic", " "));
        refused("giveDeepGuidance", guidance("mentorId", "otto"));
        assertThatThrownBy(() -> story.does("mei", "giveDeepGuidance", guidance("minutes", 30)))
                .isInstanceOf(AuthorizationException.class);
        story.fires("evaluationOpens");
        refused("evaluateAbility", "levels", List.of(level("Speaking", 7)), "direction", "x");
        refused("evaluateAbility", "levels", List.of(level("Dancing", 3)), "direction", "x");
        refused("evaluateAbility", "levels", List.of(level("Speaking", "2.345")), "direction", "x");
        refused("evaluateAbility", "levels", List.of(level("Speaking", 2), level("Speaking", 3)), "direction", "x");
        refused("evaluateAbility", "levels", List.of(), "direction", "x");
        refused("evaluateAbility", "levels", "nonsense", "direction", "x");

        assertThat(story.isOpen("giveDeepGuidance")).isTrue();
        assertThat(story.isOpen("evaluateAbility")).isTrue();
        assertThat(story.count("select count(*) from guidance")).isZero();
        assertThat(story.count("select count(*) from assessment where source = 'mentor'"))
                .isZero();
        assertThat(story.count("select count(*) from duty where done_at is not null"))
                .isZero();
    }

    private static Map<String, Object> level(String competency, Object level) {
        return Map.of("competency", competency, "level", level);
    }

    private void refused(String task, Object... fields) {
        assertThatThrownBy(() -> story.does("wang", task, fields)).isInstanceOf(FormFieldValidationException.class);
    }
}
