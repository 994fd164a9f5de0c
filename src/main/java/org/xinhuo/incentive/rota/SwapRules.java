package org.xinhuo.incentive.rota;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.base.Refusal;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.incentive.sharing.Share;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Groups;
import org.xinhuo.people.Lecturer;
import org.xinhuo.people.Lecturers;

/** Whether two lecturers may swap: what is always so here, what a company may decide in {@code share-swap-rule}. */
@Component
class SwapRules {

    private static final String TABLE = "share-swap-rule";

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
        Outcome outcome = decisions.decide(
                TABLE,
                Map.of(
                        "sameGroup",
                        group(giver).equals(group(taker)),
                        "contentSubmitted",
                        share.submittedAt() != null || other != null && other.submittedAt() != null,
                        "hoursToStart",
                        hours(share, other)));
        Outcome.Row row = outcome.first();
        if (!row.flag("allowed")) {
            throw Refusal.conflict(row.text("reason"));
        }
        return new Allowed(
                Duration.parse(row.text("answerWithin")),
                Duration.parse(row.text("remindBefore")),
                outcome.decision().version());
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
