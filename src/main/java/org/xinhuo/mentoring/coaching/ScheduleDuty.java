package org.xinhuo.mentoring.coaching;

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

    /** The first period, when the coaching begins. */
    Duty first(CoachingCase coaching, DutyKind kind) {
        Cadence cadence = cadence(coaching, kind);
        return duties.owe(coaching.id(), kind, coaching.calendar().first(cadence), cadence);
    }

    /** The next period; none where no further one ends within the plan. */
    @Transactional
    public Optional<Duty> next(String mentorshipId, DutyKind kind) {
        CoachingCase coaching = cases.underWay(mentorshipId);
        LocalDate today = time.today();
        Optional<Duty> newest = duties.newest(coaching.id(), kind);
        while (newest.isPresent()) {
            Duty duty = newest.get();
            if (duty.state() == Duty.State.OWED && !duty.dueOn().isBefore(today)) {
                return newest;
            }
            if (duty.state() == Duty.State.OWED) {
                duties.missed(duty);
            }
            newest = following(coaching, duty);
        }
        return newest;
    }

    /** What is owed once another plan is in force: the open period, by the new end at the latest, else the next one. */
    Optional<Duty> underNewPlan(CoachingCase coaching, DutyKind kind) {
        Optional<Duty> newest = duties.newest(coaching.id(), kind);
        if (newest.isEmpty()) {
            return Optional.of(first(coaching, kind));
        }
        Duty duty = newest.get();
        if (duty.state() != Duty.State.OWED) {
            return following(coaching, duty);
        }
        return Optional.of(
                duty.dueOn().isAfter(coaching.endsOn())
                        ? duties.shorten(duty, coaching.endsOn(), cadence(coaching, kind))
                        : duty);
    }

    /** Owes the period after this one, if it ends within the plan. */
    Optional<Duty> following(CoachingCase coaching, Duty duty) {
        Cadence cadence = cadence(coaching, duty.kind());
        Optional<DutyPeriod> period = coaching.calendar().after(duty.dueOn(), cadence);
        return period.map(next -> duties.owe(coaching.id(), duty.kind(), next, cadence));
    }

    private Cadence cadence(CoachingCase coaching, DutyKind kind) {
        return Cadence.of(decisions.decide(
                "duty-cadence",
                Map.of(
                        "duty",
                        kind.code(),
                        "region",
                        employees.get(coaching.menteeId()).region())));
    }
}
