package org.xinhuo.mentoring.coaching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Decisions;
import org.xinhuo.mentoring.coaching.DutyCalendar.DutyPeriod;
import org.xinhuo.people.Employees;

/**
 * Finds the period that a mentor owes next. The calendar goes on while a task lies open: a period that passed meanwhile
 * stands as missed, and only one that is not yet due becomes a task. A late mentor is never flooded.
 *
 * <p>The cadence follows the region of the mentee: a programme's rhythm is set where it is run, and a mentor abroad
 * keeps to it.
 */
@Component
public class ScheduleDuty {

    private final CoachingCases cases;
    private final Duties duties;
    private final Decisions decisions;
    private final Employees employees;
    private final CompanyTime time;

    ScheduleDuty(CoachingCases cases, Duties duties, Decisions decisions, Employees employees, CompanyTime time) {
        this.cases = cases;
        this.duties = duties;
        this.decisions = decisions;
        this.employees = employees;
        this.time = time;
    }

    /**
     * The first period, when the coaching begins. Where the end of the plan before came before that of a period, what the
     * same mentor did in it answers for the whole of it: one sharing a year, however many plans the year has. Then the
     * first period owed is the next one, and like every later one only if it ends within the plan.
     */
    Optional<Duty> first(CoachingCase coaching, DutyKind kind) {
        Cadence cadence = cadence(coaching, kind);
        LocalDate free = coveredUntil(coaching, kind, cadence).plusDays(1);
        if (!free.isAfter(coaching.startedOn())) {
            DutyPeriod period = coaching.calendar(coaching.startedOn()).first(cadence);
            return Optional.of(duties.owe(coaching.id(), kind, period, cadence));
        }
        LocalDate dueOn = coaching.calendar(free).start().plus(cadence.period()).minusDays(1);
        return dueOn.isAfter(coaching.endsOn())
                ? Optional.empty()
                : Optional.of(duties.owe(coaching.id(), kind, DutyCalendar.period(free, dueOn, cadence), cadence));
    }

    /** The last day for which a duty of an earlier plan answers; before the coaching where there is none. */
    private LocalDate coveredUntil(CoachingCase coaching, DutyKind kind, Cadence cadence) {
        return duties.doneBefore(coaching, kind)
                .map(done -> {
                    LocalDate due = done.duty().dueOn();
                    LocalDate whole =
                            done.duty().periodStart().plus(cadence.period()).minusDays(1);
                    if (whole.isAfter(due)) {
                        return whole;
                    }
                    // It was over with its plan, also where somebody let the timer of that fire early.
                    return done.cutShort() ? due : LocalDate.MIN;
                })
                .orElse(LocalDate.MIN);
    }

    /** The next period; none where no further one ends within the plan. */
    @Transactional
    public Optional<Duty> next(String mentorshipId, DutyKind kind) {
        CoachingCase coaching = cases.underWay(mentorshipId);
        LocalDate today = time.today();
        Optional<Duty> newest = duties.newest(coaching.id(), kind);
        while (newest.isPresent()
                && !(newest.get().state() == Duty.State.OWED
                        && !newest.get().dueOn().isBefore(today))) {
            newest = following(coaching, newest.get());
        }
        duties.of(coaching.id()).stream()
                .filter(duty -> duty.kind() == kind && duty.state() == Duty.State.OWED)
                .filter(duty -> duty.dueOn().isBefore(today))
                .forEach(duties::missed);
        return newest;
    }

    /** Writes the periods that end by an instant while the task of an earlier one lies open: they stand as missed. */
    void pass(CoachingCase coaching, DutyKind kind, Instant until) {
        Optional<DutyPeriod> passed = passing(coaching, kind);
        while (passed.isPresent() && !endOf(passed.get()).isAfter(until)) {
            duties.missed(duties.owe(coaching.id(), kind, passed.get(), cadence(coaching, kind)));
            passed = passing(coaching, kind);
        }
    }

    /** When the next period of a kind passes beside an open task; none where no task is open or no period follows. */
    Optional<Instant> nextPassing(CoachingCase coaching, DutyKind kind) {
        return passing(coaching, kind).map(this::endOf);
    }

    private Optional<DutyPeriod> passing(CoachingCase coaching, DutyKind kind) {
        return duties.owed(coaching.id(), kind)
                .flatMap(owed -> duties.newest(coaching.id(), kind))
                .flatMap(newest -> calendar(coaching, kind).after(newest.dueOn(), cadence(coaching, kind)));
    }

    private Instant endOf(DutyPeriod period) {
        return time.endOf(period.dueOn());
    }

    /** What is owed once another plan is in force: the open period, by the new end at the latest, else the next one. */
    Optional<Duty> underNewPlan(CoachingCase coaching, DutyKind kind) {
        Optional<Duty> newest = duties.asked(coaching.id(), kind);
        if (newest.isEmpty()) {
            return first(coaching, kind);
        }
        Duty duty = newest.get();
        if (duty.state() != Duty.State.OWED) {
            return following(coaching, duty);
        }
        Cadence cadence = cadence(coaching, kind);
        LocalDate dueOn = calendar(coaching, kind).dueOn(duty.dueOn(), cadence);
        return Optional.of(dueOn.equals(duty.dueOn()) ? duty : duties.endOn(dueOn, duty, cadence));
    }

    /**
     * The coaching ends. A period that passed while the task of an earlier one lay open was missed like that one.
     *
     * @param until what was due by then was missed, the rest lapses
     */
    void settle(CoachingCase coaching, DutyKind kind, LocalDate until) {
        Optional<Duty> newest = duties.newest(coaching.id(), kind);
        while (newest.isPresent() && !newest.get().dueOn().isAfter(until)) {
            newest = followingBy(coaching, newest.get(), until);
        }
        for (Duty duty : duties.of(coaching.id())) {
            if (duty.kind() == kind && duty.state() == Duty.State.OWED) {
                if (duty.dueOn().isAfter(until)) {
                    duties.lapsed(duty);
                } else {
                    duties.missed(duty);
                }
            }
        }
    }

    private Optional<Duty> followingBy(CoachingCase coaching, Duty duty, LocalDate until) {
        Cadence cadence = cadence(coaching, duty.kind());
        return calendar(coaching, duty.kind())
                .after(duty.dueOn(), cadence)
                .filter(period -> !period.dueOn().isAfter(until))
                .map(period -> duties.owe(coaching.id(), duty.kind(), period, cadence));
    }

    /** Owes the period after this one, if it ends within the plan. */
    Optional<Duty> following(CoachingCase coaching, Duty duty) {
        Cadence cadence = cadence(coaching, duty.kind());
        Optional<DutyPeriod> period = calendar(coaching, duty.kind()).after(duty.dueOn(), cadence);
        return period.map(next -> duties.owe(coaching.id(), duty.kind(), next, cadence));
    }

    /** The last day on which a talk of this coaching may still be written down, given the last day of it. */
    LocalDate filedUntil(CoachingCase coaching, LocalDate lastDay) {
        return lastDay.plus(cadence(coaching, DutyKind.DEEP_GUIDANCE).filingAfter());
    }

    /** When nobody waits any longer for what was missed up to the end: it can be filed no more, and HR is told by then. */
    Instant settlesAt(CoachingCase coaching, Duty missed) {
        Instant filed = time.endOf(filedUntil(coaching, coaching.endsOn()));
        return filed.isAfter(missed.escalateAt()) ? filed : missed.escalateAt();
    }

    private DutyCalendar calendar(CoachingCase coaching, DutyKind kind) {
        return coaching.calendar(duties.begun(coaching.id(), kind).orElse(coaching.startedOn()));
    }

    private Cadence cadence(CoachingCase coaching, DutyKind kind) {
        return Cadence.of(
                kind,
                decisions.decide(
                        "duty-cadence",
                        Map.of(
                                "duty",
                                kind.code(),
                                "region",
                                employees.get(coaching.menteeId()).region())));
    }
}
