package org.xinhuo.incentive.sharing;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
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

    private final Shares shares;
    private final ShareChanges changes;
    private final ShareMessages messages;
    private final Groups groups;

    AskForChange(Shares shares, ShareChanges changes, ShareMessages messages, Groups groups) {
        this.shares = shares;
        this.changes = changes;
        this.messages = messages;
        this.groups = groups;
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
            @Nullable String title) {

        boolean isEmpty() {
            return startsAt == null && minutes == null && place == null && title == null;
        }
    }

    /** @throws Refusal without the right, without a reason, or where the share is over or has begun */
    public void cancel(String shareId, @Nullable String reason, String askedBy) {
        expectInCharge(shareId, askedBy);
        changes.ask(shareId, ShareChanged.Kind.CANCELLED, askedBy, reason(reason), null);
        if (!messages.cancel(shareId)) {
            throw Refusal.conflict("incentive.shareIsOver", shares.get(shareId).title());
        }
    }

    /** @throws Refusal without the right, without a reason, or where the share is over or has begun */
    public void move(String shareId, Move move, @Nullable String reason, String askedBy) {
        expectInCharge(shareId, askedBy);
        if (move.isEmpty()) {
            throw Refusal.invalid("startsAt", "rota.nothingChanges");
        }
        if (move.minutes() != null && (move.minutes() < 1 || move.minutes() > Share.MOST_MINUTES)) {
            throw Refusal.invalid("minutes", "form.outOfRange", "minutes", 1, Share.MOST_MINUTES);
        }
        refuseLong("title", move.title(), LONGEST_TITLE);
        refuseLong("place", move.place(), LONGEST_PLACE);
        changes.ask(shareId, ShareChanged.Kind.MOVED, askedBy, reason(reason), move);
        if (!messages.move(shareId)) {
            throw Refusal.conflict("incentive.shareIsOver", shares.get(shareId).title());
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

    private static void refuseLong(String field, @Nullable String text, int longest) {
        if (text != null && (text.isBlank() || text.length() > longest)) {
            throw Refusal.invalid(field, text.isBlank() ? "form.required" : "form.tooLong", field, longest);
        }
    }

    private static String reason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("reason", "form.required", "reason");
        }
        if (reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("reason", "form.tooLong", "reason", LONGEST_REASON);
        }
        return reason.strip();
    }
}
