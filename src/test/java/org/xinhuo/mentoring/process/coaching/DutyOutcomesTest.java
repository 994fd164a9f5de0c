package org.xinhuo.mentoring.process.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.xinhuo.mentoring.process.stage.StageStory.KEY;
import static org.xinhuo.mentoring.process.stage.StageStory.TODAY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.mentoring.coaching.DutyList;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** What becomes of a mentor's duties: done, missed, made up for, lapsed; coachings begin on 2 March. */
@XinhuoTest
class DutyOutcomesTest {

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

    private void guides(LocalDate heldOn, String advice) {
        story.does(
                "wang",
                "giveDeepGuidance",
                "topic",
                "first call",
                "question",
                "how to begin",
                "advice",
                advice,
                "minutes",
                45,
                "method",
                "video",
                "heldOn",
                heldOn.toString());
    }

    private List<String> guidances() {
        return context.getBean(JdbcClient.class)
                .sql("select period_start || case when done_at is not null then ' done'"
                        + " when missed_at is not null then ' missed' when lapsed_at is not null then ' lapsed'"
                        + " else ' owed' end || coalesce(' made up ' || made_up_on, '')"
                        + " from duty where kind = 'deep-guidance' order by period_start")
                .query(String.class)
                .list();
    }

    @Test
    void aTalkOfAMissedMonthThatIsWrittenDownLaterDoesThatMonthAfterAll() {
        coachingUntil(TODAY.plusMonths(6));
        story.itIs(TODAY.plusMonths(1).plusDays(3));
        guides(TODAY.plusMonths(1).plusDays(1), "x");
        // March passed; the task of May is not there yet, so a timer that fires early opens it.
        story.fires("guidanceOpens");
        guides(TODAY.plusDays(5), "x");

        assertThat(guidances()).containsExactly("2026-03-02 done", "2026-04-02 done", "2026-05-02 owed");
        assertThat(instance).isWaitingAt("guidanceOpens");
        assertThat(story.told("wang")).doesNotContain("coaching.notice.madeUp");
        // Nobody had told HR that March was missed.
        assertThat(story.told("han")).isEmpty();
        assertThat(story.count("select count(*) from guidance g join duty d on d.id = g.duty_id"
                        + " where d.period_start = date '2026-03-02'"))
                .isEqualTo(1);
    }

    @Test
    void lastMonthsTalkLeavesThisMonthsTaskOpen() {
        coachingUntil(TODAY.plusMonths(6));
        guides(TODAY, "x");
        story.itIs(TODAY.plusMonths(1).plusDays(3));
        story.fires("guidanceOpens");
        guides(TODAY.plusDays(20), "x");

        assertThat(guidances()).containsExactly("2026-03-02 done", "2026-04-02 owed");
        assertThat(instance).isWaitingAt("giveDeepGuidance");
        assertThat(story.told("wang")).contains("coaching.notice.another");
    }

    @Test
    void aReminderIsToldOnceAlthoughTheTaskOpensAgain() {
        coachingUntil(TODAY.plusMonths(6));
        guides(TODAY, "x");
        story.itIs(TODAY.plusMonths(1).plusDays(3));
        story.fires("guidanceOpens", "guidanceDueSoon");
        guides(TODAY.plusDays(20), "x");
        story.fires("guidanceDueSoon");
        assertThat(story.told("wang")).containsOnlyOnce("mentoring.duty.dueSoon.deep-guidance");
    }

    @Test
    void aTalkAfterTheLastMonthMakesUpForIt() {
        coachingUntil(TODAY.plusMonths(1).plusDays(20));
        story.itIs(TODAY.plusMonths(1).plusDays(4));
        guides(TODAY.plusMonths(1).plusDays(3), "x");
        assertThat(guidances()).containsExactly("2026-03-02 missed made up 2026-04-06");
        assertThat(story.told("wang")).contains("coaching.notice.madeUp");
        assertThat(instance).isWaitingAt("evaluationOpens", "sharingOpens");
        assertThat(story.isOpen("giveDeepGuidance")).isFalse();
    }

    @ParameterizedTest(name = "a plan until {0}: {1}")
    @CsvSource({
        "2026-03-31, 2026-03-02 done",
        "2026-04-01, 2026-03-02 done",
        "2026-04-30, 2026-03-02 done",
        "2026-05-01, 2026-03-02 done|2026-04-02 owed",
        "2026-05-02, 2026-03-02 done|2026-04-02 owed"
    })
    void noMonthIsOwedThatDoesNotEndWithinThePlan(LocalDate end, String expected) {
        coachingUntil(end);
        guides(TODAY, "x");
        assertThat(guidances()).containsExactly(expected.split("\\|"));
        story.fires("planEnded");
        assertThat(instance).isEnded();
        assertThat(story.count("select count(*) from duty where done_at is null and missed_at is null"))
                .isZero();
    }

    @Test
    void whatIsCutShortLapsesAndWhatWasDueIsMissed() {
        coachingUntil(TODAY.plusMonths(6));
        story.itIs(TODAY.plusMonths(1).plusDays(3));
        story.engine.getRuntimeService().deleteProcessInstance(instance.getId(), "another mentor");

        assertThat(guidances()).containsExactly("2026-03-02 missed");
        assertThat(story.count("select count(*) from duty where lapsed_at is not null"))
                .isEqualTo(2);
        assertThat(story.count("select count(*) from coaching_case where ended_at is null"))
                .isZero();
    }

    @Test
    void onTheDueDateItselfNothingIsMissedYet() {
        coachingUntil(TODAY.plusMonths(6));
        story.itIs(LocalDate.of(2026, 4, 1));
        story.engine.getRuntimeService().deleteProcessInstance(instance.getId(), "graduation");
        assertThat(guidances()).containsExactly("2026-03-02 lapsed");
    }

    @Test
    void aLateEvaluationAndALateSharingStayMissedAndAreMarkedAsMadeUpFor() {
        coachingUntil(TODAY.plusYears(2));
        story.fires("evaluationOpens", "evaluationOverdue", "sharingOpens", "sharingOverdue");
        story.itIs(LocalDate.of(2027, 3, 20));
        story.does(
                "wang",
                "evaluateAbility",
                "levels",
                List.of(java.util.Map.of("competency", "Speaking", "level", 3)),
                "direction",
                "go on");
        story.does(
                "wang", "shareExperience", "title", "a", "situation", "b", "method", "c", "steps", "d", "effect", "e");

        DutyList list = context.getBean(DutyList.class);
        assertThat(list.notDone("missed", 100, 0))
                .filteredOn(line -> line.madeUpOn() != null)
                .extracting(line -> line.kind() + " " + line.periodStart() + " " + line.state() + " " + line.madeUpOn())
                .containsExactlyInAnyOrder(
                        "ability-evaluation 2026-03-02 missed 2027-03-20",
                        "experience-sharing 2026-03-02 missed 2027-03-20");
        assertThat(story.count("select count(*) from duty where done_at is not null"))
                .isZero();
        // The calendar went on meanwhile, and what is due next is owed.
        assertThat(story.text("select string_agg(period_start::text, ',' order by kind) from duty"
                        + " where kind <> 'deep-guidance' and done_at is null and missed_at is null"))
                .isEqualTo("2027-03-02,2027-03-02");
    }

    @Test
    void onItsLastDayAnEvaluationIsStillInTime() {
        coachingUntil(TODAY.plusYears(2));
        story.itIs(LocalDate.of(2026, 6, 1));
        story.fires("evaluationOpens");
        story.does(
                "wang",
                "evaluateAbility",
                "levels",
                List.of(java.util.Map.of("competency", "Speaking", "level", 3)),
                "direction",
                "go on");
        assertThat(story.count("select count(*) from duty where kind = 'ability-evaluation' and done_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void theRegionOfTheMenteeSetsTheRhythm() {
        context.getBean(TestCompany.class).write("update employee set region = 'DE' where id = 'mei'");
        coachingUntil(TODAY.plusMonths(6));
        assertThat(story.timer("guidanceDueSoon").getDuedate()).isEqualTo("2026-03-22T16:00:00Z");
        assertThat(story.timer("guidanceOverdue").getDuedate()).isEqualTo("2026-04-08T16:00:00Z");
        assertThat(story.timer("evaluationOpens").getDuedate()).isEqualTo("2026-05-02T16:00:00Z");
    }

    @Test
    void theReminderCarriesTheFiguresAndSoDoTheForms() {
        coachingUntil(TODAY.plusMonths(6));
        story.fires("guidanceDueSoon", "sharingOpens");
        assertThat(story.text("select arguments from notice where code = 'mentoring.duty.dueSoon.deep-guidance'"))
                .contains("Deals 3/5", "Speaking 2/4", "Selling 1/3");
        for (String task : List.of("giveDeepGuidance", "shareExperience")) {
            assertThat(story.formOf(task).get("metrics").toString()).contains("Deals");
            assertThat(story.formOf(task).get("competencies").toString()).contains("Speaking");
        }
    }

    @Test
    void theFormShowsPhrasesOfEverySituationInTheReadersLanguage() {
        coachingUntil(TODAY.plusMonths(6));
        assertThat(story.formOf("giveDeepGuidance").get("phrases").toString())
                .contains("The first meeting", "The mentee is stuck", "Saying goodbye")
                .doesNotContain("学员");
    }

    @Test
    void generalAdviceIsAnsweredWithWhatItLacksAndConcreteAdviceIsNot() {
        coachingUntil(TODAY.plusMonths(6));
        guides(TODAY, "try harder at speaking");
        assertThat(story.text("select arguments from notice where code = 'coaching.notice.lacks'"))
                .isEqualTo("[\"first call\",1,1,1,0]");
        story.fires("guidanceOpens");
        guides(TODAY, "Speaking: rehearse the opening twice before Friday");
        assertThat(story.told("wang")).containsOnlyOnce("coaching.notice.lacks");
    }

    @Test
    void whatIsLateShowsInTheListOfWhatWasNotDone() {
        coachingUntil(TODAY.plusMonths(6));
        DutyList list = context.getBean(DutyList.class);
        assertThat(list.notDone("missed", 10, 0)).isEmpty();
        story.fires("guidanceOverdue");
        assertThat(list.notDone("missed", 10, 0)).singleElement().satisfies(line -> {
            assertThat(line.state()).isEqualTo("overdue");
            assertThat(line.mentorId()).isEqualTo("wang");
            assertThat(line.escalatedOn()).isEqualTo(TODAY);
        });
        assertThat(list.notDone("overdue", 10, 0)).hasSize(1);
        story.fires("planEnded");
        // Six months, two quarters, and the sharing.
        assertThat(list.notDone("missed", 10, 0))
                .hasSize(9)
                .allSatisfy(line -> assertThat(line.state()).isEqualTo("missed"));
        assertThat(list.notDone("missed", 5, 5)).hasSize(4);
        assertThat(list.notDone("overdue", 10, 0)).isEmpty();
        assertThat(list.of(KEY, Instant.EPOCH)).hasSize(9);
    }
}
