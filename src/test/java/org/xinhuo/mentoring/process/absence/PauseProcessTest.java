package org.xinhuo.mentoring.process.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.MentorshipFigures;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.absence.Pauses;
import org.xinhuo.mentoring.log.WriteMessage;
import org.xinhuo.mentoring.process.AbsenceProcess;
import org.xinhuo.mentoring.process.MentoringProcess;
import org.xinhuo.mentoring.process.PlanChangeProcess;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.XinhuoTest;

@XinhuoTest
class PauseProcessTest {

    private static final LocalDate IN_TWENTY_DAYS = LocalDate.of(2026, 3, 22);

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes("mentoring").within("absence");

    @Autowired
    ApplicationContext context;

    @Autowired
    AbsenceProcess absence;

    @Autowired
    MentoringProcess mentoring;

    @Autowired
    PlanChangeProcess planChange;

    @Autowired
    Pauses pauses;

    AbsenceStory story;

    @BeforeEach
    void aCompany() {
        context.getBean(org.camunda.bpm.engine.ProcessEngine.class)
                .getProcessEngineConfiguration()
                .setAuthorizationEnabled(false);
        story = new AbsenceStory(context);
    }

    @AfterEach
    void asBefore() {
        story.engine.getProcessEngineConfiguration().setAuthorizationEnabled(true);
    }

    @Test
    void everyTimerAndDueDateMovesByTheTimeOfThePauseInEveryStage() {
        movesByTheTime();
        story.loop.choose(story.id, "wang");
        movesByTheTime();
        story.loop.plan(story.id);
        movesByTheTime();
        mentoring.requestGraduation(story.id, "mei");
        movesByTheTime();
    }

    @Test
    void everyTimerAndDueDateMovesWhileThePlanIsNegotiatedChangedAndJudged() {
        story.loop.choose(story.id, "wang");
        story.does("mei", "stateNeeds", Map.of("needs", "to speak"));
        movesByTheTime();
        story.does("wang", "draftPlan", plan(MONDAY.plusDays(70)));
        movesByTheTime();
        story.does("mei", "reviewPlan", Map.of("agreed", true));
        movesByTheTime();
        story.does("wang", "confirmPlan", Map.of("confirmed", true));
        // A change under way beside the duties, step by step; the duties are still owed afterwards.
        planChange.request(story.id, "mei", "more time please");
        movesByTheTime();
        story.does("wang", "revisePlan", plan(MONDAY.plusDays(120)));
        movesByTheTime();
        story.does("mei", "reviewPlan", Map.of("agreed", true));
        movesByTheTime();
        story.does("wang", "confirmPlan", Map.of("confirmed", true));
        movesByTheTime();
        assertThat(timers()).containsKeys("planEnded", "guidanceDueSoon", "evaluationOpens", "silenceDue");
        assertThat(story.task("giveDeepGuidance", "wang")).isNotNull();
        mentoring.requestGraduation(story.id, "mei");
        List<Map<String, Object>> levels = List.of(Map.of("competency", "Speaking", "level", 2));
        story.does("mei", "selfEvaluate", Map.of("levels", levels, "satisfaction", 5));
        movesByTheTime();
        story.does("wang", "evaluateGrowth", Map.of("levels", levels, "satisfaction", 4, "nextStep", "graduate"));
        assertThat(tasks()).containsKey("decideNextStep");
        movesByTheTime();
    }

    @Test
    void theAnswersToASilenceWaitTooAndHrIsToldSoMuchLater() {
        story.loop.choose(story.id, "wang");
        story.fires("silenceDue");
        assertThat(timers()).containsKey("silenceUnanswered");
        movesByTheTime();
    }

    /** What is proposed anew begins with the days that count now, not with those that were written before the pause. */
    @Test
    void aChangeOfThePlanAfterAPauseStartsFromTheMovedDays() {
        story.coached();
        absence.pause(story.id, "mei", null, null);
        story.passDays(10);
        absence.resume(story.id, "mei");
        planChange.request(story.id, "mei", "less, please");
        Map<String, Object> form = story.engine
                .getFormService()
                .getTaskFormVariables(story.task("revisePlan", "wang").getId());
        assertThat(form.get("endOn")).isEqualTo("2026-05-11");
        assertThat(form.get("goals").toString()).contains("2026-04-01");
    }

    private static Map<String, Object> plan(LocalDate end) {
        return Map.of(
                "goals",
                List.of(Map.of(
                        "competency",
                        "Speaking",
                        "targetLevel",
                        4,
                        "actions",
                        List.of(Map.of("title", "Give a talk", "dueOn", "2026-04-20")))),
                "sessionsPerMonth",
                2,
                "endOn",
                end.toString());
    }

    private void movesByTheTime() {
        Map<String, Date> timers = timers();
        Map<String, Date> tasks = tasks();
        assertThat(timers).isNotEmpty();
        absence.pause(story.id, "mei", null, null);
        story.passes(Duration.ofHours(77));
        absence.resume(story.id, "mei");
        timers.replaceAll((timer, due) -> Date.from(due.toInstant().plus(Duration.ofHours(77))));
        tasks.replaceAll((task, due) -> Date.from(due.toInstant().plus(Duration.ofHours(77))));
        assertThat(timers()).isEqualTo(timers);
        assertThat(tasks()).isEqualTo(tasks);
        assertThat(story.engine
                        .getManagementService()
                        .createJobQuery()
                        .suspended()
                        .count())
                .isZero();
    }

    @Test
    void nothingFiresByItselfAndNoTaskIsDoneUntilItGoesOn() {
        story.coached();
        absence.pause(story.id, "wang", IN_TWENTY_DAYS.plusDays(60), "a child is born");
        story.passDays(75);
        assertThat(story.dueTimers()).isEmpty();
        assertThatThrownBy(() -> story.does("wang", "giveDeepGuidance", guidance()))
                .isInstanceOf(FormFieldValidationException.class)
                .hasRootCauseInstanceOf(Refusal.class)
                .hasMessageContaining("2026-05-21");
        absence.resume(story.id, "han");
        story.does("wang", "giveDeepGuidance", guidance());
        assertThat(story.text("select reason from mentorship_pause")).isEqualTo("a child is born");
        assertThat(story.told("mei"))
                .containsExactly("mentoring.absence.notice.paused", "mentoring.absence.notice.resumed");
        assertThat(story.told("wang")).isEqualTo(story.told("mei"));
    }

    @Test
    void dutiesTheEndOfThePlanAndLaterTimersMoveToo() {
        story.coached();
        String before = story.text("select ends_on || ' ' || due_on from coaching_case c join duty d on"
                + " d.coaching_id = c.id where kind = 'deep-guidance'");
        assertThat(before).isEqualTo("2026-05-01 2026-04-01");
        absence.pause(story.id, "mei", null, null);
        story.passDays(10);
        absence.resume(story.id, "mei");
        assertThat(story.text("select ends_on || ' ' || due_on || ' ' || (due_at at time zone 'Asia/Shanghai')"
                        + " from coaching_case c join duty d on d.coaching_id = c.id where kind = 'deep-guidance'"))
                .isEqualTo("2026-05-11 2026-04-11 2026-04-12 00:00:00");
        assertThat(context.getBean(MentorshipFigures.class).plan(story.id).endOn())
                .isEqualTo("2026-05-11");
        // The second month keeps its length: a month less a day after the moved first one.
        story.does("wang", "giveDeepGuidance", guidance());
        assertThat(story.text("select max(period_start) || ' ' || max(due_on) from duty where kind = 'deep-guidance'"))
                .isEqualTo("2026-04-12 2026-05-11");
    }

    @Test
    void pausedDaysDoNotCountAgainstTheMentee() {
        // The only action is due on 22 March.
        story.coached();
        story.passDays(10);
        absence.pause(story.id, "mei", null, null);
        story.passDays(30);
        assertThat(context.getBean(MentorshipFigures.class).executionRate(story.id))
                .isNull();
        absence.resume(story.id, "mei");
        // Due on 21 April now, and it is 11 April.
        story.passDays(9);
        assertThat(context.getBean(MentorshipFigures.class).executionRate(story.id))
                .isNull();
        story.passDays(1);
        assertThat(context.getBean(MentorshipFigures.class).executionRate(story.id))
                .isZero();
    }

    @Test
    void goesOnByItselfAfterTheLastDay() {
        story.coached();
        absence.pause(story.id, "mei", IN_TWENTY_DAYS, null);
        assertThat(story.timer("pauseEnds").getDuedate()).isEqualTo("2026-03-22T16:00:00Z");
        assertThat(story.timer("pauseEnds").isSuspended()).isFalse();
        story.passDays(21);
        assertThat(story.dueTimers()).containsExactly("pauseEnds");
        story.fires("pauseEnds");
        assertThat(pauses.isPaused(story.id)).isFalse();
    }

    @Test
    void withoutALastDayThePauseEndsWithTheLongestThatTheTableAllows() {
        absence.pause(story.id, "mei", null, null);
        assertThat(pauses.present(story.id).orElseThrow().lastDay()).isEqualTo("2027-03-02");
    }

    @Test
    void toDosStandStillAndMoveWithThePair() {
        story.coached();
        writes("mei", "mei", MONDAY.plusDays(7));
        writes("wang", "mei", MONDAY.plusDays(9));
        Map<String, Date> timers = timers();
        Map<String, Date> tasks = tasks();
        assertThat(timers).containsKeys("doDueSoon", "doOverdue", "answerDueSoon", "proposalLapsed");
        absence.pause(story.id, "mei", null, null);
        story.passDays(30);
        assertThat(story.dueTimers()).isEmpty();
        for (String task : List.of("doToDo", "answerToDo")) {
            assertThatThrownBy(
                            () -> story.does("mei", task, "doToDo".equals(task) ? Map.of() : Map.of("accepted", true)))
                    .isInstanceOf(FormFieldValidationException.class)
                    .hasRootCauseInstanceOf(Refusal.class)
                    .hasMessageContaining("2027-03-02");
        }
        absence.resume(story.id, "wang");
        Duration thirtyDays = Duration.ofDays(30);
        timers.replaceAll((timer, due) -> Date.from(due.toInstant().plus(thirtyDays)));
        tasks.replaceAll((task, due) -> Date.from(due.toInstant().plus(thirtyDays)));
        assertThat(timers()).isEqualTo(timers);
        assertThat(tasks()).isEqualTo(tasks);
        assertThat(story.text("select string_agg(due_on::text, ' ' order by due_on) from to_do"))
                .isEqualTo("2026-04-08 2026-04-10");
        // What is taken on now is due on the moved day, too.
        story.does("mei", "doToDo", Map.of());
        story.does("mei", "answerToDo", Map.of("accepted", true));
        assertThat(story.task("doToDo", "mei").getDueDate()).isEqualTo("2026-04-10T16:00:00Z");
        story.passDays(9);
        assertThat(story.dueTimers()).contains("doDueSoon").doesNotContain("doOverdue");
    }

    @Test
    void aToDoThatIsWrittenDuringAPauseMovesByTheTimeSince() {
        story.coached();
        writes("mei", "mei", MONDAY);
        story.passDays(1);
        absence.pause(story.id, "mei", null, null);
        story.passDays(10);
        writes("wang", "mei", MONDAY.plusDays(20));
        assertThat(story.timer("answerDueSoon").isSuspended()).isTrue();
        story.passDays(5);
        absence.resume(story.id, "mei");
        // Ten of the fifteen days had passed when it was written; the one that was late before stays as late as it was.
        assertThat(story.text("select string_agg(due_on::text, ' ' order by due_on) from to_do"))
                .isEqualTo("2026-03-02 2026-03-27");
        assertThat(story.task("doToDo", "mei").getDueDate()).isEqualTo("2026-03-02T16:00:00Z");
        assertThat(story.timer("proposalLapsed").getDuedate()).isEqualTo("2026-03-27T16:00:00Z");
        story.does("mei", "answerToDo", Map.of("accepted", true));
        assertThat(story.tasksOf("mei"))
                .extracting(Task::getDueDate)
                .extracting(Date::toInstant)
                .containsExactlyInAnyOrder(
                        Instant.parse("2026-03-02T16:00:00Z"), Instant.parse("2026-03-27T16:00:00Z"));
    }

    private void writes(String author, String owner, LocalDate dueOn) {
        context.getBean(WriteMessage.class)
                .write(
                        story.id,
                        author,
                        new WriteMessage.Message(
                                "visit three customers", null, new WriteMessage.Wish(owner, dueOn), List.of()));
    }

    @Test
    void aTimerFiredByHandDoesWhatItDoesAndWhatItSetsStandsStill() {
        story.coached();
        absence.pause(story.id, "mei", null, null);
        story.passDays(1);
        story.fires("evaluationOpens");
        assertThat(story.task("evaluateAbility", "wang")).isNotNull();
        assertThat(story.timer("evaluationDueSoon").isSuspended()).isTrue();
        Date remind = story.timer("evaluationDueSoon").getDuedate();
        story.passDays(2);
        absence.resume(story.id, "mei");
        assertThat(story.timer("evaluationDueSoon").isSuspended()).isFalse();
        // Set on the second day: it moves by the two days since.
        assertThat(story.timer("evaluationDueSoon").getDuedate())
                .isEqualTo(remind.toInstant().plus(Duration.ofDays(2)));
    }

    @Test
    void aRematchIsPossibleDuringAPauseAndMatchingWaits() {
        story.coached();
        absence.pause(story.id, "mei", IN_TWENTY_DAYS, null);
        mentoring.requestRematch(story.id, "wang");
        assertThat(story.timer("choiceOverdue").isSuspended()).isTrue();
        story.passDays(10);
        absence.resume(story.id, "mei");
        assertThat(story.timer("choiceOverdue").getDuedate()).isEqualTo(AbsenceStory.NOON.plus(Duration.ofDays(13)));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        refused("mentoring.absence.notPaused", () -> absence.resume(story.id, "mei"));
        refused("rights.refused.pause-mentorship", () -> absence.pause(story.id, "li", null, null));
        refused(
                "mentoring.absence.untilOutOfRange",
                () -> absence.pause(story.id, "mei", LocalDate.of(2026, 3, 1), null));
        refused(
                "mentoring.absence.untilOutOfRange",
                () -> absence.pause(story.id, "mei", LocalDate.of(2027, 3, 3), null));
        absence.pause(story.id, "mei", null, null);
        refused("mentoring.absence.pausedAlready", () -> absence.pause(story.id, "mei", null, null));
        refused("rights.refused.resume-mentorship", () -> absence.resume(story.id, "li"));
        absence.resume(story.id, "mei");
        absence.menteeLeft(story.id);
        assertThat(context.getBean(Mentorships.class).get(story.id).isOpen()).isFalse();
        refused("mentoring.wrongState", () -> absence.pause(story.id, "han", null, null));
    }

    private static Map<String, Object> guidance() {
        return Map.of(
                "topic", "a", "question", "b", "advice", "c", "minutes", 30, "method", "video", "heldOn", "2026-03-02");
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private Map<String, Date> timers() {
        List<Job> jobs =
                story.engine.getManagementService().createJobQuery().timers().list();
        Map<String, Date> timers = new TreeMap<>();
        jobs.stream()
                // The calendar of the monthly review waits beside.
                .filter(job -> job.getProcessInstanceId() != null)
                .forEach(job -> timers.put(story.activityOf(job), job.getDuedate()));
        return timers;
    }

    private Map<String, Date> tasks() {
        Map<String, Date> tasks = new TreeMap<>();
        for (Task task : story.engine.getTaskService().createTaskQuery().list()) {
            tasks.put(task.getTaskDefinitionKey(), task.getDueDate());
        }
        return tasks;
    }
}
