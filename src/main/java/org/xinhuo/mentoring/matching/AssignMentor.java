package org.xinhuo.mentoring.matching;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.PairMentor;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;

/** HR names the mentor where the shortlist found none. That is final; the mentor is told, not asked. */
@Component
public class AssignMentor {

    private final MentoringRights rights;
    private final Mentorships mentorships;
    private final Employees employees;
    private final ExpectEligible eligible;
    private final Shortlists shortlists;
    private final PairMentor pairing;
    private final AskMentor asking;

    AssignMentor(
            MentoringRights rights,
            Mentorships mentorships,
            Employees employees,
            ExpectEligible eligible,
            Shortlists shortlists,
            PairMentor pairing,
            AskMentor asking) {
        this.rights = rights;
        this.mentorships = mentorships;
        this.employees = employees;
        this.eligible = eligible;
        this.shortlists = shortlists;
        this.pairing = pairing;
        this.asking = asking;
    }

    /**
     * Pairs the mentee with this mentor.
     *
     * @param personId who of HR assigns; empty where the product itself does
     * @throws Refusal where somebody else than HR would, where HR would assign to or as oneself, or he is no mentor, not eligible (with the table's reason) or has just filled his last place
     */
    @Transactional
    public void assign(String mentorshipId, String personId, String mentorId) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        mentorship.expectNotOfThePair(personId);
        if (!personId.isEmpty()) {
            rights.check(personId, mentorship, MentoringAction.ASSIGN_MENTOR);
        }
        if (personId.equals(mentorId)) {
            throw Refusal.forbidden("mentoring.ownCase");
        }
        Employee mentee = employees.get(mentorship.menteeId());
        eligible.expect(mentee, mentorId, "mentorId");
        if (!pairing.pair(mentorshipId, mentorId)) {
            throw Refusal.invalid("mentorId", "matching.notEligible", mentorId, eligible.spoken("noFreeCapacity"));
        }
        Shortlist shortlist = shortlists
                .openOf(mentorshipId)
                .orElseThrow(() -> Refusal.conflict("matching.noShortlist", mentorshipId));
        shortlists.choose(shortlist, Shortlists.Choice.HR, mentorId, null);
        shortlists.close(shortlist);
        asking.tellPair(mentorshipId, shortlist.id(), mentorId);
    }
}
