package org.xinhuo.mentoring.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.mentoring.Pairings;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.RequiredCompetency;
import org.xinhuo.people.WorkMetric;

/**
 * Scores many mentees by all mentors. The same formula and tables as for one, but everything is read once: the number
 * of queries does not grow with the mentees.
 */
@Component
public class MatchMany {

    private final Employees employees;
    private final Competencies competencies;
    private final MentorPool pool;
    private final Pairings pairings;
    private final Decisions decisions;
    private final CompanyTime time;

    MatchMany(
            Employees employees,
            Competencies competencies,
            MentorPool pool,
            Pairings pairings,
            Decisions decisions,
            CompanyTime time) {
        this.employees = employees;
        this.competencies = competencies;
        this.pool = pool;
        this.pairings = pairings;
        this.decisions = decisions;
        this.time = time;
    }

    /** To be looked at only: the tables answer without a trace. */
    @Transactional(readOnly = true)
    public MatchFacts preview(Collection<String> menteeIds) {
        return read(menteeIds, (key, inputs) -> decisions.preview(key).decide(inputs));
    }

    /**
     * Reads what matching these mentees needs.
     *
     * <p>Eligibility is asked without a trace in the history, as a cohort asks about every mentor; the version that
     * answered is stored with the shortlists.
     */
    @Transactional
    public MatchFacts read(Collection<String> menteeIds) {
        return read(menteeIds, decisions::decide);
    }

    private MatchFacts read(Collection<String> menteeIds, BiFunction<String, Map<String, ?>, Outcome> tables) {
        LocalDate today = time.today();
        List<Employee> mentees = employees.findAllById(menteeIds).stream()
                .sorted(Comparator.comparing(Employee::id))
                .toList();
        Set<String> jobs = new TreeSet<>();
        List<String> ids = new ArrayList<>();
        for (Employee mentee : mentees) {
            jobs.add(mentee.job());
            ids.add(mentee.id());
        }
        Map<String, List<RequiredCompetency>> models = competencies.modelsOf(jobs);
        var levels = competencies.levelsOf(ids);
        Map<String, List<WorkMetric>> metrics = competencies.latestMetricsOf(ids);
        List<List<Need>> needs = mentees.stream()
                .map(mentee -> MatchFormula.needs(
                        models.getOrDefault(mentee.job(), List.of()),
                        levels.getOrDefault(mentee.id(), Map.of()),
                        metrics.getOrDefault(mentee.id(), List.of())))
                .toList();
        MentorPool.Pool mentors = pool.of("");
        Decisions.Preview eligibility = decisions.preview("mentor-eligibility");
        return new MatchFacts(
                mentees, needs, mentors, pairings.graduatedByJob(), deployedWeights(tables, today), eligibility, today);
    }

    /** The table is asked once for each department and kind of mentee, and that is kept in the history. */
    private Function<Employee, Weights> deployedWeights(
            BiFunction<String, Map<String, ?>, Outcome> tables, LocalDate today) {
        Map<Map<String, Object>, Weights> known = new HashMap<>();
        return mentee -> known.computeIfAbsent(
                Weights.inputs(mentee, today), inputs -> Weights.of(tables.apply("match-weights", inputs)));
    }
}
