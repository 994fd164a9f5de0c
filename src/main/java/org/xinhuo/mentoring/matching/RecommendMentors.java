package org.xinhuo.mentoring.matching;

import java.util.List;
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
    private final Pairings pairings;
    private final Notices notices;

    RecommendMentors(
            Mentorships mentorships,
            Employees employees,
            MatchRounds rounds,
            Shortlists shortlists,
            Pairings pairings,
            Notices notices) {
        this.mentorships = mentorships;
        this.employees = employees;
        this.rounds = rounds;
        this.shortlists = shortlists;
        this.pairings = pairings;
        this.notices = notices;
    }

    /**
     * Scores all mentors and keeps the best three eligible ones; earlier mentors of the mentorship are left out.
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
        MatchRound round = rounds.of(mentee);
        List<Match> best = round.best(SHOWN, shortlists.exposures(), pairings.earlierMentors(mentorshipId));
        shortlists.open(mentorshipId, round, best);
        if (!best.isEmpty()) {
            long shortlist = shortlists.openOf(mentorshipId).orElseThrow().id();
            notices.tell(mentee.id(), "matching/" + shortlist + "/choose", "matching.notice.choose", "/", best.size());
        }
        return !best.isEmpty();
    }
}
