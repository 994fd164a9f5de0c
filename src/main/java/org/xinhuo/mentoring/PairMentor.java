package org.xinhuo.mentoring;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.people.Employees;

/** A mentee and a mentor become a pair, if the mentor has a place left. */
@Component
public class PairMentor {

    private final Mentorships mentorships;
    private final Pairings pairings;
    private final Employees employees;
    private final ApplicationEventPublisher events;

    PairMentor(Mentorships mentorships, Pairings pairings, Employees employees, ApplicationEventPublisher events) {
        this.mentorships = mentorships;
        this.pairings = pairings;
        this.employees = employees;
        this.events = events;
    }

    /** @return false where the mentor's last place went to somebody else meanwhile; nothing has changed then */
    @Transactional
    public boolean pair(String mentorshipId, String mentorId) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        if (pairings.lockFreePlaces(mentorId) == 0) {
            return false;
        }
        mentorship.pairWith(mentorId);
        mentorships.saveAndFlush(mentorship);
        pairings.open(
                mentorshipId, mentorId, employees.get(mentorship.menteeId()).job());
        events.publishEvent(new MentorActs(mentorshipId, mentorId));
        return true;
    }
}
