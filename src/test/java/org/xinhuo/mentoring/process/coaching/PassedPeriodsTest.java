package org.xinhuo.mentoring.process.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xinhuo.mentoring.process.stage.StageStory.KEY;
import static org.xinhuo.mentoring.process.stage.StageStory.TODAY;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.mentoring.coaching.DutyList;
import org.xinhuo.mentoring.coaching.RecordGuidance;
import org.xinhuo.mentoring.process.stage.StageStory;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.XinhuoTest;

/** Periods that pass while a task lies open, and what is told after a coaching has ended; from 2 March on. */
@XinhuoTest
class PassedPeriodsTest {

    @RegisterExtension
    static final PassedNodes watch = new PassedNodes("coaching").within("watchPeriods");

    @RegisterExtension
    static final PassedNodes settlement = new PassedNodes("duty-settlement");

    @Autowired
    private ApplicationContext context;

    private StageStory story;

    @BeforeEach
    void aPair() {
        story = new StageStory(context).pair();
    }

    private void coachingUntil(LocalDate end) {
        story.confirmedPlan(end);
        story.start("coaching");
    }

    private void files(LocalDate heldOn) {
        story.bean(CoachingProcess.class)
                .giveGuidance(
                        KEY, "wang", new RecordGuidance.Guidance("a talk", "how", "Speaking", 60, "video", heldOn));
    }

    /** The timers of the watch fire, each when it is due. */
    private void timePassesUntil(LocalDate day) {
        story.itIs(day);
        Date until = ClockUtil.getCurrentTime();
        for (Job next = watchTimer(); next != null && !next.getDuedate().after(until); next = watchTimer()) {
            ClockUtil.setCurrentTime(next.getDuedate());
            story.engine.getManagementService().executeJob(next.getId());
        }
        story.itIs(day);
    }

    private Job watchTimer() {
        Job first = story.timer("periodsPass");
        return first == null ? story.timer("periodsPassAgain") : first;
    }

    private List<String> guidances() {
        return context.getBean(JdbcClient.class)
                .sql("select period_start || case when done_at is not null then ' done'"
                        + " when missed_at is not null then ' missed' else ' owed' end"
                        + " || case when escalated_at is null then '' else ' told' end"
                        + " from duty where kind = 'deep-guidance' order by period_start")
                .query(String.class)
                .list();
    }

    private List<String> argumentsOf(String person) {
        return context.getBean(JdbcClient.class)
                .sql("select arguments from notice where person_id = ? and code ="
                        + " 'coaching.notice.passed.deep-guidance' order by id")
                .param(person)
                .query(String.class)
                .list();
    }

    @Test
    void aMonthThatPassesBesideAnOpenTaskIsMissedFromItsEndOnAndToldWhenTheTableSays() {
        coachingUntil(TODAY.plusMonths(6));
        assertThat(story.timer("periodsPass").getDuedate()).isEqualTo("2026-04-04T16:00:00Z");
        story.itIs(LocalDate.of(2026, 4, 5));
        story.fires("guidanceOverdue", "periodsPass");
        assertThat(guidances()).containsExactly("2026-03-02 owed told");

        timePassesUntil(LocalDate.of(2026, 5, 2));
        assertThat(guidances()).containsExactly("2026-03-02 owed told", "2026-04-02 missed");
        assertThat(story.told("han")).containsExactly("mentoring.duty.overdue.deep-guidance");
        assertThat(story.timer("periodsPassAgain").getDuedate()).isEqualTo("2026-05-04T16:00:00Z");

        timePassesUntil(LocalDate.of(2026, 5, 5));
        assertThat(guidances()).containsExactly("2026-03-02 owed told", "2026-04-02 missed told");
        assertThat(argumentsOf("han")).hasSize(1).first().asString().contains("2026-05-01", ",2,");
        assertThat(argumentsOf("wang")).hasSize(1);
    }

    @Test
    void everyMonthOfASilentMentorIsInTheListAndATalkOfOneOfThemStillCounts() {
        coachingUntil(TODAY.plusMonths(6));
        story.itIs(LocalDate.of(2026, 4, 5));
        story.fires("guidanceOverdue");
        timePassesUntil(LocalDate.of(2026, 8, 10));
        assertThat(guidances())
                .containsExactly(
                        "2026-03-02 owed told",
                        "2026-04-02 missed told",
                        "2026-05-02 missed told",
                        "2026-06-02 missed told",
                        "2026-07-02 missed told");
        assertThat(argumentsOf("han")).hasSize(4);
        assertThat(context.getBean(DutyList.class).notDone("missed", 100, 0))
                .filteredOn(line -> line.kind().equals("deep-guidance"))
                .extracting(DutyList.Line::state)
                .containsExactly("missed", "missed", "missed", "missed", "overdue");
        assertThat(story.engine
                        .getTaskService()
                        .createTaskQuery()
                        .taskDefinitionKey("giveDeepGuidance")
                        .count())
                .isEqualTo(1);

        files(LocalDate.of(2026, 5, 10));
        assertThat(guidances())
                .containsExactly(
                        "2026-03-02 missed told",
                        "2026-04-02 missed told",
                        "2026-05-02 done told",
                        "2026-06-02 missed told",
                        "2026-07-02 missed told",
                        "2026-08-02 owed");
        assertThat(story.told("han")).last().isEqualTo("coaching.notice.filedAfterAll");
        timePassesUntil(LocalDate.of(2026, 8, 20));
        assertThat(argumentsOf("han")).hasSize(4);
    }

    /** The talk of April does the task on 3 April, and the timer that would have told of March is gone with it. */
    @Test
    void aMonthWhoseTaskWentToTheNextOneIsToldAllTheSame() {
        coachingUntil(TODAY.plusMonths(6));
        story.itIs(LocalDate.of(2026, 4, 3));
        files(LocalDate.of(2026, 4, 2));
        assertThat(guidances()).containsExactly("2026-03-02 missed", "2026-04-02 done", "2026-05-02 owed");
        timePassesUntil(LocalDate.of(2026, 4, 5));
        assertThat(guidances()).first().isEqualTo("2026-03-02 missed told");
        assertThat(story.told("han")).containsExactly("mentoring.duty.overdue.deep-guidance");
    }

    @Test
    void whereNothingCanPassUnseenTheWatchEnds() {
        coachingUntil(TODAY.plusDays(20));
        timePassesUntil(TODAY.plusMonths(2));
        assertThat(watchTimer()).isNull();
        assertThat(story.timer("planEnded")).isNotNull();
    }

    @Test
    void afterTheEndHrHearsOnlyOfWhatWasNotFiledInTheDaysForIt() {
        LocalDate end = TODAY.plusDays(20);
        coachingUntil(end);
        story.itIs(end.plusDays(1));
        story.fires("planEnded");
        story.start("evaluation");
        assertThat(story.told("han")).isEmpty();
        assertThat(story.timer("filingOver").getDuedate()).isAfterOrEqualTo("2026-03-27T16:00:00Z");
        files(end);
        story.itIs(end.plusDays(20));
        story.fires("filingOver");
        assertThat(story.told("han"))
                .containsExactlyInAnyOrder(
                        "mentoring.duty.overdue.ability-evaluation", "mentoring.duty.overdue.experience-sharing");
    }

    @Test
    void nobodySettlesACoachingThatHasNotEnded() {
        coachingUntil(TODAY.plusMonths(6));
        for (String key : List.of(story.text("select id from coaching_case"), "no-such")) {
            assertThatThrownBy(() -> story.engine.getRuntimeService().startProcessInstanceByKey("duty-settlement", key))
                    .hasStackTraceContaining("mentoring.stageStartsByItself");
        }
    }
}
