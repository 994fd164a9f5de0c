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
        MatchRound round = rounds.of(mentee);
        expect(round.eligibility().of(candidate(round, mentorId, field)), mentorId, field);
    }

    /**
     * The same for standing in on certain days: whether he is there on them is the caller's to ask.
     *
     * @param standsInFor how many other pairs at once, at most, he stands in for on those days
     */
    @Transactional
    public void expectSubstitute(Employee mentee, String mentorId, int standsInFor, String field) {
        MatchRound round = rounds.of(mentee);
        expect(round.eligibility().ofSubstitute(candidate(round, mentorId, field), standsInFor), mentorId, field);
    }

    private static Candidate candidate(MatchRound round, String mentorId, String field) {
        return round.of(mentorId)
                .orElseThrow(() -> Refusal.invalid(field, "matching.notAMentor", mentorId))
                .candidate();
    }

    private void expect(Eligibility.Verdict verdict, String mentorId, String field) {
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
