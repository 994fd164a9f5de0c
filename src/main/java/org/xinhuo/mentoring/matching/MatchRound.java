package org.xinhuo.mentoring.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinhuo.people.Employee;

/** All mentors in the order in which they fit one mentee; who is eligible is asked only as far as needed. */
final class MatchRound {

    private final Employee mentee;
    private final List<Need> needs;
    private final Weights weights;
    private final List<Match> inOrder;
    private final Eligibility eligibility;

    /** @param matches in any order */
    MatchRound(Employee mentee, List<Need> needs, Weights weights, List<Match> matches, Eligibility eligibility) {
        this.mentee = mentee;
        this.needs = needs;
        this.weights = weights;
        this.inOrder = matches.stream().sorted(Match.ORDER).toList();
        this.eligibility = eligibility;
    }

    /**
     * The best eligible mentors. One whom open shortlists show too often is left out, unless that leaves too few: then
     * the best of those fill up.
     *
     * @param exposures on how many open shortlists each mentor stands
     * @param excluded who is not to be recommended, such as earlier mentors
     */
    List<Match> best(int wanted, Map<String, Integer> exposures, Set<String> excluded) {
        List<Match> shown = new ArrayList<>();
        List<Match> overexposed = new ArrayList<>();
        for (Match match : inOrder) {
            if (shown.size() == wanted) {
                break;
            }
            if (excluded.contains(match.candidate().mentorId()) || !eligibility.allows(match.candidate())) {
                continue;
            }
            (isOverexposed(match.candidate(), exposures) ? overexposed : shown).add(match);
        }
        overexposed.stream().limit(wanted - shown.size()).forEach(shown::add);
        return shown.stream().sorted(Match.ORDER).toList();
    }

    private boolean isOverexposed(Candidate mentor, Map<String, Integer> exposures) {
        BigDecimal limit = weights.exposureFactor().multiply(BigDecimal.valueOf(mentor.freeCapacity()));
        return BigDecimal.valueOf(exposures.getOrDefault(mentor.mentorId(), 0)).compareTo(limit) >= 0;
    }

    /** Who may not have the mentee, the best first, and why. */
    Map<Match, String> ineligible(int most) {
        Map<Match, String> ineligible = new LinkedHashMap<>();
        for (Match match : inOrder) {
            Eligibility.Verdict verdict = eligibility.of(match.candidate());
            if (!verdict.eligible() && ineligible.size() < most) {
                ineligible.put(match, verdict.reason());
            }
        }
        return ineligible;
    }

    Optional<Match> of(String mentorId) {
        return inOrder.stream()
                .filter(match -> match.candidate().mentorId().equals(mentorId))
                .findFirst();
    }

    /** The mentor's position in the mentee's order over all eligible mentors, from 1; the mentor is one of them. */
    int rankOf(String mentorId) {
        int rank = 1;
        for (Match match : inOrder) {
            if (match.candidate().mentorId().equals(mentorId)) {
                break;
            }
            rank += eligibility.allows(match.candidate()) ? 1 : 0;
        }
        return rank;
    }

    Employee mentee() {
        return mentee;
    }

    List<Need> needs() {
        return needs;
    }

    Weights weights() {
        return weights;
    }

    Eligibility eligibility() {
        return eligibility;
    }
}
