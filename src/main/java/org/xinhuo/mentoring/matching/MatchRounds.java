package org.xinhuo.mentoring.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.mentoring.Pairings;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Expertise;
import org.xinhuo.people.Mentor;
import org.xinhuo.people.Mentors;

/** Reads what matching needs, a fixed number of queries however many mentors there are, and scores everybody. */
@Component
class MatchRounds {

    private final Employees employees;
    private final Mentors mentors;
    private final Competencies competencies;
    private final Pairings pairings;
    private final Decisions decisions;
    private final JdbcClient jdbc;
    private final CompanyTime time;

    MatchRounds(
            Employees employees,
            Mentors mentors,
            Competencies competencies,
            Pairings pairings,
            Decisions decisions,
            JdbcClient jdbc,
            CompanyTime time) {
        this.employees = employees;
        this.mentors = mentors;
        this.competencies = competencies;
        this.pairings = pairings;
        this.decisions = decisions;
        this.jdbc = jdbc;
        this.time = time;
    }

    private record Marks(int count, long sum) {

        static final Marks NONE = new Marks(0, 0);
    }

    /** For a shortlist, a question or an assignment: what the tables answer is kept in the history. */
    @Transactional
    MatchRound of(Employee mentee) {
        return of(mentee, decisions::decide);
    }

    /** To be looked at only: the tables answer without a trace. */
    @Transactional
    MatchRound preview(Employee mentee) {
        return of(mentee, (key, inputs) -> decisions.preview(key).decide(inputs));
    }

    private MatchRound of(Employee mentee, BiFunction<String, Map<String, ?>, Outcome> tables) {
        LocalDate today = time.today();
        List<Need> needs = needsOf(mentee);
        Weights weights = Weights.of(tables.apply(
                "match-weights",
                Map.of(
                        "newcomer", mentee.hiredOn().plusMonths(12).isAfter(today),
                        "department", mentee.department())));
        Map<String, Marks> marks = marks();
        BigDecimal mean = MatchFormula.mean(
                marks.values().stream().mapToLong(Marks::count).sum(),
                marks.values().stream().mapToLong(Marks::sum).sum());
        List<Match> matches = candidates(mentee, marks, today).stream()
                .map(candidate -> {
                    Factors factors = MatchFormula.factors(needs, mentee.preferredStyle(), mean, candidate);
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

    private List<Candidate> candidates(Employee mentee, Map<String, Marks> marks, LocalDate today) {
        Map<String, Mentor> all =
                mentors.findAll().stream().collect(Collectors.toMap(Mentor::employeeId, Function.identity()));
        Map<String, Map<String, Expertise>> skills = competencies.expertiseOfAllMentors().stream()
                .collect(Collectors.groupingBy(
                        Expertise::mentorId, Collectors.toMap(Expertise::competency, Function.identity())));
        Map<String, Integer> loads = pairings.loads();
        Map<String, Integer> graduated = pairings.graduatedWith(mentee.job());
        return employees.findAllById(all.keySet()).stream()
                .map(person -> {
                    Mentor mentor = Objects.requireNonNull(all.get(person.id()));
                    Marks own = marks.getOrDefault(person.id(), Marks.NONE);
                    return new Candidate(
                            person.id(),
                            person.name(),
                            mentor.style(),
                            mentor.capacity(),
                            loads.getOrDefault(person.id(), 0),
                            person.isActiveOn(today) && !person.hiredOn().isAfter(today),
                            person.hiredOn(),
                            skills.getOrDefault(person.id(), Map.of()),
                            graduated.getOrDefault(person.id(), 0),
                            own.count(),
                            own.sum());
                })
                .toList();
    }

    private Map<String, Marks> marks() {
        Map<String, Marks> marks = new HashMap<>();
        jdbc.sql("select mentor_id, count(*) as n, sum(mark) as total from mentor_mark group by mentor_id")
                .query(row -> {
                    marks.put(row.getString("mentor_id"), new Marks(row.getInt("n"), row.getLong("total")));
                });
        return marks;
    }
}
