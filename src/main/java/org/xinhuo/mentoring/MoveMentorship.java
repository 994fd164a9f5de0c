package org.xinhuo.mentoring;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** Takes a mentorship to its next stage, or out; each move is refused where it does not follow from the state. */
@Component
@Transactional
public class MoveMentorship {

    private final Mentorships mentorships;
    private final Pairings pairings;
    private final CompanyTime time;

    MoveMentorship(Mentorships mentorships, Pairings pairings, CompanyTime time) {
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
        change(mentorshipId, Mentorship::rematch);
        pairings.end(mentorshipId, Pairings.End.REMATCHED);
    }

    public void toGraduated(String mentorshipId) {
        change(mentorshipId, mentorship -> mentorship.graduate(time.now()));
        pairings.end(mentorshipId, Pairings.End.GRADUATED);
    }

    public void toStopped(String mentorshipId) {
        change(mentorshipId, mentorship -> mentorship.stop(time.now()));
        pairings.end(mentorshipId, Pairings.End.STOPPED);
    }

    private void change(String mentorshipId, Consumer<Mentorship> move) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        move.accept(mentorship);
        mentorships.saveAndFlush(mentorship);
    }
}
