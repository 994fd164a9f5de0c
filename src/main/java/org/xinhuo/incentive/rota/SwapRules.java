package org.xinhuo.incentive.rota;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.UsableAnswer;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;
import org.xinhuo.people.Lecturer;
import org.xinhuo.people.Lecturers;

/** Whether two lecturers may swap: what is always so here, what a company may decide in {@code share-swap-rule}. */
@Component
class SwapRules {

    private static final String TABLE = "share-swap-rule";

    private static final String CONTENT_IS_IN = "rota.swap.contentIsIn";
    private static final String TOO_LATE = "rota.swap.tooLate";
    private static final String OTHER_GROUP_TOO_LATE = "rota.swap.otherGroupTooLate";
    private static final Set<String> REASONS = Set.of(CONTENT_IS_IN, TOO_LATE, OTHER_GROUP_TOO_LATE);

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(90);

    private final Decisions decisions;
    private final Rotas rotas;
    private final Lecturers lecturers;
    private final Employees employees;
    private final Groups groups;
    private final CompanyTime time;

    SwapRules(
            Decisions decisions,
            Rotas rotas,
            Lecturers lecturers,
            Employees employees,
            Groups groups,
            CompanyTime time) {
        this.decisions = decisions;
        this.rotas = rotas;
        this.lecturers = lecturers;
        this.employees = employees;
        this.groups = groups;
        this.time = time;
    }

    /**
     * What the table allows.
     *
     * @param version of the table
     */
    record Allowed(Duration answerWithin, Duration remindBefore, int version) {}

    /**
     * @param other what the one who is asked gives in return, or null
     * @throws Refusal where the swap is not possible, with the reason
     */
    Allowed check(Share share, @Nullable Share other, String giver, String taker) {
        if (giver.equals(taker)) {
            throw Refusal.invalid("askedOf", "rota.swap.self");
        }
        if (!groups.of(taker).contains("lecturer")) {
            throw Refusal.invalid("askedOf", "incentive.notALecturer", taker);
        }
        refuseUnlessOpen(share, giver);
        if (other != null) {
            refuseUnlessOpen(other, taker);
        }
        refuseUnlessFree(taker, share, other);
        if (other != null) {
            refuseUnlessFree(giver, other, share);
        }
        boolean sameGroup = group(giver).equals(group(taker));
        boolean contentIsIn = share.submittedAt() != null || other != null && other.submittedAt() != null;
        double hours = hours(share, other);
        Outcome outcome = decisions.decide(
                TABLE, Map.of("sameGroup", sameGroup, "contentSubmitted", contentIsIn, "hoursToStart", hours));
        UsableAnswer answer = UsableAnswer.of(outcome);
        Shipped shipped = Shipped.of(sameGroup, contentIsIn, hours);
        if (!answer.flag("allowed", shipped.reason().isEmpty())) {
            throw Refusal.conflict(
                    answer.code("reason", REASONS, shipped.reason().isEmpty() ? TOO_LATE : shipped.reason()));
        }
        return new Allowed(
                answer.duration("answerWithin", SHORTEST, LONGEST, shipped.answerWithin()),
                answer.duration("remindBefore", Duration.ZERO, LONGEST, shipped.remindBefore()),
                outcome.decision().version());
    }

    /**
     * The same where HR passes a share on, which no limit of the table binds.
     *
     * @throws Refusal where it is not possible, with the reason
     */
    void checkPassedOn(Share share, String taker) {
        if (!groups.of(taker).contains("lecturer")) {
            throw Refusal.invalid("lecturerId", "incentive.notALecturer", taker);
        }
        if (taker.equals(share.lecturerId())) {
            throw Refusal.conflict("incentive.sameLecturer", taker);
        }
        refuseUnlessOpen(share, share.lecturerId());
        refuseUnlessFree(taker, share, null);
    }

    /** What the table says as the product comes, where a slip of its owner leaves it unusable. */
    private record Shipped(String reason, Duration answerWithin, Duration remindBefore) {

        static Shipped of(boolean sameGroup, boolean contentIsIn, double hours) {
            String reason = "";
            if (contentIsIn) {
                reason = CONTENT_IS_IN;
            } else if (hours < 24) {
                reason = TOO_LATE;
            } else if (!sameGroup && hours < 72) {
                reason = OTHER_GROUP_TOO_LATE;
            }
            return hours < 96
                    ? new Shipped(reason, Duration.ofHours(12), Duration.ofHours(3))
                    : new Shipped(reason, Duration.ofDays(3), Duration.ofDays(1));
        }
    }

    /** Whether the table lets two of a group exchange a share that begins then, as far as it is about that one. */
    boolean mayBeExchanged(Instant startsAt) {
        double hours = Duration.between(time.now(), startsAt).toMinutes() / 60.0;
        Map<String, Object> inputs = Map.of("sameGroup", true, "contentSubmitted", false, "hoursToStart", hours);
        return UsableAnswer.of(decisions.preview(TABLE).decide(inputs))
                .flag("allowed", Shipped.of(true, false, hours).reason().isEmpty());
    }

    private void refuseUnlessOpen(Share share, String lecturerId) {
        if (!share.lecturerId().equals(lecturerId)) {
            throw Refusal.forbidden("rota.swap.notTheirs", share.title());
        }
        if (share.state() != Share.State.PLANNED || !share.startsAt().isAfter(time.now())) {
            throw Refusal.conflict("incentive.shareIsOver", share.title());
        }
    }

    /** Nobody is in two places at once, or lectures while away. */
    private void refuseUnlessFree(String lecturerId, Share takes, @Nullable Share gives) {
        LocalDate day =
                takes.startsAt().atZone(employees.get(lecturerId).timeZone()).toLocalDate();
        boolean away = rotas.away(day).stream().anyMatch(one -> one.lecturerId().equals(lecturerId) && one.covers(day));
        boolean leaves = !employees.get(lecturerId).isActiveOn(day);
        boolean busy = rotas
                .busy(takes.startsAt().minus(Duration.ofDays(1)))
                .getOrDefault(lecturerId, List.<Instant[]>of())
                .stream()
                .filter(at -> gives == null || !at[0].equals(gives.startsAt()))
                .anyMatch(
                        at -> at[0].isBefore(takes.endsAt()) && takes.startsAt().isBefore(at[1]));
        if (away || leaves || busy) {
            throw Refusal.conflict(
                    busy ? "rota.swap.busy" : "rota.swap.away",
                    employees.get(lecturerId).name());
        }
    }

    private double hours(Share share, @Nullable Share other) {
        Instant earlier =
                other == null || share.startsAt().isBefore(other.startsAt()) ? share.startsAt() : other.startsAt();
        return Duration.between(time.now(), earlier).toMinutes() / 60.0;
    }

    private String group(String lecturerId) {
        return lecturers.findById(lecturerId).map(Lecturer::group).orElse("");
    }
}
