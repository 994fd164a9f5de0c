package org.xinhuo.mentoring.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.Pairings;
import org.xinhuo.mentoring.Substitutions;
import org.xinhuo.mentoring.Substitutions.Away;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.Expertise;
import org.xinhuo.people.Mentor;
import org.xinhuo.people.Mentors;

/** Reads the mentors as matching sees them: a fixed number of queries however many there are. */
@Component
class MentorPool {

    private final Employees employees;
    private final Mentors mentors;
    private final Competencies competencies;
    private final Pairings pairings;
    private final Substitutions substitutions;
    private final HeldPlaces held;
    private final JdbcClient jdbc;
    private final CompanyTime time;

    MentorPool(
            Employees employees,
            Mentors mentors,
            Competencies competencies,
            Pairings pairings,
            Substitutions substitutions,
            HeldPlaces held,
            JdbcClient jdbc,
            CompanyTime time) {
        this.employees = employees;
        this.mentors = mentors;
        this.competencies = competencies;
        this.pairings = pairings;
        this.substitutions = substitutions;
        this.held = held;
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * Mentors at one moment.
     *
     * @param candidates in no particular order; without what they did for mentees of a certain job
     * @param meanMark μ, the mean of all marks that any mentor ever got
     */
    record Pool(List<Candidate> candidates, BigDecimal meanMark) {}

    private record Marks(int count, long sum) {

        static final Marks NONE = new Marks(0, 0);
    }

    /** @param exceptMenteeId places that are held for this mentee are free to the mentee; empty where it is about many */
    @Transactional
    Pool of(String exceptMenteeId) {
        LocalDate today = time.today();
        Map<String, Mentor> all =
                mentors.findAll().stream().collect(Collectors.toMap(Mentor::employeeId, Function.identity()));
        Map<String, Map<String, Expertise>> skills = competencies.expertiseOfAllMentors().stream()
                .collect(Collectors.groupingBy(
                        Expertise::mentorId, Collectors.toMap(Expertise::competency, Function.identity())));
        Map<String, Integer> loads = pairings.loads();
        Map<String, Integer> promised = held.byMentor(exceptMenteeId);
        Map<String, List<Away>> away = substitutions.awayFrom(today);
        Map<String, Marks> marks = marks();
        List<Candidate> candidates = employees.findAllById(all.keySet()).stream()
                .map(person -> {
                    Mentor mentor = Objects.requireNonNull(all.get(person.id()));
                    Marks own = marks.getOrDefault(person.id(), Marks.NONE);
                    return new Candidate(
                            person.id(),
                            person.name(),
                            mentor.style(),
                            mentor.capacity(),
                            loads.getOrDefault(person.id(), 0) + promised.getOrDefault(person.id(), 0),
                            person.isActiveOn(today) && !person.hiredOn().isAfter(today),
                            person.hiredOn(),
                            skills.getOrDefault(person.id(), Map.of()),
                            0,
                            own.count(),
                            own.sum(),
                            presence(person, away, today));
                })
                .toList();
        BigDecimal mean = MatchFormula.mean(
                marks.values().stream().mapToLong(Marks::count).sum(),
                marks.values().stream().mapToLong(Marks::sum).sum());
        return new Pool(candidates, mean);
    }

    /** A few of them, for those who ask whether they may and not how well they fit: without skills and marks. */
    @Transactional
    List<Candidate> some(Collection<String> mentorIds, String exceptMenteeId) {
        LocalDate today = time.today();
        Map<String, Integer> loads = pairings.loads();
        Map<String, Integer> promised = held.byMentor(exceptMenteeId);
        Map<String, List<Away>> away = substitutions.awayFrom(today);
        List<Candidate> candidates = new ArrayList<>();
        for (Employee person : employees.findAllById(mentorIds)) {
            mentors.findById(person.id())
                    .ifPresent(mentor -> candidates.add(new Candidate(
                            person.id(),
                            person.name(),
                            mentor.style(),
                            mentor.capacity(),
                            loads.getOrDefault(person.id(), 0) + promised.getOrDefault(person.id(), 0),
                            person.isActiveOn(today) && !person.hiredOn().isAfter(today),
                            person.hiredOn(),
                            Map.of(),
                            0,
                            0,
                            0,
                            presence(person, away, today))));
        }
        return candidates;
    }

    private static Presence presence(Employee person, Map<String, List<Away>> away, LocalDate today) {
        return Presence.of(away.getOrDefault(person.id(), List.of()), person.leftOn(), today);
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
