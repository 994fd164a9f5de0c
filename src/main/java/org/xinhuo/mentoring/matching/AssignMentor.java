package org.xinhuo.mentoring.matching;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.PairMentor;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** HR names the mentor where the shortlist found none. That is final; the mentor is told, not asked. */
@Component
public class AssignMentor {

    private final Mentorships mentorships;
    private final Employees employees;
    private final MatchRounds rounds;
    private final Shortlists shortlists;
    private final PairMentor pairing;
    private final AskMentor asking;
    private final Texts texts;

    AssignMentor(
            Mentorships mentorships,
            Employees employees,
            MatchRounds rounds,
            Shortlists shortlists,
            PairMentor pairing,
            AskMentor asking,
            Texts texts) {
        this.mentorships = mentorships;
        this.employees = employees;
        this.rounds = rounds;
        this.shortlists = shortlists;
        this.pairing = pairing;
        this.asking = asking;
        this.texts = texts;
    }

    /**
     * Pairs the mentee with this mentor.
     *
     * @param personId who of HR assigns; empty where the product itself does
     * @throws Refusal where HR would assign to or as oneself, or he is no mentor, not eligible (with the table's reason) or has just filled his last place
     */
    @Transactional
    public void assign(String mentorshipId, String personId, String mentorId) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        mentorship.expectNotOfThePair(personId);
        if (personId.equals(mentorId)) {
            throw Refusal.forbidden("mentoring.ownCase");
        }
        Employee mentee = employees.get(mentorship.menteeId());
        MatchRound round = rounds.of(mentee);
        Match match =
                round.of(mentorId).orElseThrow(() -> Refusal.invalid("mentorId", "matching.notAMentor", mentorId));
        Eligibility.Verdict verdict = round.eligibility().of(match.candidate());
        if (!verdict.eligible()) {
            throw Refusal.invalid("mentorId", "matching.notEligible", mentorId, spoken(verdict.reason()));
        }
        if (!pairing.pair(mentorshipId, mentorId)) {
            throw Refusal.invalid("mentorId", "matching.notEligible", mentorId, spoken("noFreeCapacity"));
        }
        Shortlist shortlist = shortlists
                .openOf(mentorshipId)
                .orElseThrow(() -> Refusal.conflict("matching.noShortlist", mentorshipId));
        shortlists.choose(shortlist, Shortlists.Choice.HR, mentorId, null);
        shortlists.close(shortlist);
        asking.tellPair(mentorshipId, shortlist.id(), mentorId);
    }

    /** A reason that the process owner invented has no text of ours and is said as it stands in the table. */
    private String spoken(String reason) {
        String code = "matching.ineligible." + reason;
        String text = texts.text(code);
        return text.equals(code) ? reason : text;
    }
}
