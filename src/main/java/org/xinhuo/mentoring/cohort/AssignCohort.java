package org.xinhuo.mentoring.cohort;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.mentoring.matching.CohortChoices;
import org.xinhuo.mentoring.matching.MatchFacts;
import org.xinhuo.mentoring.matching.MatchMany;
import org.xinhuo.mentoring.matching.ScoreTable;

/**
 * Assigns those of a cohort who left it to the system or kept silent, so that no mentee and mentor would both rather have
 * each other. Mentors whom others chose themselves keep the places for those. What is assigned is held; the mentors are
 * asked as always, and may decline.
 */
@Component
@Transactional
public class AssignCohort {

    /** Mentorships a transaction. */
    private static final int PORTION = 50;

    private final Cohorts cohorts;
    private final CohortChoices choices;
    private final MatchMany matchMany;

    AssignCohort(Cohorts cohorts, CohortChoices choices, MatchMany matchMany) {
        this.cohorts = cohorts;
        this.choices = choices;
        this.matchMany = matchMany;
    }

    /**
     * Closes the choice and assigns, in one transaction. The locks come in the order in which a mentee's choice takes
     * them: shortlist, cohort, mentors. A choice at the same moment is therefore either counted or refused.
     */
    public void assign(String cohortId) {
        choices.close(cohortId);
        if (!cohorts.assign(cohortId)) {
            return;
        }
        choices.lockAllPlaces();
        Map<String, Long> waiting = choices.waiting(cohortId);
        MatchFacts facts = matchMany.read(waiting.keySet());
        ScoreTable table = facts.scores();
        int[] places = choices.placesToGive(facts, table);
        boolean[] everybody = new boolean[table.mentees().size()];
        Arrays.fill(everybody, true);
        int[] assigned = DeferredAcceptance.assign(table, places, everybody);
        choices.hold(cohortId, waiting, facts, table, assigned);
        AssignmentQuality.Named blocking = AssignmentQuality.blockingPairs(table, places, everybody, assigned);
        cohorts.keepFigures(cohortId, everybody.length, blocking.count(), blocking.first());
    }

    /** The next portion of mentorships that are told in this transaction; none: all know. */
    public List<String> nextToTell(String cohortId) {
        List<String> next = cohorts.toTell(cohortId, PORTION);
        cohorts.told(next);
        return next;
    }

    /** Whether this mentorship was left out when its cohort was told, as it stood still, and is to be told now; once. */
    public boolean isToBeTold(String mentorshipId) {
        return cohorts.tellAfterPause(mentorshipId);
    }

    public boolean isMoreToTell(String cohortId) {
        return !cohorts.toTell(cohortId, 1).isEmpty();
    }
}
