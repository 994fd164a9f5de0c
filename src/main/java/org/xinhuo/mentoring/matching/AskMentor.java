package org.xinhuo.mentoring.matching;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.PairMentor;
import org.xinhuo.mentoring.matching.Shortlist.Entry;
import org.xinhuo.mentoring.matching.Shortlist.State;
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
    private final PairMentor pairing;
    private final Notices notices;

    AskMentor(
            Mentorships mentorships,
            Employees employees,
            MatchRounds rounds,
            Shortlists shortlists,
            PairMentor pairing,
            Notices notices) {
        this.mentorships = mentorships;
        this.employees = employees;
        this.rounds = rounds;
        this.shortlists = shortlists;
        this.pairing = pairing;
        this.notices = notices;
    }

    /**
     * Asks the chosen mentor, or else the best one who was not asked yet. Who has filled his last place or is not
     * eligible any more since the shortlist was made is passed over.
     *
     * @return who is asked now, or null where nobody is left
     */
    @Transactional
    public @Nullable String askNext(String mentorshipId) {
        Shortlist shortlist = open(mentorshipId);
        Employee mentee = mentee(mentorshipId);
        MatchRound round = rounds.of(mentee);
        for (Entry entry : shortlist.toAsk()) {
            boolean stillEligible = round.of(entry.mentorId())
                    .map(match -> round.eligibility().allows(match.candidate()))
                    .orElse(false);
            if (!stillEligible) {
                shortlists.answer(shortlist, entry, State.UNAVAILABLE, null);
                continue;
            }
            shortlists.ask(shortlist, entry);
            String key = "matching/" + shortlist.id() + "/asked/" + entry.rank();
            notices.tell(entry.mentorId(), key, "matching.notice.asked", "/", mentee.name());
            notices.tell(
                    mentee.id(),
                    key,
                    "matching.notice.mentorAsked",
                    "/",
                    employees.get(entry.mentorId()).name());
            return entry.mentorId();
        }
        return null;
    }

    /**
     * Takes the answer of the mentor who is being asked.
     *
     * @param words the mentor's own, or null
     * @throws Refusal where somebody else answers, or nobody is being asked
     */
    @Transactional
    public void answer(String mentorshipId, String mentorId, boolean accepted, @Nullable String words) {
        Shortlist shortlist = open(mentorshipId);
        Entry asked = asked(shortlist);
        if (!asked.mentorId().equals(mentorId)) {
            throw Refusal.forbidden("matching.notAsked", mentorId);
        }
        shortlists.answer(shortlist, asked, accepted ? State.ACCEPTED : State.DECLINED, words);
        if (!accepted) {
            tellNotAvailable(shortlist, asked);
        }
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
                "/",
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
        if (!pairing.pair(mentorshipId, accepted.mentorId())) {
            shortlists.answer(shortlist, accepted, State.UNAVAILABLE, null);
            notices.tell(
                    accepted.mentorId(),
                    "matching/" + shortlist.id() + "/full",
                    "matching.notice.full",
                    "/",
                    mentee(mentorshipId).name());
            tellNotAvailable(shortlist, accepted);
            return false;
        }
        shortlists.close(shortlist);
        tellPair(mentorshipId, shortlist.id(), accepted.mentorId());
        return true;
    }

    /** Says to both who they got. */
    void tellPair(String mentorshipId, long shortlistId, String mentorId) {
        Employee mentee = mentee(mentorshipId);
        Employee mentor = employees.get(mentorId);
        String key = "matching/" + shortlistId + "/paired";
        notices.tell(mentee.id(), key, "matching.notice.yourMentor", "/", mentor.name());
        notices.tell(mentor.id(), key, "matching.notice.yourMentee", "/", mentee.name());
    }

    /** Without the mentor's words: nobody loses face. */
    private void tellNotAvailable(Shortlist shortlist, Entry entry) {
        notices.tell(
                mentorships.get(shortlist.mentorshipId()).menteeId(),
                "matching/" + shortlist.id() + "/unavailable/" + entry.rank(),
                "matching.notice.unavailable",
                "/",
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
