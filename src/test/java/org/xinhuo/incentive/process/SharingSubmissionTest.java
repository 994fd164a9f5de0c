package org.xinhuo.incentive.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xinhuo.incentive.sharing.AskForChange;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.XinhuoTest;

/** A share from its planning until its content is there, or is not. */
@XinhuoTest
class SharingSubmissionTest extends SharingStory {

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes(SharingModel.PROCESS).only(BEFORE_THE_SHARE);

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

    /** In time five days ahead, then moved to one hour after the submission. */
    @Test
    void contentOfAShareThatIsMovedToAnEarlierStartIsLateAndTheLecturerIsTold() {
        plannedIn(10);
        submit("wang", Map.of("outline", "x"));
        assertThat(share().contentState()).isEqualTo(Share.ContentState.SUBMITTED);

        askForChange.move(SHARE, new AskForChange.Move(now.plus(Duration.ofHours(1)), null, null, null), "提前", "wang");

        assertThat(share().contentState()).isEqualTo(Share.ContentState.LATE);
        assertThat(told("wang")).contains("incentive.contentLateByMove");
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
}
