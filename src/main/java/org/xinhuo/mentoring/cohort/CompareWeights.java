package org.xinhuo.mentoring.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.matching.CohortChoices;
import org.xinhuo.mentoring.matching.MatchFacts;
import org.xinhuo.mentoring.matching.MatchMany;
import org.xinhuo.mentoring.matching.PreparedShortlists;
import org.xinhuo.mentoring.matching.ScoreTable;
import org.xinhuo.mentoring.matching.TrialWeights;

/**
 * What a cohort would become with other weights, on the data of now: everybody is assigned as if nobody chose. Stores
 * nothing.
 */
@Component
public class CompareWeights {

    private static final int MOST_TRIALS = 5;

    private final FormCohort forming;
    private final CheckMentees check;
    private final MatchMany matchMany;
    private final PreparedShortlists shortlists;
    private final CohortChoices choices;

    CompareWeights(
            FormCohort forming,
            CheckMentees check,
            MatchMany matchMany,
            PreparedShortlists shortlists,
            CohortChoices choices) {
        this.forming = forming;
        this.check = check;
        this.matchMany = matchMany;
        this.shortlists = shortlists;
        this.choices = choices;
    }

    /**
     * The outcomes side by side.
     *
     * @param outcomes the deployed weights first, then the others in the order given
     */
    public record Comparison(int mentees, int mentors, List<Outcome> outcomes) {}

    /**
     * What one set of weights leads to.
     *
     * @param weights null for the deployed ones, which may differ from mentee to mentee
     * @param changed who would get somebody else than with the deployed weights, by mentee
     */
    public record Outcome(@Nullable TrialWeights weights, AssignmentQuality quality, List<Change> changed) {}

    /** One mentee; a mentor is null where nobody would have a place. */
    public record Change(
            String menteeId,
            @Nullable String deployedMentorId,
            @Nullable String mentorId) {}

    /**
     * Compares.
     *
     * @param trials one to five sets of weights
     * @throws Refusal where the person is not HR, nobody or too many are named, or weights are missing or out of range
     * @throws UnfitMentees naming everybody who could not be in a cohort
     */
    @Transactional(readOnly = true)
    public Comparison compare(
            @Nullable List<@Nullable String> menteeIds,
            @Nullable List<@Nullable TrialWeights> trials,
            String personId) {
        forming.expectHr(personId);
        List<TrialWeights> checked = checked(trials);
        MatchFacts facts = matchMany.preview(check.check(menteeIds));
        ScoreTable deployed = facts.scores();
        // Mentors stand in the same order in every table of these facts.
        int[] places = choices.placesToGive(facts, deployed);
        int[] asDeployed = DeferredAcceptance.assign(deployed, places, everybody(deployed));
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(new Outcome(null, quality(facts, deployed, places, asDeployed, null), List.of()));
        for (TrialWeights trial : checked) {
            ScoreTable table = facts.scores(trial);
            int[] assigned = DeferredAcceptance.assign(table, places, everybody(table));
            outcomes.add(new Outcome(
                    trial, quality(facts, table, places, assigned, trial), changes(table, asDeployed, assigned)));
        }
        return new Comparison(deployed.mentees().size(), facts.eligibleMentors().size(), outcomes);
    }

    private static List<TrialWeights> checked(@Nullable List<@Nullable TrialWeights> trials) {
        if (trials == null || trials.isEmpty()) {
            throw Refusal.invalid("weights", "form.required", "weights");
        }
        if (trials.size() > MOST_TRIALS) {
            throw Refusal.invalid("weights", "cohort.tooManyWeights", MOST_TRIALS);
        }
        List<TrialWeights> checked = new ArrayList<>();
        for (TrialWeights trial : trials) {
            String field = "weights[" + (checked.size() + 1) + "]";
            if (trial == null) {
                throw Refusal.invalid(field, "form.required", field);
            }
            trial.check(field);
            checked.add(trial);
        }
        return checked;
    }

    private AssignmentQuality quality(
            MatchFacts facts, ScoreTable table, int[] places, int[] assigned, @Nullable TrialWeights trial) {
        return AssignmentQuality.of(
                table, places, everybody(table), assigned, shortlists.wouldShow(facts, table, trial));
    }

    private static boolean[] everybody(ScoreTable table) {
        boolean[] everybody = new boolean[table.mentees().size()];
        Arrays.fill(everybody, true);
        return everybody;
    }

    private static List<Change> changes(ScoreTable table, int[] deployed, int[] trial) {
        List<Change> changes = new ArrayList<>();
        for (int mentee = 0; mentee < trial.length; mentee++) {
            if (deployed[mentee] != trial[mentee]) {
                changes.add(new Change(
                        table.mentees().get(mentee), mentor(table, deployed[mentee]), mentor(table, trial[mentee])));
            }
        }
        return changes;
    }

    private static @Nullable String mentor(ScoreTable table, int mentor) {
        return mentor == DeferredAcceptance.NONE
                ? null
                : table.mentors().get(mentor).mentorId();
    }
}
