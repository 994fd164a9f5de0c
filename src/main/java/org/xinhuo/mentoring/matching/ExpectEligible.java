package org.xinhuo.mentoring.matching;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.base.Texts;
import org.xinhuo.people.Employee;

/** Whether somebody could be a mentee's mentor by the table mentor-eligibility, whoever asks for it. */
@Component
public class ExpectEligible {

    private final MatchRounds rounds;
    private final Texts texts;

    ExpectEligible(MatchRounds rounds, Texts texts) {
        this.rounds = rounds;
        this.texts = texts;
    }

    /**
     * Asks the table.
     *
     * @param field in which the mentor was named
     * @throws Refusal where he is no mentor, or not eligible, with the table's reason
     */
    @Transactional
    public void expect(Employee mentee, String mentorId, String field) {
        expect(mentee, mentorId, field, false);
    }

    /** The same for certain days alone: whether he is there on them is the caller's to ask. */
    @Transactional
    public void expectOnSomeDays(Employee mentee, String mentorId, String field) {
        expect(mentee, mentorId, field, true);
    }

    private void expect(Employee mentee, String mentorId, String field, boolean onSomeDays) {
        MatchRound round = rounds.of(mentee);
        Match match = round.of(mentorId).orElseThrow(() -> Refusal.invalid(field, "matching.notAMentor", mentorId));
        Candidate mentor = match.candidate();
        Eligibility.Verdict verdict =
                round.eligibility().of(onSomeDays ? mentor.withPresence(Presence.ALWAYS) : mentor);
        if (!verdict.eligible()) {
            throw Refusal.invalid(field, "matching.notEligible", mentorId, spoken(verdict.reason()));
        }
    }

    /** A reason that the process owner invented has no text of ours and is said as it stands in the table. */
    String spoken(String reason) {
        String code = "matching.ineligible." + reason;
        String text = texts.text(code);
        return text.equals(code) ? reason : text;
    }
}
