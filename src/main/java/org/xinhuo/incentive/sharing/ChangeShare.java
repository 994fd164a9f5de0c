package org.xinhuo.incentive.sharing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.sharing.ShareChanged.Kind;
import org.xinhuo.people.Groups;

/**
 * Calls a share off, moves it or passes it to another lecturer, as long as it is not over. Whoever has it in the
 * calendar hears of it.
 */
@Service
@Transactional
public class ChangeShare {

    private final Shares shares;
    private final ShareChanges changes;
    private final Attendances attendances;
    private final ApplicationEventPublisher events;
    private final FreeTimes freeTimes;
    private final ShareNotices notices;
    private final Groups groups;
    private final CompanyTime time;

    ChangeShare(
            Shares shares,
            ShareChanges changes,
            Attendances attendances,
            ApplicationEventPublisher events,
            FreeTimes freeTimes,
            ShareNotices notices,
            Groups groups,
            CompanyTime time) {
        this.shares = shares;
        this.changes = changes;
        this.attendances = attendances;
        this.events = events;
        this.freeTimes = freeTimes;
        this.notices = notices;
        this.groups = groups;
        this.time = time;
    }

    /** Calls it off; the lecturer, everybody who is invited and everybody on the attendance list are told. */
    public void cancel(String shareId) {
        Share share = shares.get(shareId);
        share.cancel();
        shares.saveAndFlush(share);
        String reason = changes.take(shareId, Kind.CANCELLED)
                .map(ShareChanges.Asked::reason)
                .orElse(null);
        events.publishEvent(new ShareChanged(shareId, Kind.CANCELLED, null, reason));
    }

    /**
     * Passes it on; who gives a share does not attend it. Both lecturers are told.
     *
     * @throws Refusal where it has begun: its marks are of who gives it
     */
    public void swap(String shareId, @Nullable String newLecturerId) {
        Share share = shares.get(shareId);
        String before = share.lecturerId();
        if (newLecturerId == null || !groups.of(newLecturerId).contains("lecturer")) {
            throw Refusal.invalid("lecturerId", "incentive.notALecturer", String.valueOf(newLecturerId));
        }
        if (newLecturerId.equals(before)) {
            throw Refusal.conflict("incentive.sameLecturer", newLecturerId);
        }
        if (!share.startsAt().isAfter(time.now())) {
            throw Refusal.conflict("rota.isBeingGiven", share.title());
        }
        share.passTo(newLecturerId);
        shares.saveAndFlush(share);
        attendances.remove(shareId, newLecturerId);
        String reason = changes.take(shareId, Kind.PASSED_ON)
                .map(ShareChanges.Asked::reason)
                .orElse(null);
        events.publishEvent(new ShareChanged(shareId, Kind.PASSED_ON, before, reason));
    }

    /**
     * Moves it as somebody has asked.
     *
     * @throws Refusal where nobody has, where it has begun, or where the new start is past
     */
    public Share move(String shareId) {
        Share share = shares.get(shareId);
        ShareChanges.Asked asked = changes.take(shareId, Kind.MOVED)
                .orElseThrow(() -> Refusal.conflict("rota.nobodyAskedToMove", shareId));
        Instant now = time.now();
        if (!share.startsAt().isAfter(now)) {
            throw Refusal.conflict("rota.hasBegun", share.title());
        }
        Instant startsAt = asked.startsAt() == null ? share.startsAt() : asked.startsAt();
        if (!startsAt.isAfter(now)) {
            throw Refusal.invalid("startsAt", "incentive.startIsPast");
        }
        if (startsAt.isAfter(now.plus(PlanShare.FURTHEST))) {
            throw Refusal.invalid("startsAt", "incentive.startTooFar");
        }
        int minutes = asked.minutes() == null ? share.minutes() : asked.minutes();
        freeTimes.expectFree(share.lecturerId(), startsAt, minutes, shareId);
        Share.ContentState before = share.contentState();
        share.moveTo(startsAt, minutes, now);
        share.isAbout(asked.title() == null ? share.title() : asked.title());
        share.takesPlace(
                asked.place() == null ? share.place() : asked.place(),
                asked.audience() == null ? share.audience() : asked.audience());
        shares.saveAndFlush(share);
        events.publishEvent(new ShareChanged(shareId, Kind.MOVED, null, asked.reason()));
        if (before == Share.ContentState.SUBMITTED && share.contentState() == Share.ContentState.LATE) {
            tellThatContentIsLate(share);
        }
        return share;
    }

    /** Nobody's content turns late without a word. */
    private void tellThatContentIsLate(Share share) {
        String lecturer = share.lecturerId();
        notices.answer(
                share,
                lecturer,
                "content-late-by-move/" + share.calendarSequence(),
                "incentive.contentLateByMove",
                share.title(),
                notices.clockTime(lecturer, share.startsAt()));
    }
}
