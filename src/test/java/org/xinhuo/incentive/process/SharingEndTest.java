package org.xinhuo.incentive.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.testing.PassedNodes;
import org.xinhuo.testing.XinhuoTest;

/** A share from its end, or its being called off or passed on, until its ratings are counted. */
@XinhuoTest
class SharingEndTest extends SharingStory {

    @RegisterExtension
    static final PassedNodes nodes = new PassedNodes(SharingModel.PROCESS).but(BEFORE_THE_SHARE);

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
    void aShareReportedWithZeroMinutesThatNobodyAttendedWasNotHeldAndItsRatingEnds() {
        ProcessInstance instance = rated();
        company.write("delete from share_attendance");

        report("wang", Map.of("minutes", 0));

        assertThat(instance).isEnded().hasPassed("shareNotHeld").hasNotPassed("announceResult");
        assertThat(share().state()).isEqualTo(Share.State.NOT_HELD);
        assertThat(share().ratingClosedAt()).isNotNull();
        attendance.record(SHARE, List.of("mei"), "han");
        assertThatThrownBy(() -> rateShare.rate(SHARE, "mei", 9, null)).isInstanceOf(Refusal.class);
        assertThat(told("han")).doesNotContain("incentive.shareSaidNotHeld");
    }

    @Test
    void nobodyEndsTheRatingsOfTheOwnShareByReportingZeroMinutesAndHrHears() {
        ProcessInstance instance = rated();
        attendance.record(SHARE, List.of("mei", "lin"), "wang");
        rateShare.rate(SHARE, "mei", 10, null);

        report("wang", Map.of("minutes", 0));

        assertThat(instance).isNotEnded();
        assertThat(share().state()).isEqualTo(Share.State.NOT_HELD);
        assertThat(share().isRatingOpenAt(share().endsAt())).isTrue();
        rateShare.rate(SHARE, "lin", 1, null);
        assertThat(ratings.figures(SHARE).count()).isEqualTo(2);
        assertThat(argumentsTold("han", "incentive.shareSaidNotHeld")).contains("2");
        fire("ratingTimeOver");
        assertThat(instance).isEnded().hasPassed("announceResult").hasNotPassed("shareNotHeld");
        assertThat(share().ratingClosedAt()).isNotNull();
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
                .satisfies(SharingStory::isRefusal);
        assertThatThrownBy(() -> swapTo("li")).satisfies(SharingStory::isRefusal);
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
    void theReportFormIsFilledInAsPlanned() {
        rated();

        assertThat(formValue("minutes")).isEqualTo(60);
        assertThat(formValue("heldAt")).isEqualTo(start.toString());
        assertThat(formValue("attendees")).isEqualTo(1);
    }
}
