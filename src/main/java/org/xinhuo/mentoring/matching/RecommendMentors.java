package org.xinhuo.mentoring.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.AgreedMentors;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.Pairings;
import org.xinhuo.mentoring.matching.Shortlist.State;
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
    private final ObjectProvider<AgreedMentors> agreements;

    RecommendMentors(
            Mentorships mentorships,
            Employees employees,
            MatchRounds rounds,
            Shortlists shortlists,
            PreparedShortlists prepared,
            Pairings pairings,
            Notices notices,
            ApplicationEventPublisher events,
            ObjectProvider<AgreedMentors> agreements) {
        this.agreements = agreements;
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
        Optional<String> agreed = agreed(mentorship, mentee);
        if (agreed.isPresent()) {
            openAgreed(mentorship, mentee, agreed.get());
            return true;
        }
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

    /** Whether the shortlist that is open stands on what both sides have agreed on before. */
    @Transactional(readOnly = true)
    public boolean isAgreed(String mentorshipId) {
        return shortlists
                .openOf(mentorshipId)
                .filter(shortlist -> shortlist.entries().stream().anyMatch(entry -> entry.state() == State.ACCEPTED))
                .isPresent();
    }

    /** The mentor of whom both said yes beforehand; nobody where that one had the mentee before, or is not eligible now. */
    private Optional<String> agreed(Mentorship mentorship, Employee mentee) {
        return agreements.stream()
                .flatMap(known -> known.of(mentorship.id(), mentee.id()).stream())
                .findFirst()
                .filter(mentor -> !pairings.earlierMentors(mentorship.id()).contains(mentor))
                .filter(mentor -> rounds.eligible(mentee, List.of(mentor)).test(mentor));
    }

    /** The agreed mentor first, chosen and accepted; behind, who is asked should the last place have gone meanwhile. */
    private void openAgreed(Mentorship mentorship, Employee mentee, String mentorId) {
        MatchRound round = rounds.of(mentee);
        Set<String> excluded = new HashSet<>(pairings.earlierMentors(mentorship.id()));
        excluded.add(mentorId);
        List<Match> shown = new ArrayList<>();
        shown.add(round.of(mentorId).orElseThrow());
        shown.addAll(round.best(SHOWN - 1, shortlists.exposuresForMore(), excluded));
        shortlists.open(mentorship.id(), round, shown);
        Shortlist shortlist = shortlists.openOf(mentorship.id()).orElseThrow();
        shortlists.choose(shortlist, Shortlists.Choice.MENTEE, mentorId, null);
        shortlists.answer(shortlist, shortlist.of(mentorId).orElseThrow(), State.ACCEPTED, null);
    }
}
