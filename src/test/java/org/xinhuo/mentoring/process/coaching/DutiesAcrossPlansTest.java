package org.xinhuo.mentoring.process.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.xinhuo.mentoring.process.stage.StageStory.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** A year owes one sharing, a quarter one evaluation and a month one guidance, however many plans they are cut into. */
@XinhuoTest
class DutiesAcrossPlansTest {

    private static final String SHARING = "experience-sharing";
    private static final String EVALUATION = "ability-evaluation";
    private static final String GUIDANCE = "deep-guidance";

    @Autowired
    private ApplicationContext context;

    private StageStory story;
    private ProcessInstance instance;

    @BeforeEach
    void aPair() {
        story = new StageStory(context).pair();
    }

    private void coachingUntil(LocalDate end) {
        story.confirmedPlan(end);
        instance = story.start("coaching");
    }

    /** The plan ends, both judge it and go on with another one. */
    private void goesOnUntil(LocalDate end) {
        story.fires(story.isOpen("giveDeepGuidance") || timerIs("planEnded") ? "planEnded" : "planEndReached");
        assertThat(instance).isEnded();
        story.start("evaluation");
        List<Map<String, Object>> levels = List.of(Map.of("competency", "Speaking", "level", 3));
        story.does("mei", "selfEvaluate", "levels", levels, "satisfaction", 4, "comment", "");
        story.does("wang", "evaluateGrowth", "levels", levels, "satisfaction", 4, "nextStep", "continue");
        coachingUntil(end);
    }

    private boolean timerIs(String activity) {
        return story.engine
                        .getManagementService()
                        .createJobQuery()
                        .activityId(activity)
                        .count()
                > 0;
    }

    private void guides(LocalDate heldOn) {
        story.does(
                "wang",
                "giveDeepGuidance",
                "topic",
                "first call",
                "question",
                "how to begin",
                "advice",
                "try",
                "minutes",
                45,
                "method",
                "video",
                "heldOn",
                heldOn.toString());
    }

    private void shares() {
        story.fires("sharingOpens");
        story.does(
                "wang", "shareExperience", "title", "a", "situation", "b", "method", "c", "steps", "d", "effect", "e");
    }

    private void evaluates() {
        story.fires("evaluationOpens");
        story.does(
                "wang",
                "evaluateAbility",
                "levels",
                List.of(Map.of("competency", "Speaking", "level", 3)),
                "direction",
                "go on");
    }

    /** Of all plans, one after the other. */
    private List<String> duties(String kind) {
        return context.getBean(JdbcClient.class)
                .sql("select d.period_start || ' ' || d.due_on || case when d.done_at is not null then ' done'"
                        + " when d.missed_at is not null then ' missed' when d.lapsed_at is not null then ' lapsed'"
                        + " else ' owed' end from duty d where d.kind = ? order by d.id")
                .param(kind)
                .query(String.class)
                .list();
    }

    @Test
    void aPlanOfTwoYearsOwesTwoSharings() {
        coachingUntil(TODAY.plusYears(2));
        shares();
        story.itIs(TODAY.plusYears(1));
        shares();
        assertThat(duties(SHARING)).containsExactly("2026-03-02 2027-03-01 done", "2027-03-02 2028-03-01 done");
        assertThat(timerIs("sharingOpens")).isFalse();
    }

    @Test
    void aSecondPlanWithinTheYearDoesNotOweTheSharingAgain() {
        coachingUntil(TODAY.plusMonths(6));
        shares();
        goesOnUntil(TODAY.plusMonths(7));
        assertThat(duties(SHARING)).containsExactly("2026-03-02 2026-09-02 done");
        assertThat(instance).isActive();
        assertThat(timerIs("sharingOpens")).isFalse();
    }

    @Test
    void aSecondPlanThatOutlastsTheYearOwesTheSharingOfTheNextYear() {
        coachingUntil(TODAY.plusMonths(6));
        shares();
        goesOnUntil(TODAY.plusYears(2));
        assertThat(duties(SHARING)).containsExactly("2026-03-02 2026-09-02 done", "2027-03-02 2028-03-01 owed");
        shares();
        assertThat(timerIs("sharingOpens")).isFalse();
    }

    @Test
    void whatWasNotDoneUnderTheFirstPlanIsOwedUnderTheSecond() {
        coachingUntil(TODAY.plusMonths(6));
        goesOnUntil(TODAY.plusMonths(7));
        assertThat(duties(SHARING)).containsExactly("2026-03-02 2026-09-02 missed", "2026-03-02 2026-10-02 owed");
    }

    @Test
    void anotherMentorOwesHisOwn() {
        coachingUntil(TODAY.plusMonths(6));
        shares();
        context.getBean(TestCompany.class).employee("li").mentor("li", 3, "logical");
        context.getBean(TestCompany.class).write("update coaching_case set mentor_id = 'li'");
        goesOnUntil(TODAY.plusMonths(7));
        assertThat(duties(SHARING)).hasSize(2).last().asString().endsWith("owed");
    }

    @Test
    void aQuarterAndAMonthThatWereAnsweredForGoOnIntoTheNextPlan() {
        coachingUntil(TODAY.plusDays(20));
        guides(TODAY);
        evaluates();
        goesOnUntil(TODAY.plusMonths(7));
        assertThat(duties(GUIDANCE)).containsExactly("2026-03-02 2026-03-22 done", "2026-04-02 2026-05-01 owed");
        assertThat(duties(EVALUATION)).containsExactly("2026-03-02 2026-03-22 done", "2026-06-02 2026-09-01 owed");
        assertThat(instance).isWaitingAt("guidanceOpens");

        // A timer that fires early opens the task of April; a talk of March is one more of a month that has its own.
        story.itIs(TODAY.plusDays(25));
        story.fires("guidanceOpens");
        guides(TODAY.plusDays(24));
        assertThat(duties(GUIDANCE)).last().asString().endsWith("owed");
        assertThat(story.told("wang")).contains("coaching.notice.another");
    }

    @Test
    void whatWasDoneBeforeACoachingWasCutShortIsNotOwedAgainInItsPeriod() {
        coachingUntil(TODAY.plusYears(2));
        shares();
        guides(TODAY);
        story.itIs(TODAY.plusDays(10));
        story.engine.getRuntimeService().deleteProcessInstance(instance.getId(), "begun anew");
        instance = story.start("coaching");
        assertThat(duties(SHARING)).last().isEqualTo("2027-03-02 2028-03-01 owed");
        assertThat(duties(GUIDANCE)).last().isEqualTo("2026-04-02 2026-05-01 owed");
    }

    @Test
    void theMonthsOfASilentMentorAllStandAsMissedAndHrHearsOfIt() {
        coachingUntil(TODAY.plusMonths(3));
        story.itIs(TODAY.plusMonths(3).plusDays(1));
        story.fires("planEnded");
        assertThat(duties(GUIDANCE))
                .containsExactly(
                        "2026-03-02 2026-04-01 missed", "2026-04-02 2026-05-01 missed", "2026-05-02 2026-06-01 missed");
        assertThat(duties(EVALUATION)).containsExactly("2026-03-02 2026-06-01 missed");
        assertThat(duties(SHARING)).containsExactly("2026-03-02 2026-06-02 missed");
        // Until then a talk may be written down, and the table does not have HR told.
        assertThat(story.told("han")).isEmpty();
        assertThat(story.told("wang")).containsExactly("mentoring.notice.planConfirmed");
        story.fires("filingOver");
        assertThat(story.told("han"))
                .containsExactlyInAnyOrder(
                        "coaching.notice.passed.deep-guidance",
                        "mentoring.duty.overdue.ability-evaluation",
                        "mentoring.duty.overdue.experience-sharing");
    }

    @Test
    void whoeverIsCutShortHasMissedWhatWasDueByThenAndNoMore() {
        coachingUntil(TODAY.plusMonths(6));
        story.itIs(TODAY.plusMonths(2).plusDays(5));
        story.engine.getRuntimeService().deleteProcessInstance(instance.getId(), "another mentor");
        assertThat(duties(GUIDANCE)).containsExactly("2026-03-02 2026-04-01 missed", "2026-04-02 2026-05-01 missed");
        assertThat(story.told("han")).isEmpty();
    }

    @Test
    void aTalkOfTheMentorsOwnTodayIsNotInTheFuture() {
        context.getBean(TestCompany.class)
                .write("update employee set time_zone = 'Pacific/Auckland' where id = 'wang'");
        coachingUntil(TODAY.plusMonths(6));
        // 20:00 in Shanghai, 01:00 of the next day in Auckland.
        org.camunda.bpm.engine.impl.util.ClockUtil.setCurrentTime(
                java.util.Date.from(TODAY.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC)));
        guides(TODAY.plusDays(1));
        assertThat(duties(GUIDANCE)).first().asString().endsWith("done");
    }
}
