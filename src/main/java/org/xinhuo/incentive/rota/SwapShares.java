package org.xinhuo.incentive.rota;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.rota.ShareSwap.State;
import org.xinhuo.incentive.sharing.PlainText;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.incentive.sharing.ShareChanged;
import org.xinhuo.incentive.sharing.ShareMessages;
import org.xinhuo.incentive.sharing.ShareNotices;
import org.xinhuo.incentive.sharing.Shares;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Groups;

/** Two lecturers swap shares, or one takes the other's over: one asks, the other agrees, HR sees both. */
@Service
@Transactional
public class SwapShares {

    private static final int LONGEST_NOTE = 300;
    private static final int LONGEST_ID = 100;
    private static final String LINK = "/rota";

    private final ShareSwaps swaps;
    private final SwapRules rules;
    private final SwapTasks tasks;
    private final Shares shares;
    private final ShareMessages messages;
    private final ShareNotices people;
    private final Notices notices;
    private final Groups groups;
    private final CompanyTime time;

    SwapShares(
            ShareSwaps swaps,
            SwapRules rules,
            SwapTasks tasks,
            Shares shares,
            ShareMessages messages,
            ShareNotices people,
            Notices notices,
            Groups groups,
            CompanyTime time) {
        this.swaps = swaps;
        this.rules = rules;
        this.tasks = tasks;
        this.shares = shares;
        this.messages = messages;
        this.people = people;
        this.notices = notices;
        this.groups = groups;
        this.time = time;
    }

    /**
     * Asks another lecturer.
     *
     * @param otherShareId what the other one gives in return, or null where he only takes over
     * @return the id of the question
     * @throws Refusal where the swap is not possible
     */
    public String ask(
            String shareId, @Nullable String otherShareId, String askedOf, @Nullable String note, String askedBy) {
        Share share = shares.get(shareId);
        Share other = otherShareId == null || otherShareId.isBlank() ? null : shares.get(otherShareId);
        String words = PlainText.orNull("note", note, LONGEST_NOTE);
        SwapRules.Allowed allowed = rules.check(share, other, askedBy, PlainText.of("askedOf", askedOf, LONGEST_ID));
        Instant now = time.now();
        Instant due = earlier(now.plus(allowed.answerWithin()), share.startsAt());
        Instant remind = due.minus(allowed.remindBefore());
        ShareSwap swap = new ShareSwap(
                UUID.randomUUID().toString(),
                shareId,
                other == null ? null : other.id(),
                askedBy,
                askedOf,
                State.ASKED,
                words,
                null,
                now,
                due,
                remind.isAfter(now)
                        ? remind
                        : now.plus(Duration.between(now, due).dividedBy(2)));
        swaps.write(swap, allowed.version());
        tasks.start(swap.id());
        notices.tellAtOnce(
                askedOf, key(swap, "asked"), "rota.swap.askedYou", LINK, people.name(askedBy), share.title());
        notices.tell(
                groups.members("hr"),
                key(swap, "asked-hr"),
                "rota.swap.askedHr",
                LINK,
                people.name(askedBy),
                people.name(askedOf),
                share.title());
        return swap.id();
    }

    /** The first step of its process, for a question that was written in the same transaction. */
    public ShareSwap start(String id) {
        ShareSwap swap = swaps.get(id);
        if (!swaps.start(id)) {
            throw Refusal.conflict("rota.swap.unknown");
        }
        return swap;
    }

    public void remind(String id) {
        ShareSwap swap = swaps.get(id);
        notices.tell(
                swap.askedOf(),
                key(swap, "reminder"),
                "rota.swap.reminder",
                LINK,
                people.name(swap.askedBy()),
                shares.get(swap.shareId()).title());
    }

    /**
     * Who was asked answers. A yes is checked again: much may have happened since.
     *
     * @throws Refusal where somebody else answers, or the swap is no longer possible
     */
    public void answer(String id, String by, boolean agreed, @Nullable String remark) {
        ShareSwap swap = swaps.get(id);
        if (!swap.askedOf().equals(by)) {
            throw Refusal.forbidden("rota.swap.notAsked");
        }
        if (agreed) {
            rules.check(shares.get(swap.shareId()), other(swap), swap.askedBy(), swap.askedOf());
        }
        close(swap, agreed ? State.AGREED : State.DECLINED, remark);
    }

    /**
     * The same from a page: through the task, which the engine then completes.
     *
     * @throws Refusal where nobody waits for this person's answer, or the swap is no longer possible
     */
    public void reply(String id, String by, boolean agreed, @Nullable String remark) {
        ShareSwap swap = swaps.get(id);
        if (!swap.askedOf().equals(by)) {
            throw Refusal.forbidden("rota.swap.notAsked");
        }
        tasks.answer(id, by, agreed, remark);
    }

    /** Nobody answered: silence is a no. */
    public void lapse(String id) {
        close(swaps.get(id), State.LAPSED, null);
    }

    /** Both have agreed: the processes of both shares pass them on. */
    public void carryOut(String id) {
        ShareSwap swap = swaps.get(id);
        passOn(swap.shareId(), swap.askedOf());
        if (swap.otherShareId() != null) {
            passOn(swap.otherShareId(), swap.askedBy());
        }
    }

    /** @throws Refusal for anybody but who asked and HR */
    public void withdraw(String id, String by) {
        ShareSwap swap = swaps.get(id);
        if (!swap.askedBy().equals(by) && !groups.of(by).contains("hr")) {
            throw Refusal.forbidden("rota.swap.notYours");
        }
        if (swap.state() != State.ASKED) {
            throw Refusal.conflict("rota.swap.over");
        }
        tasks.withdraw(id);
    }

    /** Its process has ended without an answer. */
    public void settle(String id) {
        close(swaps.get(id), State.WITHDRAWN, null);
    }

    /** A question about a share that is off or has moved would be a question about another one. */
    @EventListener
    public void on(ShareChanged changed) {
        if (changed.kind() != ShareChanged.Kind.PLANNED) {
            swaps.openAbout(changed.shareId()).forEach(swap -> tasks.withdraw(swap.id()));
        }
    }

    private void passOn(String shareId, String lecturerId) {
        if (!messages.passOn(shareId, lecturerId)) {
            throw Refusal.conflict("incentive.shareIsOver", shares.get(shareId).title());
        }
    }

    private void close(ShareSwap swap, State state, @Nullable String remark) {
        if (!swaps.end(swap.id(), state, remark, time.now())) {
            return;
        }
        String title = shares.get(swap.shareId()).title();
        String code = "rota.swap.ended." + state.name();
        String outcome = key(swap, "ended");
        notices.tellAtOnce(swap.askedBy(), outcome, code, LINK, people.name(swap.askedOf()), title);
        if (state == State.WITHDRAWN || state == State.LAPSED) {
            notices.tell(swap.askedOf(), outcome, "rota.swap.endedForYou", LINK, people.name(swap.askedBy()), title);
        }
        notices.tell(
                groups.members("hr").stream()
                        .filter(hr -> !hr.equals(swap.askedBy()) && !hr.equals(swap.askedOf()))
                        .toList(),
                outcome,
                "rota.swap.endedHr." + state.name(),
                LINK,
                people.name(swap.askedBy()),
                people.name(swap.askedOf()),
                title);
    }

    private @Nullable Share other(ShareSwap swap) {
        return swap.otherShareId() == null ? null : shares.get(Objects.requireNonNull(swap.otherShareId()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String key(ShareSwap swap, String fact) {
        return "share-swap/" + swap.id() + "/" + fact;
    }
}
