package org.xinhuo.mentoring.cohort;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.Refusal;
import org.xinhuo.mentoring.matching.MatchFacts;
import org.xinhuo.mentoring.matching.MatchMany;
import org.xinhuo.mentoring.matching.PreparedShortlists;
import org.xinhuo.mentoring.matching.ScoreTable;

/** From the names that HR gave to mentees who look at their shortlists. */
@Component
@Transactional
public class StartCohort {

    /** Mentorships a transaction: a second or two of work, lost at most if it fails. */
    private static final int PORTION = 50;

    private final Cohorts cohorts;
    private final CheckMentees check;
    private final MatchMany matchMany;
    private final PreparedShortlists prepared;

    StartCohort(Cohorts cohorts, CheckMentees check, MatchMany matchMany, PreparedShortlists prepared) {
        this.cohorts = cohorts;
        this.check = check;
        this.matchMany = matchMany;
        this.prepared = prepared;
    }

    /**
     * Takes up a cohort that HR formed.
     *
     * @throws Refusal where there is none with this id, or it was taken up before
     */
    public void open(String cohortId) {
        if (!cohorts.open(cohortId)) {
            throw Refusal.forbidden("cohort.startsByItself");
        }
    }

    /** Makes all shortlists at once, and keeps how often each mentor is shown. */
    public void makeShortlists(String cohortId) {
        Map<String, String> mentorships = cohorts.mentorships(cohortId);
        MatchFacts facts = matchMany.read(mentorships.keySet());
        ScoreTable table = facts.scores();
        int[] shown = prepared.prepare(cohortId, facts, table, mentorships);
        Set<String> eligible = Set.copyOf(facts.eligibleMentors());
        List<Object[]> mentors = new ArrayList<>();
        for (int mentor = 0; mentor < shown.length; mentor++) {
            ScoreTable.Place place = table.mentors().get(mentor);
            if (shown[mentor] > 0 || eligible.contains(place.mentorId())) {
                mentors.add(new Object[] {cohortId, place.mentorId(), place.capacity(), place.load(), shown[mentor]});
            }
        }
        cohorts.keepMentors(mentors);
    }

    /**
     * The next portion of members whose mentorships are to be started now, in this transaction: the mentorship's id by
     * mentee. Who has left or entered a mentorship since HR named them falls out and is reported. Nobody: all are
     * started.
     */
    public Map<String, String> nextToStart(String cohortId) {
        Map<String, String> next = cohorts.toStart(cohortId, PORTION);
        Map<String, String> problems = check.problems(next.keySet()).entrySet().stream()
                .filter(problem -> !problem.getValue().equals("cohort.mentee.inCohort"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<String, String> fit = new LinkedHashMap<>(next);
        problems.forEach((mentee, problem) -> {
            prepared.discard(Objects.requireNonNull(fit.remove(mentee)));
            cohorts.skip(cohortId, mentee, problem);
        });
        cohorts.started(List.copyOf(fit.values()));
        return fit;
    }

    /** Whether members are left to be started; where not, all of them choose now. */
    public boolean isMoreToStart(String cohortId) {
        boolean more = !cohorts.toStart(cohortId, 1).isEmpty();
        if (!more) {
            cohorts.allStarted(cohortId);
        }
        return more;
    }

    /** Whether nobody is left whose answer could be waited for. */
    public boolean isEverybodyAnswered(String cohortId) {
        return cohorts.unanswered(cohortId) == 0;
    }
}
