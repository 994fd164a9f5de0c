package org.xinhuo.mentoring;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employees;

/** Takes a mentorship to its next stage, or out; each move is refused where it does not follow from the state. */
@Component
@Transactional
public class MoveMentorship {

    private final Mentorships mentorships;
    private final Pairings pairings;
    private final Substitutions substitutions;
    private final Employees employees;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final CompanyTime time;

    MoveMentorship(
            Mentorships mentorships,
            Pairings pairings,
            Substitutions substitutions,
            Employees employees,
            Notices notices,
            ApplicationEventPublisher events,
            CompanyTime time) {
        this.substitutions = substitutions;
        this.events = events;
        this.employees = employees;
        this.notices = notices;
        this.mentorships = mentorships;
        this.pairings = pairings;
        this.time = time;
    }

    public void toPlanning(String mentorshipId) {
        change(mentorshipId, Mentorship::plan);
    }

    public void toCoaching(String mentorshipId) {
        change(mentorshipId, Mentorship::coach);
    }

    public void toEvaluating(String mentorshipId) {
        change(mentorshipId, Mentorship::evaluate);
    }

    /** The pair parts, the mentor's place is free again, and another mentor is looked for. */
    public void toMatchingAgain(String mentorshipId) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        String mentorId = mentorship.mentorId();
        String substituteId = mentorship.substituteId();
        change(mentorshipId, Mentorship::rematch);
        part(mentorshipId, mentorId, Pairings.End.REMATCHED);
        tell(mentorship, mentorId, substituteId, "rematched");
    }

    public void toGraduated(String mentorshipId) {
        Mentorship mentorship = change(mentorshipId, pair -> pair.graduate(time.now()));
        String substituteId = mentorship.substituteId();
        part(mentorshipId, mentorship.mentorId(), Pairings.End.GRADUATED);
        tell(mentorship, mentorship.mentorId(), substituteId, "graduated");
    }

    public void toStopped(String mentorshipId) {
        Mentorship mentorship = change(mentorshipId, pair -> pair.stop(time.now()));
        String substituteId = mentorship.substituteId();
        part(mentorshipId, mentorship.mentorId(), Pairings.End.STOPPED);
        tell(mentorship, mentorship.mentorId(), substituteId, "stopped");
    }

    private void part(String mentorshipId, @Nullable String mentorId, Pairings.End outcome) {
        pairings.end(mentorshipId, outcome);
        substitutions.endAllOf(mentorshipId);
        events.publishEvent(new PairParted(mentorshipId, mentorId, outcome != Pairings.End.REMATCHED));
    }

    private Mentorship change(String mentorshipId, Consumer<Mentorship> move) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        move.accept(mentorship);
        return mentorships.saveAndFlush(mentorship);
    }

    /** The same words for all; a pair may part more than once, so the instant is part of the key. */
    private void tell(Mentorship mentorship, @Nullable String mentorId, @Nullable String substituteId, String fact) {
        String key = "mentorship/" + mentorship.id() + "/" + fact + "/" + time.now();
        String mentee = employees.get(mentorship.menteeId()).name();
        notices.tell(mentorship.menteeId(), key, "mentoring.notice." + fact, mentorship.page(), mentee);
        if (mentorId != null) {
            // Who is no longer the mentor may not open it.
            String page = mentorId.equals(mentorship.mentorId()) ? mentorship.page() : null;
            notices.tell(mentorId, key, "mentoring.notice." + fact, page, mentee);
        }
        if (substituteId != null) {
            notices.tell(substituteId, key, "mentoring.notice." + fact, null, mentee);
        }
    }
}
