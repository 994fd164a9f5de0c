package org.xinhuo.mentoring.matching;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.Pairings;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** Makes the shortlist of a mentorship that looks for a mentor. */
@Component
public class RecommendMentors {

    /** How many mentors a mentee is shown. */
    static final int SHOWN = 3;

    private final Mentorships mentorships;
    private final Employees employees;
    private final MatchRounds rounds;
    private final Shortlists shortlists;
    private final PreparedShortlists prepared;
    private final Pairings pairings;
    private final Notices notices;
    private final ApplicationEventPublisher events;

    RecommendMentors(
            Mentorships mentorships,
            Employees employees,
            MatchRounds rounds,
            Shortlists shortlists,
            PreparedShortlists prepared,
            Pairings pairings,
            Notices notices,
            ApplicationEventPublisher events) {
        this.mentorships = mentorships;
        this.employees = employees;
        this.rounds = rounds;
        this.shortlists = shortlists;
        this.pairings = pairings;
        this.notices = notices;
        this.prepared = prepared;
        this.events = events;
    }

    /**
     * Scores all mentors and keeps the best three eligible ones; earlier mentors of the mentorship are left out. A mentee
     * of a cohort gets the shortlist that was made together with the others'.
     *
     * @return whether there is anybody to choose from
     * @throws Refusal where the mentorship does not look for a mentor, or is being matched already
     */
    @Transactional
    public boolean recommend(String mentorshipId) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        if (mentorship.state() != Mentorship.State.MATCHING
                || shortlists.openOf(mentorshipId).isPresent()) {
            throw Refusal.conflict(
                    "mentoring.wrongState", mentorshipId, mentorship.state().code());
        }
        Employee mentee = employees.get(mentorship.menteeId());
        if (!prepared.open(mentorshipId)) {
            MatchRound round = rounds.of(mentee);
            shortlists.open(
                    mentorshipId,
                    round,
                    round.best(SHOWN, shortlists.exposuresForMore(), pairings.earlierMentors(mentorshipId)));
        }
        Shortlist shortlist = shortlists.openOf(mentorshipId).orElseThrow();
        int shown = shortlist.entries().size();
        if (shown == 0) {
            events.publishEvent(new MentorChoiceMade(mentorshipId));
            return false;
        }
        notices.tell(
                mentee.id(),
                "matching/" + shortlist.id() + "/choose",
                "matching.notice.choose",
                mentorship.page() + "/mentors",
                shown);
        return true;
    }
}
