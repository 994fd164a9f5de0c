package org.xinhuo.mentoring.matching;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.mentoring.Pairings;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employee;

/** Reads what matching needs, a fixed number of queries however many mentors there are, and scores everybody. */
@Component
class MatchRounds {

    private final MentorPool pool;
    private final Competencies competencies;
    private final Pairings pairings;
    private final Decisions decisions;
    private final CompanyTime time;

    MatchRounds(MentorPool pool, Competencies competencies, Pairings pairings, Decisions decisions, CompanyTime time) {
        this.pool = pool;
        this.competencies = competencies;
        this.pairings = pairings;
        this.decisions = decisions;
        this.time = time;
    }

    /** For a shortlist, a question or an assignment: what the tables answer is kept in the history. */
    @Transactional
    MatchRound of(Employee mentee) {
        return of(mentee, decisions::decide);
    }

    /** Who of these few mentors may have the mentee now; asked one by one, only as far as the answer is looked at. */
    @Transactional
    Predicate<String> eligible(Employee mentee, Collection<String> mentorIds) {
        Eligibility eligibility =
                new Eligibility(inputs -> decisions.decide("mentor-eligibility", inputs), mentee, time.today());
        Map<String, Candidate> candidates = pool.some(mentorIds, mentee.id()).stream()
                .collect(Collectors.toMap(Candidate::mentorId, Function.identity()));
        return mentorId -> {
            Candidate candidate = candidates.get(mentorId);
            return candidate != null && eligibility.allows(candidate);
        };
    }

    /** To be looked at only: the tables answer without a trace. */
    @Transactional
    MatchRound preview(Employee mentee) {
        return of(mentee, (key, inputs) -> decisions.preview(key).decide(inputs));
    }

    private MatchRound of(Employee mentee, BiFunction<String, Map<String, ?>, Outcome> tables) {
        LocalDate today = time.today();
        List<Need> needs = needsOf(mentee);
        Weights weights = Weights.of(tables.apply("match-weights", Weights.inputs(mentee, today)));
        MentorPool.Pool mentors = pool.of(mentee.id());
        Map<String, Integer> graduated = pairings.graduatedWith(mentee.job());
        List<Match> matches = mentors.candidates().stream()
                .map(candidate -> candidate.withGraduated(graduated.getOrDefault(candidate.mentorId(), 0)))
                .map(candidate -> {
                    Factors factors =
                            MatchFormula.factors(needs, mentee.preferredStyle(), mentors.meanMark(), candidate);
                    return new Match(candidate, factors, MatchFormula.score(weights, factors));
                })
                .toList();
        return new MatchRound(
                mentee,
                needs,
                weights,
                matches,
                new Eligibility(inputs -> tables.apply("mentor-eligibility", inputs), mentee, today));
    }

    List<Need> needsOf(Employee mentee) {
        return MatchFormula.needs(
                competencies.modelOf(mentee.job()),
                competencies.levelsOf(mentee.id()),
                competencies.latestMetricsOf(mentee.id()));
    }
}
