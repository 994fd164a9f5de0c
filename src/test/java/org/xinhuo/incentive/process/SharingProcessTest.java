package org.xinhuo.incentive.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.rating.CloseRatedShares;
import org.xinhuo.incentive.rating.RateShare;
import org.xinhuo.incentive.rating.Ratings;
import org.xinhuo.incentive.sharing.AskForChange;
import org.xinhuo.incentive.sharing.PlanShare;
import org.xinhuo.incentive.sharing.RecordAttendance;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** Every way that a share can go, driven timer by timer. */
@XinhuoTest
class SharingProcessTest {

    private static final String SHARE = "share-1";

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    CloseRatedShares closeRatedShares;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identity;

    @Autowired
    TestCompany company;

    @Autowired
    Shares shares;

    @Autowired
    Ratings ratings;

    @Autowired
    RateShare rateShare;

    @Autowired
    PlanShare planShare;

    @Autowired
    AskForChange askForChange;

    @Autowired
    RecordAttendance attendance;

    @Autowired
    JdbcClient jdbc;

    private final Instant now = Instant.parse("2026-03-02T02:00:00Z");
    private final Instant start = now.plus(Duration.ofDays(10));

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes(SharingModel.PROCESS);

    @BeforeEach
    void people() {
        AbstractAssertions.init(engine);
        clock(now);
        company.employee("wang").lecturer("wang", "default").employee("li").lecturer("li", "default");
        company.employee("han").role("han", "hr").employee("mei").employee("lin");
    }

    @Test
    void contentOnTimeAndAHeldShareEndWithTheMeanOfItsRatings() {
        ProcessInstance instance = plannedIn(10);
        attendance.record(SHARE, List.of("mei", "lin", "han"), "wang");
        assertThat(instance).isWaitingAt("submitContent");
        assertThat(task()).hasDueDate(Date.from(start.minus(Duration.ofHours(24))));

        submit("wang", Map.of("outline", "一、背景", "cases", "案例"));

        assertThat(share().contentState()).isEqualTo(Share.ContentState.SUBMITTED);
        assertThat(share().outline()).isEqualTo("一、背景");
        assertThat(told("wang")).containsExactly("incentive.contentReceived");
        assertThat(jdbc.sql("select at_once from notice where code = 'incentive.contentReceived'")
                        .query(Boolean.class)
                        .single())
                .as("mailed without waiting for a digest")
                .isTrue();
        assertThat(instance).isWaitingAt("shareEnded");

        clock(share().endsAt());
        fire("shareEnded");
        assertThat(told("mei")).containsExactly("incentive.ratingOpened");
        rateShare.rate(SHARE, "mei", 8, "很实用");
        rateShare.rate(SHARE, "lin", 9, null);
        rateShare.rate(SHARE, "han", 9, null);
        report("wang", Map.of("heldAt", start.toString(), "minutes", 45));
        assertThat(share().state()).isEqualTo(Share.State.HELD);
        assertThat(share().reportedMinutes()).isEqualTo(45);
        assertThat(instance).isWaitingAt("ratingOpen", "ratedAndReported");

        fire("ratingTimeOver");

        assertThat(instance)
                .isEnded()
                .hasPassed("acknowledgeContent", "closeRating", "announceResult", "shareCompleted")
                .hasNotPassed("markContentLate", "markContentMissed", "shareNotHeld", "allRated");
        assertThat(ratings.figures(SHARE).mean()).isEqualByComparingTo(new BigDecimal("8.67"));
        assertThat(told("wang")).contains("incentive.ratingResult");
        assertThat(argumentsTold("wang", "incentive.ratingResult")).contains("\"8.7\"", "3");
    }

    @Test
    void onlyIdsAndInstantsStayInTheProcess() {
        ProcessInstance instance = plannedIn(10);

        assertThat(runtime.getVariables(instance.getId()))
                .containsOnlyKeys(
                        "lecturerId",
                        "startsAt",
                        "endsAt",
                        "contentReminderAt",
                        "contentDueAt",
                        "reportReminderAt",
                        "reportDueAt",
                        "reportGivenUpAt");
        assertThat(share().title()).isEqualTo("如何做需求访谈");
        assertThat(share().place()).isEqualTo("三楼会议室");
    }

    @Test
    void silenceIsRemindedThenLateThenStillTaken() {
        ProcessInstance instance = plannedIn(10);

        fire("threeDaysBefore");
        assertThat(told("wang")).containsExactly("incentive.contentReminder");
        fire("oneDayBefore");
        assertThat(told("wang")).contains("incentive.contentOverdue");
        assertThat(share().contentState()).isEqualTo(Share.ContentState.LATE);
        assertThat(share().submittedAt()).isNull();

        // Fired early: ten days are left by the clock, and it is late all the same.
        submit("wang", Map.of("outline", "x"));

        assertThat(share().contentState()).isEqualTo(Share.ContentState.LATE);
        assertThat(share().submittedAt()).isEqualTo(now);
        assertThat(instance).hasPassed("remindOfContent", "lecturerReminded", "markContentLate");
    }

    @Test
    void contentAfterTheDeadlineIsLateAlsoWhereNoTimerHasFired() {
        plannedIn(10);
        clock(start.minus(Duration.ofHours(24)).plusMillis(1));

        submit("wang", Map.of("outline", "x"));

        assertThat(share().contentState()).isEqualTo(Share.ContentState.LATE);
    }

    @Test
    void contentAtTheVeryDeadlineIsOnTime() {
        plannedIn(10);
        clock(start.minus(Duration.ofHours(24)));

        submit("wang", Map.of("outline", "x"));

        assertThat(share().contentState()).isEqualTo(Share.ContentState.SUBMITTED);
    }

    @Test
    void contentThatNeverComesIsMissedAndTheShareGoesOn() {
        ProcessInstance instance = plannedIn(10);

        fire("contentStillMissing");

        assertThat(share().contentState()).isEqualTo(Share.ContentState.MISSED);
        assertThat(told("wang")).containsExactly("incentive.contentMissed");
        assertThat(instance).isWaitingAt("shareEnded").hasPassed("markContentMissed");
    }

    @Test
    void aShareThatIsMovedIsRemindedOfAgain() {
        plannedIn(10);
        String open = task().getId();
        fire("threeDaysBefore");
        fire("oneDayBefore");
        assertThat(share().contentState()).isEqualTo(Share.ContentState.LATE);
        Instant later = start.plus(Duration.ofDays(10));

        askForChange.move(SHARE, new AskForChange.Move(later, null, null, null), "出差", "wang");

        assertThat(task().getId()).as("the form that is open stays open").isEqualTo(open);
        assertThat(share().contentState()).isEqualTo(Share.ContentState.AWAITED);
        assertThat(job("threeDaysBefore").getDuedate()).isEqualTo(Date.from(later.minus(Duration.ofDays(3))));
        assertThat(job("oneDayBefore").getDuedate()).isEqualTo(Date.from(later.minus(Duration.ofDays(1))));
        assertThat(job("contentStillMissing").getDuedate()).isEqualTo(Date.from(later));
        assertThat(jobs("threeDaysBefore", "oneDayBefore", "contentStillMissing"))
                .containsOnly(1L);
        fire("threeDaysBefore");
        fire("oneDayBefore");
        assertThat(told("wang"))
                .filteredOn(code -> code.startsWith("incentive.content"))
                .containsExactly(
                        "incentive.contentReminder",
                        "incentive.contentOverdue",
                        "incentive.contentReminder",
                        "incentive.contentOverdue");
        assertThat(share().contentState()).isEqualTo(Share.ContentState.LATE);
    }

    @Test
    void aShareThatIsMovedBeforeAnyReminderHasEachOfThemOnce() {
        plannedIn(10);
        Instant later = start.plus(Duration.ofDays(5));

        askForChange.move(SHARE, new AskForChange.Move(later, null, null, null), "出差", "wang");

        assertThat(jobs("threeDaysBefore", "oneDayBefore", "contentStillMissing"))
                .containsOnly(1L);
        assertThat(job("threeDaysBefore").getDuedate()).isEqualTo(Date.from(later.minus(Duration.ofDays(3))));
    }

    @Test
    void theLecturerHearsNoPointsWhereSoFewRatedThatTheyWouldTellWhoGaveThem() {
        ProcessInstance instance = rated();
        rateShare.rate(SHARE, "mei", 4, null);
        report("wang", Map.of("heldAt", start.toString(), "minutes", 30));

        fire("ratingTimeOver");

        assertThat(instance).isEnded();
        assertThat(argumentsTold("wang", "content.ratingResultFew"))
                .contains("1", "3")
                .doesNotContain("4");
        assertThat(told("wang")).doesNotContain("incentive.ratingResult");
    }

    @Test
    void aReminderWhoseTimeIsPastWhenTheShareIsPlannedNeverComes() {
        started(Map.of(
                "lecturerId",
                "wang",
                "title",
                "t",
                "startsAt",
                now.plus(Duration.ofHours(2)).toString(),
                "minutes",
                30));

        Instant begin = share().startsAt();
        assertThat(job("threeDaysBefore").getDuedate()).isAfter(Date.from(begin));
        assertThat(job("oneDayBefore").getDuedate()).isBefore(Date.from(now));
        assertThat(job("contentStillMissing").getDuedate()).isEqualTo(Date.from(begin));
    }

    @Test
    void aShareReportedWithZeroMinutesWasNotHeldAndItsRatingEnds() {
        ProcessInstance instance = rated();
        rateShare.rate(SHARE, "mei", 10, null);

        report("wang", Map.of("minutes", 0));

        assertThat(instance).isEnded().hasPassed("shareNotHeld").hasNotPassed("announceResult");
        assertThat(share().state()).isEqualTo(Share.State.NOT_HELD);
        assertThat(share().ratingClosedAt()).isNotNull();
        assertThatThrownBy(() -> rateShare.rate(SHARE, "mei", 9, null)).isInstanceOf(Refusal.class);
    }

    @Test
    void aShareThatNobodyReportsCountsAsNotHeld() {
        ProcessInstance instance = rated();

        fire("reportNearlyDue");
        assertThat(told("wang")).contains("incentive.reportReminder");
        fire("ratingTimeOver");
        assertThat(instance).isWaitingAt("reportShare");
        fire("reportGivenUp");

        assertThat(instance).isEnded().hasPassed("markNotReported", "shareNotHeld");
        assertThat(share().state()).isEqualTo(Share.State.NOT_HELD);
        assertThat(told("wang")).contains("incentive.shareNotReported");
        assertThat(told("han")).contains("incentive.shareNotReported");
    }

    @Test
    void theMessageThatAllHaveRatedClosesTheWindow() {
        ProcessInstance instance = rated();
        report("wang", Map.of("heldAt", start.toString(), "minutes", 30));

        runtime.correlateMessage(SharingModel.ALL_RATED, SHARE);

        assertThat(instance).isEnded().hasPassed("allRated", "announceResult").hasNotPassed("ratingTimeOver");
        assertThat(told("wang")).contains("incentive.ratingResultNone");
    }

    @Test
    void whenEverybodyHasRatedAndNobodyChangedItForHalfAnHourTheWindowCloses() throws Exception {
        ProcessInstance instance = rated();
        attendance.record(SHARE, List.of("mei", "lin", "han"), "wang");
        report("wang", Map.of("heldAt", start.toString(), "minutes", 30));
        rateShare.rate(SHARE, "mei", 8, null);
        rateShare.rate(SHARE, "lin", 8, null);
        clock(share().endsAt().plus(Duration.ofHours(1)));
        closeRatedShares.round();
        assertThat(share().ratingClosedAt())
                .as("closed though han has not rated")
                .isNull();
        rateShare.rate(SHARE, "han", 1, null);
        clock(share().endsAt().plus(Duration.ofMinutes(89)));
        closeRatedShares.round();
        rateShare.rate(SHARE, "han", 9, null);
        clock(share().endsAt().plus(Duration.ofMinutes(119)));
        closeRatedShares.round();

        // Two nodes at the same moment.
        CompletableFuture<Void> other = CompletableFuture.runAsync(closeRatedShares::round);
        closeRatedShares.round();
        other.get(30, TimeUnit.SECONDS);

        assertThat(instance).isEnded().hasPassed("allRated", "announceResult").hasNotPassed("ratingTimeOver");
        assertThat(argumentsTold("wang", "incentive.ratingResult")).contains("\"8.3\"", "3");
        assertThat(told("wang")).containsOnlyOnce("incentive.ratingResult");
    }

    @Test
    void aShareOfOneOrTwoIsLeftToItsTimerBecauseItsListMayStillGrow() {
        ProcessInstance instance = rated();
        rateShare.rate(SHARE, "mei", 8, null);
        clock(share().endsAt().plus(Duration.ofHours(2)));

        closeRatedShares.round();

        assertThat(instance).isNotEnded();
        assertThat(share().ratingClosedAt()).isNull();
    }

    @Test
    void aCancelledShareEndsAndEverybodyIsTold() {
        ProcessInstance instance = plannedIn(10);
        attendance.record(SHARE, List.of("mei"), "han");

        runtime.correlateMessage(SharingModel.CANCELLED, SHARE);

        assertThat(instance).isEnded().hasPassed("shareCancelled");
        assertThat(share().state()).isEqualTo(Share.State.CANCELLED);
        assertThat(told("wang")).contains("incentive.shareCancelled");
        assertThat(told("mei")).containsExactly("incentive.shareCancelled");
    }

    @Test
    void aShareThatIsOverCanBeNeitherCancelledNorPassedOn() {
        ProcessInstance instance = rated();

        assertThatThrownBy(() -> runtime.correlateMessage(SharingModel.CANCELLED, SHARE))
                .satisfies(SharingProcessTest::isRefusal);
        assertThatThrownBy(() -> swapTo("li")).satisfies(SharingProcessTest::isRefusal);
        assertThat(instance).isWaitingAt("reportShare");
        assertThat(share().lecturerId()).isEqualTo("wang");
    }

    @Test
    void aSwappedShareAndItsOpenTaskGoToTheNewLecturer() {
        ProcessInstance instance = plannedIn(10);
        attendance.record(SHARE, List.of("li", "mei"), "wang");

        swapTo("li");

        assertThat(share().lecturerId()).isEqualTo("li");
        assertThat(task()).isAssignedTo("li");
        assertThat(told("wang")).containsExactly("incentive.sharePassedOn");
        assertThat(told("li")).containsExactly("incentive.shareTakenOver");
        assertThat(attendees()).containsExactly("mei");
        submit("li", Map.of("outline", "x"));
        fire("shareEnded");
        assertThat(task()).isAssignedTo("li");
        assertThat(instance).hasPassed("lecturerSwapped");
    }

    @Test
    void aSwapToNobodyChangesNothing() {
        plannedIn(10);

        for (Object nobody : new Object[] {"mei", "ghost", 5, "wang"}) {
            assertThatThrownBy(() -> runtime.createMessageCorrelation(SharingModel.SWAPPED)
                            .processInstanceBusinessKey(SHARE)
                            .setVariable("lecturerId", nobody)
                            .correlate())
                    .satisfies(SharingProcessTest::isRefusal);
        }
        assertThat(share().lecturerId()).isEqualTo("wang");
        assertThat(task()).isAssignedTo("wang");
    }

    @Test
    void garbageInTheContentFormIsRefusedAndTheTaskStays() {
        plannedIn(10);
        List<Map<String, Object>> garbage = List.of(
                Map.of(),
                Map.of("outline", "  "),
                Map.of("outline", "x", "lecturerId", "li"),
                Map.of("outline", List.of(1)),
                Map.of("outline", "x".repeat(20_001)),
                Map.of("outline", "x\0y"));

        for (Map<String, Object> values : garbage) {
            assertThatThrownBy(() -> submit("wang", values)).satisfies(SharingProcessTest::isRefusal);
        }
        assertThatThrownBy(() -> submit("li", Map.of("outline", "x"))).isInstanceOf(Exception.class);
        assertThat(share().contentState()).isEqualTo(Share.ContentState.AWAITED);
        assertThat(task()).isAssignedTo("wang");
    }

    @Test
    void garbageInTheReportIsRefusedAndTheTaskStays() {
        ProcessInstance instance = rated();
        String held = start.toString();
        List<Map<String, Object>> garbage = List.of(
                Map.of("heldAt", held),
                Map.of("minutes", 30),
                Map.of("heldAt", held, "minutes", -1),
                Map.of("heldAt", held, "minutes", 601),
                Map.of("heldAt", held, "minutes", 30.5),
                Map.of("heldAt", held, "minutes", "viel"),
                Map.of("heldAt", "2026-02-30T10:00:00+08:00", "minutes", 30),
                Map.of("heldAt", start.plus(Duration.ofDays(30)).plusSeconds(1).toString(), "minutes", 30),
                Map.of("heldAt", start.minus(Duration.ofDays(31)).toString(), "minutes", 30),
                Map.of("heldAt", held, "minutes", 30, "held", true));

        for (Map<String, Object> values : garbage) {
            assertThatThrownBy(() -> report("wang", values)).satisfies(SharingProcessTest::isRefusal);
        }
        assertThat(share().state()).isEqualTo(Share.State.PLANNED);
        assertThat(instance).isWaitingAt("reportShare");
    }

    @Test
    void garbageAtTheStartIsRefusedAndNothingIsStored() {
        Map<String, Object> good = good();
        List<Map<String, Object>> garbage = List.of(
                with(good, "title", null),
                with(good, "title", "x".repeat(201)),
                with(good, "minutes", 0),
                with(good, "minutes", 601),
                with(good, "minutes", "bald"),
                with(good, "startsAt", "morgen"),
                with(good, "startsAt", now.minusSeconds(1).toString()),
                with(good, "startsAt", "+999999999-12-31T00:00:00+00:00"),
                with(good, "lecturerId", "ghost"),
                with(good, "lecturerId", "mei"),
                with(good, "lecturerId", null),
                with(good, "held", true));

        for (Map<String, Object> variables : garbage) {
            assertThatThrownBy(() -> started(variables)).satisfies(SharingProcessTest::isRefusal);
        }
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("sharing", "a/../b", good))
                .satisfies(SharingProcessTest::isRefusal);
        assertThat(jdbc.sql("select count(*) from share").query(Integer.class).single())
                .isZero();
    }

    @Test
    void anIdIsTakenOnlyOnce() {
        started(good());

        assertThatThrownBy(() -> started(good())).satisfies(SharingProcessTest::isRefusal);
    }

    @Test
    void withoutABusinessKeyTheShareGetsAnId() {
        ProcessInstance instance = runtime.startProcessInstanceByKey("sharing", good());

        String key = runtime.createProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getBusinessKey();
        assertThat(shares.get(key).lecturerId()).isEqualTo("wang");
    }

    @Test
    void aLecturerPlansHisOwnSharesAndHrThoseOfAnybody() {
        assertThat(planShare.plan(plan("own", null), "wang").lecturerId()).isEqualTo("wang");
        assertThat(planShare.plan(plan("by-hr", "wang"), "han").lecturerId()).isEqualTo("wang");
        assertThatThrownBy(() -> planShare.plan(plan("of-another", "wang"), "li"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> planShare.plan(plan("no-lecturer", null), "mei"))
                .isInstanceOf(Refusal.class);
    }

    private PlanShare.Plan plan(String id, String lecturerId) {
        return new PlanShare.Plan(id, lecturerId, "t", start, 30, null, null);
    }

    @Test
    void theContentFormStartsFromTheLastShareOnTheSubjectOrATemplate() {
        plannedIn(10);
        assertThat(formValue("outline")).asString().contains("如何做需求访谈", "60");
        submit("wang", Map.of("outline", "我的提纲", "cases", "我的案例"));

        ProcessInstance next = runtime.startProcessInstanceByKey(
                "sharing",
                "share-2",
                with(good(), "startsAt", start.plus(Duration.ofDays(30)).toString()));

        Task task = tasks.createTaskQuery().processInstanceId(next.getId()).singleResult();
        assertThat(forms.getTaskFormVariables(task.getId())).containsEntry("outline", "我的提纲");
        assertThat(forms.getTaskFormVariables(task.getId())).containsEntry("cases", "我的案例");
    }

    @Test
    void theReportFormIsFilledInAsPlanned() {
        rated();

        assertThat(formValue("minutes")).isEqualTo(60);
        assertThat(formValue("heldAt")).isEqualTo(start.toString());
        assertThat(formValue("attendees")).isEqualTo(1);
    }

    @Test
    void theNamesInCodeAreThoseInTheModel() {
        var model = engine.getRepositoryService()
                .getBpmnModelInstance(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(SharingModel.PROCESS)
                        .latestVersion()
                        .singleResult()
                        .getId());
        assertThat(model.<org.camunda.bpm.model.xml.instance.ModelElementInstance>getModelElementById(
                        SharingModel.SUBMIT_CONTENT))
                .isNotNull();
        assertThat(model.<org.camunda.bpm.model.xml.instance.ModelElementInstance>getModelElementById(
                        SharingModel.REPORT_SHARE))
                .isNotNull();
        assertThat(model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Message.class))
                .extracting(message -> message.getName())
                .containsExactlyInAnyOrder(
                        SharingModel.ALL_RATED, SharingModel.CANCELLED, SharingModel.SWAPPED, SharingModel.MOVED);
    }

    /** A share that is over, with mei on the attendance list and the window open. */
    private ProcessInstance rated() {
        ProcessInstance instance = plannedIn(10);
        attendance.record(SHARE, List.of("mei"), "wang");
        submit("wang", Map.of("outline", "x"));
        clock(share().endsAt());
        fire("shareEnded");
        return instance;
    }

    private ProcessInstance plannedIn(int days) {
        return started(with(good(), "startsAt", now.plus(Duration.ofDays(days)).toString()));
    }

    private Map<String, Object> good() {
        return Map.of(
                "lecturerId",
                "wang",
                "title",
                "如何做需求访谈",
                "startsAt",
                start.toString(),
                "minutes",
                60,
                "place",
                "三楼会议室",
                "audience",
                "销售部");
    }

    private static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(map);
        changed.put(name, value);
        return changed;
    }

    private ProcessInstance started(Map<String, Object> variables) {
        return runtime.startProcessInstanceByKey("sharing", SHARE, variables);
    }

    private void submit(String person, Map<String, Object> values) {
        as(person, () -> tasks.complete(task().getId(), values));
    }

    private void report(String person, Map<String, Object> values) {
        as(person, () -> tasks.complete(task().getId(), values));
    }

    private void swapTo(String lecturer) {
        runtime.createMessageCorrelation(SharingModel.SWAPPED)
                .processInstanceBusinessKey(SHARE)
                .setVariable("lecturerId", lecturer)
                .correlate();
    }

    private void as(String person, Runnable work) {
        try {
            identity.setAuthentication(person, List.of());
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    private Task task() {
        return tasks.createTaskQuery().processInstanceBusinessKey(SHARE).singleResult();
    }

    private Object formValue(String name) {
        return forms.getTaskFormVariables(task().getId()).get(name);
    }

    private Share share() {
        return shares.get(SHARE);
    }

    private Job job(String activity) {
        return management.createJobQuery().activityId(activity).list().stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no job at " + activity));
    }

    private List<Long> jobs(String... activities) {
        return Arrays.stream(activities)
                .map(activity ->
                        management.createJobQuery().activityId(activity).count())
                .toList();
    }

    private void fire(String activity) {
        management.executeJob(job(activity).getId());
    }

    private void clock(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant.truncatedTo(ChronoUnit.MILLIS)));
    }

    private static void isRefusal(Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof Refusal)) {
            cause = cause.getCause();
        }
        assertThat(cause).as("a refusal behind %s", thrown).isNotNull();
    }

    private List<String> attendees() {
        return jdbc.sql("select employee_id from share_attendance where share_id = ?")
                .param(SHARE)
                .query(String.class)
                .list();
    }

    private List<String> told(String person) {
        return new ArrayList<>(
                jdbc.sql("select code from notice where person_id = ? and code not like 'rota.%' order by id")
                        .param(person)
                        .query(String.class)
                        .list());
    }

    private String argumentsTold(String person, String code) {
        return jdbc.sql("select arguments from notice where person_id = ? and code = ?")
                .params(person, code)
                .query(String.class)
                .single();
    }
}
