package org.xinhuo.mentoring.matching;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.PairMentor;
import org.xinhuo.mentoring.Pairings;
import org.xinhuo.mentoring.matching.MatchingDeadlines.Step;
import org.xinhuo.mentoring.matching.Shortlist.Entry;
import org.xinhuo.mentoring.matching.Shortlist.State;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.notification.Notices;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** Asks the mentors of a shortlist one after the other, and takes their answers. */
@Component
public class AskMentor {

    private final Mentorships mentorships;
    private final Employees employees;
    private final MatchRounds rounds;
    private final Shortlists shortlists;
    private final HeldPlaces places;
    private final Pairings pairings;
    private final PairMentor pairing;
    private final Notices notices;
    private final MatchingDeadlines deadlines;
    private final MentoringRights rights;

    AskMentor(
            Mentorships mentorships,
            Employees employees,
            MatchRounds rounds,
            Shortlists shortlists,
            HeldPlaces places,
            Pairings pairings,
            PairMentor pairing,
            Notices notices,
            MatchingDeadlines deadlines,
            MentoringRights rights) {
        this.mentorships = mentorships;
        this.employees = employees;
        this.rounds = rounds;
        this.shortlists = shortlists;
        this.places = places;
        this.pairings = pairings;
        this.pairing = pairing;
        this.notices = notices;
        this.deadlines = deadlines;
        this.rights = rights;
    }

    /**
     * Asks the chosen mentor, or else the best one who was not asked yet. Who has filled his last place or is not
     * eligible any more since the shortlist was made is passed over. Where a cohort's shortlist is used up, the next of
     * the mentee's order who has a place is asked, as many in all as the table matching-deadlines says: the stars on it are
     * soon full.
     *
     * @return who is asked now, or null where nobody is left
     */
    @Transactional
    public @Nullable String askNext(String mentorshipId) {
        Shortlist shortlist = open(mentorshipId);
        Employee mentee = mentee(mentorshipId);
        List<Entry> toAsk = shortlist.toAsk();
        List<String> ids = toAsk.stream().map(Entry::mentorId).toList();
        places.lock(ids);
        Predicate<String> eligible = rounds.eligible(mentee, ids);
        for (Entry entry : toAsk) {
            if (!eligible.test(entry.mentorId())) {
                shortlists.answer(shortlist, entry, State.UNAVAILABLE, null);
                if (entry.mentorId().equals(shortlist.chosenMentorId())) {
                    tellNotAvailable(shortlist, entry);
                }
                continue;
            }
            return ask(shortlist, mentee, entry.mentorId(), entry.rank());
        }
        return shortlist.cohortId() == null ? null : askBeyondTheList(shortlist, mentee);
    }

    private @Nullable String askBeyondTheList(Shortlist shortlist, Employee mentee) {
        int rank = shortlist.entries().size() + 1;
        if (rank > deadlines.decide(Step.ACCEPT_MENTEE, mentee.region()).mostAsked()) {
            return null;
        }
        Set<String> known = new HashSet<>(pairings.earlierMentors(shortlist.mentorshipId()));
        shortlist.entries().forEach(entry -> known.add(entry.mentorId()));
        MatchRound round = rounds.of(mentee);
        return round.best(1, Map.of(), known).stream()
                .findFirst()
                .map(match -> {
                    String mentorId = match.candidate().mentorId();
                    places.lock(List.of(mentorId));
                    shortlists.add(shortlist, rank, round, match, round.rankOf(mentorId));
                    return ask(shortlist, mentee, mentorId, rank);
                })
                .orElse(null);
    }

    private String ask(Shortlist shortlist, Employee mentee, String mentorId, int rank) {
        shortlists.ask(shortlist, rank);
        String key = "matching/" + shortlist.id() + "/asked/" + rank;
        places.standsStillUntil(shortlist.mentorshipId())
                .ifPresentOrElse(
                        until -> notices.tell(
                                mentorId,
                                key,
                                "matching.notice.askedInPause",
                                RemindMatching.TASKLIST,
                                mentee.name(),
                                until.toString()),
                        () -> notices.tell(
                                mentorId, key, "matching.notice.asked", RemindMatching.TASKLIST, mentee.name()));
        notices.tell(
                mentee.id(),
                key,
                "matching.notice.mentorAsked",
                mentorships.get(shortlist.mentorshipId()).page(),
                employees.get(mentorId).name());
        return mentorId;
    }

    /**
     * Takes the answer of the mentor who is being asked.
     *
     * @param words the mentor's own, or null
     * @throws Refusal where somebody else answers, or nobody is being asked
     */
    @Transactional
    public void answer(String mentorshipId, String mentorId, boolean accepted, @Nullable String words) {
        rights.check(mentorId, mentorshipId, MentoringAction.ACCEPT_MENTEE);
        Shortlist shortlist = open(mentorshipId);
        Entry asked = asked(shortlist);
        shortlists.answer(shortlist, asked, accepted ? State.ACCEPTED : State.DECLINED, words);
        if (!accepted) {
            tellNotAvailable(shortlist, asked);
        }
    }

    /**
     * The house declines for the mentor who is asked, as where he leaves the company: who is gone has no right that could
     * be asked for.
     *
     * @throws Refusal where nobody is being asked
     */
    @Transactional
    public void decline(String mentorshipId, @Nullable String words) {
        Shortlist shortlist = open(mentorshipId);
        Entry asked = asked(shortlist);
        shortlists.answer(shortlist, asked, State.DECLINED, words);
        tellNotAvailable(shortlist, asked);
    }

    /** The mentor did not answer in time, which counts as a decline. */
    @Transactional
    public void countSilence(String mentorshipId) {
        Shortlist shortlist = open(mentorshipId);
        Entry asked = asked(shortlist);
        shortlists.answer(shortlist, asked, State.SILENT, null);
        notices.tell(
                asked.mentorId(),
                "matching/" + shortlist.id() + "/silent",
                "matching.notice.silent",
                // He is no mentor of this mentee: he could not open the page.
                null,
                mentee(mentorshipId).name());
        tellNotAvailable(shortlist, asked);
    }

    /**
     * Makes the mentor who accepted and the mentee a pair.
     *
     * @return false where the mentor's last place went to somebody else meanwhile
     */
    @Transactional
    public boolean pair(String mentorshipId) {
        Shortlist shortlist = open(mentorshipId);
        Entry accepted = shortlist.entries().stream()
                .filter(entry -> entry.state() == State.ACCEPTED)
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("matching.nobodyAccepted", mentorshipId));
        if (isPromisedToOthers(mentorshipId, accepted) || !pairing.pair(mentorshipId, accepted.mentorId())) {
            shortlists.answer(shortlist, accepted, State.UNAVAILABLE, null);
            notices.tell(
                    accepted.mentorId(),
                    "matching/" + shortlist.id() + "/full",
                    "matching.notice.full",
                    null,
                    mentee(mentorshipId).name());
            tellNotAvailable(shortlist, accepted);
            return false;
        }
        shortlists.close(shortlist);
        tellPair(mentorshipId, shortlist.id(), accepted.mentorId());
        return true;
    }

    /** Every place that is left is kept for somebody whom a cohort's assignment gave it to. */
    private boolean isPromisedToOthers(String mentorshipId, Entry accepted) {
        int free = pairings.lockFreePlaces(accepted.mentorId());
        int promised = places.byMentor(mentorships.get(mentorshipId).menteeId()).getOrDefault(accepted.mentorId(), 0);
        return !accepted.held() && promised >= free;
    }

    /** Says to both who they got. */
    void tellPair(String mentorshipId, long shortlistId, String mentorId) {
        Employee mentee = mentee(mentorshipId);
        Employee mentor = employees.get(mentorId);
        String key = "matching/" + shortlistId + "/paired";
        String page = mentorships.get(mentorshipId).page();
        notices.tell(mentee.id(), key, "matching.notice.yourMentor", page, mentor.name());
        notices.tell(mentor.id(), key, "matching.notice.yourMentee", page, mentee.name());
    }

    /** Without the mentor's words: nobody loses face. */
    private void tellNotAvailable(Shortlist shortlist, Entry entry) {
        Mentorship mentorship = mentorships.get(shortlist.mentorshipId());
        notices.tell(
                mentorship.menteeId(),
                "matching/" + shortlist.id() + "/unavailable/" + entry.rank(),
                "matching.notice.unavailable",
                mentorship.page(),
                employees.get(entry.mentorId()).name());
    }

    private static Entry asked(Shortlist shortlist) {
        return shortlist.asked().orElseThrow(() -> Refusal.conflict("matching.nobodyAsked", shortlist.mentorshipId()));
    }

    private Employee mentee(String mentorshipId) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        return employees.get(mentorship.menteeId());
    }

    private Shortlist open(String mentorshipId) {
        return shortlists
                .openOf(mentorshipId)
                .orElseThrow(() -> Refusal.conflict("matching.noShortlist", mentorshipId));
    }
}
