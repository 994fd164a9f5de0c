package org.xinhuo.mentoring.absence;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.mentoring.MentorActs;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.SubstitutionEnded;
import org.xinhuo.mentoring.Substitutions;
import org.xinhuo.mentoring.Substitutions.Substitution;
import org.xinhuo.mentoring.rights.StandIns;
import org.xinhuo.people.Employees;

/** A substitution begins and ends. */
@Component
@Transactional
public class StandIn implements StandIns {

    private final Mentorships mentorships;
    private final Substitutions substitutions;
    private final Employees employees;
    private final PairNotices pairNotices;
    private final ApplicationEventPublisher events;

    StandIn(
            Mentorships mentorships,
            Substitutions substitutions,
            Employees employees,
            PairNotices pairNotices,
            ApplicationEventPublisher events) {
        this.events = events;
        this.mentorships = mentorships;
        this.substitutions = substitutions;
        this.employees = employees;
        this.pairNotices = pairNotices;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean standsIn(String mentorshipId, String personId) {
        return substitutions.openOf(mentorshipId).stream()
                .anyMatch(open -> open.begun() && open.substituteId().equals(personId));
    }

    /** From now on the substitute does what the mentor would; none where it was ended meanwhile. */
    public Optional<Substitution> begin(long id) {
        Optional<Substitution> substitution = substitutions.find(id);
        substitution.ifPresent(named -> {
            substitutions.begin(id);
            events.publishEvent(new MentorActs(named.mentorshipId(), named.substituteId()));
            tell(named, "mentoring.absence.notice.substitutionBegun");
        });
        return substitution;
    }

    /** Whoever stands in until another one begins has done so; none where nobody does, or the other never begins. */
    public Optional<Substitution> endBefore(long next) {
        return substitutions
                .find(next)
                .flatMap(other -> substitutions.openOf(other.mentorshipId()).stream()
                        .filter(open -> open.begun() && open.id() != next)
                        .findFirst()
                        .flatMap(open -> end(open.id())));
    }

    /** The substitute cannot after all: HR learns that the pair is without anybody. */
    public void tellHrOfWithdrawal(Substitution ended) {
        pairNotices.tellHr(
                mentorships.get(ended.mentorshipId()),
                "mentoring.absence.notice.substituteWithdrew",
                employees.get(ended.substituteId()).name(),
                employees.get(ended.mentorId()).name());
    }

    /** The mentor does it again, or still does where it had not begun; none where it was ended meanwhile. */
    public Optional<Substitution> end(long id) {
        Optional<Substitution> substitution = substitutions.find(id);
        substitution.ifPresent(present -> {
            substitutions.end(id);
            tell(
                    present,
                    present.begun()
                            ? "mentoring.absence.notice.substitutionOver"
                            : "mentoring.absence.notice.substitutionTakenBack");
            if (present.begun()) {
                events.publishEvent(
                        new SubstitutionEnded(present.mentorshipId(), present.substituteId(), present.mentorId()));
            }
        });
        return substitution;
    }

    private void tell(Substitution substitution, String code) {
        Mentorship mentorship = mentorships.get(substitution.mentorshipId());
        String substitute = employees.get(substitution.substituteId()).name();
        pairNotices.tell(mentorship.menteeId(), mentorship, code, substitute);
        pairNotices.tell(substitution.mentorId(), mentorship, code, substitute);
        pairNotices.tell(substitution.substituteId(), mentorship, code, substitute);
    }
}
