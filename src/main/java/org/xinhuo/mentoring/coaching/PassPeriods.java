package org.xinhuo.mentoring.coaching;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The calendar of a coaching goes on while a task lies open: a period that passes meanwhile stands as missed from its end
 * on, and HR and the mentor are told of it when duty-cadence says so, once. The period of the task itself is told of by
 * the timer of the task.
 */
@Component
@Transactional
public class PassPeriods {

    private final CoachingCases cases;
    private final Duties duties;
    private final ScheduleDuty scheduleDuty;
    private final PressDuty pressDuty;

    PassPeriods(CoachingCases cases, Duties duties, ScheduleDuty scheduleDuty, PressDuty pressDuty) {
        this.cases = cases;
        this.duties = duties;
        this.scheduleDuty = scheduleDuty;
        this.pressDuty = pressDuty;
    }

    /** When to look first; none where nothing is owed. */
    @Transactional(readOnly = true)
    public Optional<Instant> first(String mentorshipId) {
        return next(cases.underWay(mentorshipId), Instant.MIN);
    }

    /**
     * Writes and tells what is to be written and told by an instant.
     *
     * @return when to look again; none where no period of this plan can pass unseen any more
     */
    public Optional<Instant> pass(String mentorshipId, Instant until) {
        CoachingCase coaching = cases.underWay(mentorshipId);
        for (DutyKind kind : DutyKind.values()) {
            scheduleDuty.pass(coaching, kind, until);
            List<Duty> due = duties.untold(coaching.id()).stream()
                    .filter(duty -> duty.kind() == kind && !duty.escalateAt().isAfter(until))
                    .toList();
            if (!due.isEmpty()) {
                pressDuty.missed(coaching, due);
            }
        }
        return next(coaching, until);
    }

    private Optional<Instant> next(CoachingCase coaching, Instant after) {
        Stream<Instant> passing =
                Arrays.stream(DutyKind.values()).flatMap(kind -> scheduleDuty.nextPassing(coaching, kind).stream());
        Stream<Instant> untold = duties.untold(coaching.id()).stream().map(Duty::escalateAt);
        // Who files another period's talk in between leaves this one missed, and its task's timer ends.
        Stream<Instant> owed = duties.of(coaching.id()).stream()
                .filter(duty -> duty.state() == Duty.State.OWED)
                .map(Duty::escalateAt);
        return Stream.of(passing, untold, owed)
                .flatMap(instants -> instants)
                .filter(instant -> instant.isAfter(after))
                .min(Instant::compareTo);
    }
}
