package org.xinhuo.mentoring.process.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.xinhuo.mentoring.process.stage.StageStory.KEY;
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
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.MentorshipFigures;
import org.xinhuo.mentoring.coaching.RecordGuidance;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** Talks that are written down on the page of the coaching or by REST, whenever they were held; from 2 March on. */
@XinhuoTest
class FiledGuidanceTest {

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

    private void files(String person, LocalDate heldOn) {
        story.bean(CoachingProcess.class)
                .giveGuidance(
                        KEY, person, new RecordGuidance.Guidance("a talk", "how", "Speaking", 60, "video", heldOn));
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
    void theFirstTalkOfAMonthDoesItsTaskAndTheOthersCountAsHours() {
        coachingUntil(TODAY.plusMonths(6));
        for (int day = 0; day < 4; day++) {
            files("wang", TODAY);
        }
        assertThat(guidances()).containsExactly("2026-03-02 done", "2026-04-02 owed");
        assertThat(instance).isWaitingAt("guidanceOpens").hasPassed("giveDeepGuidance", "scheduleGuidance");
        assertThat(story.bean(MentorshipFigures.class).input(KEY).hoursPerMonth())
                .isEqualByComparingTo("4");
        assertThat(story.engine
                        .getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .taskDefinitionKey("giveDeepGuidance")
                        .taskAssignee("wang")
                        .finished()
                        .taskDeleteReason("completed")
                        .count())
                .isEqualTo(1);
        assertThat(story.everythingInVariables()).doesNotContain("a talk");
    }

    /** Filtering the log by a competency hid every talk about it. */
    @Test
    void aTalkIsTaggedWithTheCompetenciesThatItNames() {
        coachingUntil(TODAY.plusMonths(6));
        files("wang", TODAY);
        assertThat(story.text("select array_to_string(competencies, ',') from log_entry where kind = 'GUIDANCE'"))
                .isEqualTo("Speaking");
    }

    @Test
    void aTalkOfAMonthWhoseTaskHasNotOpenedYetDoesThatMonth() {
        coachingUntil(TODAY.plusMonths(6));
        files("wang", TODAY);
        story.itIs(TODAY.plusMonths(1).plusDays(3));
        files("wang", TODAY.plusMonths(1).plusDays(2));
        assertThat(guidances()).containsExactly("2026-03-02 done", "2026-04-02 done", "2026-05-02 owed");
        assertThat(instance).isWaitingAt("guidanceOpens");
        assertThat(story.timer("guidanceOpens").getDuedate()).isEqualTo("2026-05-01T16:00:00Z");
    }

    @Test
    void aTalkOfAnEarlierMonthLeavesTheTaskOfNowAlone() {
        coachingUntil(TODAY.plusMonths(6));
        files("wang", TODAY);
        story.itIs(TODAY.plusMonths(1).plusDays(3));
        story.fires("guidanceOpens");
        files("wang", TODAY.plusDays(9));
        assertThat(guidances()).containsExactly("2026-03-02 done", "2026-04-02 owed");
        assertThat(instance).isWaitingAt("giveDeepGuidance");
    }

    @Test
    void aTalkAfterTheLastWholeMonthIsFiled() {
        coachingUntil(LocalDate.of(2026, 6, 20));
        files("wang", TODAY);
        story.itIs(LocalDate.of(2026, 6, 10));
        assertThat(story.isOpen("giveDeepGuidance")).isFalse();
        files("wang", LocalDate.of(2026, 6, 10));
        assertThat(story.count("select count(*) from guidance where held_on = date '2026-06-10'"))
                .isEqualTo(1);
    }

    @Test
    void aTalkOfTheLastDayIsFiledInTheDaysThatTheTableGives() {
        LocalDate end = TODAY.plusDays(20);
        coachingUntil(end);
        story.itIs(end.plusDays(1));
        story.fires("planEnded");
        story.start("evaluation");
        assertThatThrownBy(() -> files("wang", end.plusDays(1)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("mentoring.coaching.heldAfterEnd");
        files("wang", end.minusDays(1));
        assertThat(guidances()).containsExactly("2026-03-02 done");
        assertThat(story.bean(MentorshipFigures.class).input(KEY).hoursPerMonth())
                .isPositive();

        story.itIs(end.plusDays(6));
        assertThatThrownBy(() -> files("wang", end))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("mentoring.coaching.none");
    }

    @Test
    void aTalkHeldBeforeAnEarlyGraduationIsFiledAfterItAndCounts() {
        coachingUntil(TODAY.plusMonths(6));
        story.itIs(TODAY.plusDays(4));
        story.engine.getRuntimeService().deleteProcessInstance(instance.getId(), "graduation");
        story.start("evaluation");
        assertThat(guidances()).containsExactly("2026-03-02 lapsed");

        files("wang", TODAY.plusDays(1));
        assertThat(guidances()).containsExactly("2026-03-02 done");
        assertThat(story.count("select count(*) from guidance")).isEqualTo(1);
        assertThat(story.told("han")).isEmpty();
    }

    /** The talks of March and of April are both held in their month and written down in the evening of 6 April. */
    @Test
    void theOrderInWhichTalksAreWrittenDownDoesNotMatter() {
        coachingUntil(TODAY.plusMonths(6));
        story.fires("guidanceOverdue");
        story.itIs(LocalDate.of(2026, 4, 6));
        files("wang", LocalDate.of(2026, 4, 5));
        assertThat(guidances()).containsExactly("2026-03-02 missed", "2026-04-02 done", "2026-05-02 owed");
        files("wang", LocalDate.of(2026, 3, 20));
        files("wang", LocalDate.of(2026, 3, 21));

        assertThat(guidances()).containsExactly("2026-03-02 done", "2026-04-02 done", "2026-05-02 owed");
        assertThat(story.text("select (done_at at time zone 'Asia/Shanghai')::date::text from duty"
                        + " where period_start = date '2026-03-02' and kind = 'deep-guidance'"))
                .isEqualTo("2026-04-06");
        assertThat(story.told("wang"))
                .doesNotContain("coaching.notice.madeUp")
                .containsOnlyOnce("coaching.notice.another");
        // HR was told that March was missed, and hears once that it was not.
        assertThat(story.told("han"))
                .containsExactly("mentoring.duty.overdue.deep-guidance", "coaching.notice.filedAfterAll");
    }

    @Test
    void onceTheEvaluationIsConcludedNothingMoreIsFiled() {
        coachingUntil(TODAY.plusDays(20));
        story.fires("planEnded");
        story.start("evaluation");
        List<Map<String, Object>> levels = List.of(Map.of("competency", "Speaking", "level", 3));
        story.does("mei", "selfEvaluate", "levels", levels, "satisfaction", 5);
        story.does("wang", "evaluateGrowth", "levels", levels, "satisfaction", 4, "nextStep", "continue");
        story.bean(org.xinhuo.mentoring.MoveMentorship.class).toPlanning(KEY);
        assertThatThrownBy(() -> files("wang", TODAY)).isInstanceOf(Refusal.class);
    }

    @Test
    void onlyWhoCoachesFilesIt() {
        context.getBean(TestCompany.class).employee("lena");
        coachingUntil(TODAY.plusMonths(6));
        for (String person : List.of("mei", "han", "otto", "lena")) {
            assertThatThrownBy(() -> files(person, TODAY))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("rights.refused.give-guidance");
        }
        assertThatThrownBy(() -> files("wang", TODAY.plusDays(1)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("heldInFuture");
        assertThat(story.count("select count(*) from guidance")).isZero();
    }
}
