package org.xinhuo.incentive.sharing;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.people.Groups;

/** Calls a share off or moves it, with a reason: the lecturer his own, HR and administrators anybody's. */
@Service
@Transactional
public class AskForChange {

    /** Longest reason, in characters. */
    public static final int LONGEST_REASON = 300;

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_PLACE = 300;
    private static final int LONGEST_AUDIENCE = 1000;

    private final Shares shares;
    private final ShareChanges changes;
    private final ShareMessages messages;
    private final KnownAudiences audiences;
    private final Groups groups;
    private final CompanyTime time;

    AskForChange(
            Shares shares,
            ShareChanges changes,
            ShareMessages messages,
            KnownAudiences audiences,
            Groups groups,
            CompanyTime time) {
        this.shares = shares;
        this.changes = changes;
        this.messages = messages;
        this.audiences = audiences;
        this.groups = groups;
        this.time = time;
    }

    /**
     * What a share becomes; what is null stays.
     *
     * @param minutes 1 to {@link Share#MOST_MINUTES}
     */
    public record Move(
            @Nullable Instant startsAt,
            @Nullable Integer minutes,
            @Nullable String place,
            @Nullable String title,
            @Nullable String audience) {

        /** The audience stays. */
        public Move(
                @Nullable Instant startsAt, @Nullable Integer minutes, @Nullable String place, @Nullable String title) {
            this(startsAt, minutes, place, title, null);
        }

        boolean isEmpty() {
            return startsAt == null && minutes == null && place == null && title == null && audience == null;
        }
    }

    /** @throws Refusal without the right, without a reason, or where the share is over or, for who gives shares, has begun */
    public void cancel(String shareId, @Nullable String reason, String askedBy) {
        expectMayCancel(shareId, askedBy);
        changes.ask(
                shareId, ShareChanged.Kind.CANCELLED, askedBy, PlainText.of("reason", reason, LONGEST_REASON), null);
        if (!messages.cancel(shareId)) {
            throw Refusal.conflict("incentive.shareIsOver", shares.get(shareId).title());
        }
    }

    /**
     * @throws Refusal without the right, without a reason, or where the share is over or has begun; and for who lectures
     *     and would make the content of somebody else late
     */
    public void move(String shareId, Move move, @Nullable String reason, String askedBy) {
        expectInCharge(shareId, askedBy);
        if (move.isEmpty()) {
            throw Refusal.invalid("startsAt", "rota.nothingChanges");
        }
        if (move.minutes() != null && (move.minutes() < 1 || move.minutes() > Share.MOST_MINUTES)) {
            throw Refusal.invalid("minutes", "form.outOfRange", "minutes", 1, Share.MOST_MINUTES);
        }
        Instant startsAt = move.startsAt();
        if (startsAt != null) {
            PlanShare.expectSoon(startsAt, time.now());
            refuseToHurryARival(shares.get(shareId), startsAt, askedBy);
        }
        Move plain = new Move(
                startsAt,
                move.minutes(),
                move.place() == null ? null : PlainText.of("place", move.place(), LONGEST_PLACE),
                move.title() == null ? null : PlainText.of("title", move.title(), LONGEST_TITLE),
                move.audience() == null ? null : PlainText.of("audience", move.audience(), LONGEST_AUDIENCE));
        audiences.expectKnown(plain.audience());
        changes.ask(shareId, ShareChanged.Kind.MOVED, askedBy, PlainText.of("reason", reason, LONGEST_REASON), plain);
        if (!messages.move(shareId)) {
            throw Refusal.conflict("incentive.shareIsOver", shares.get(shareId).title());
        }
    }

    /** Content in time is part of the score, and scores decide who is paid. */
    private void refuseToHurryARival(Share share, Instant startsAt, String askedBy) {
        if (!share.lecturerId().equals(askedBy)
                && share.isHurriedBy(startsAt, time.now())
                && groups.of(askedBy).contains("lecturer")) {
            throw Refusal.forbidden("rota.earlierForARival", share.title());
        }
    }

    /** Who may is checked before. @throws Refusal without a reason, or where the share is over */
    public void passOn(String shareId, String newLecturerId, @Nullable String reason, String askedBy) {
        changes.askToPassOn(shareId, newLecturerId, askedBy, PlainText.of("reason", reason, LONGEST_REASON));
        if (!messages.passOn(shareId, newLecturerId)) {
            throw Refusal.conflict("incentive.shareIsOver", shares.get(shareId).title());
        }
    }

    /**
     * A share that has begun is its lecturer's to report; HR may still call off what did not take place, but not who
     * gives shares too: with the share its marks are gone, and marks are money.
     *
     * @throws Refusal for everybody else, and for its lecturer and his rivals once it has begun
     */
    @Transactional(readOnly = true)
    public void expectMayCancel(String shareId, String askedBy) {
        expectInCharge(shareId, askedBy);
        Share share = shares.get(shareId);
        if (share.startsAt().isAfter(time.now())) {
            return;
        }
        if (share.lecturerId().equals(askedBy)) {
            throw Refusal.conflict("rota.begunReportIt", share.title());
        }
        if (groups.of(askedBy).contains("lecturer")) {
            throw Refusal.forbidden("rota.begunOfARival", share.title());
        }
    }

    /** @throws Refusal for everybody but the share's lecturer, HR and administrators, and where there is no such share */
    @Transactional(readOnly = true)
    public void expectInCharge(String shareId, String askedBy) {
        Share share = shares.get(shareId);
        if (!share.lecturerId().equals(askedBy)) {
            Set<String> roles = groups.of(askedBy);
            if (!roles.contains("hr") && !roles.contains("camunda-admin")) {
                throw Refusal.forbidden("rota.shareNotYours");
            }
        }
    }
}
