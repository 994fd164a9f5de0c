package org.xinhuo.mentoring.process.stage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinhuo.mentoring.Mentorship;
import org.xinhuo.mentoring.Mentorships;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employee;
import org.xinhuo.people.Employees;
import org.xinhuo.people.RequiredCompetency;
import org.xinhuo.people.WorkMetric;

/** What the forms of all stages show of a pair: who they are, the mentee's levels, gaps and latest figures. */
@Component
public class PairFacts {

    private static final String OPTIONS = "competencyOptions";

    private final Mentorships mentorships;
    private final Employees employees;
    private final Competencies competencies;
    private final MentoringRights rights;

    PairFacts(Mentorships mentorships, Employees employees, Competencies competencies, MentoringRights rights) {
        this.rights = rights;
        this.mentorships = mentorships;
        this.employees = employees;
        this.competencies = competencies;
    }

    /**
     * Adds mentee, mentor and competencyOptions, and for who may see them competencies and metrics.
     *
     * @param readerId who opens the form, or null where it is the product itself
     */
    public void addTo(Map<String, Object> values, String mentorshipId, @Nullable String readerId) {
        Mentorship mentorship = mentorships.get(mentorshipId);
        Employee mentee = employees.get(mentorship.menteeId());
        values.put("mentee", Map.of("name", mentee.name(), "job", mentee.job(), "department", mentee.department()));
        values.put("mentor", Map.of("name", employees.get(mentorship.mentor()).name()));
        Map<String, BigDecimal> levels = competencies.levelsOf(mentee.id());
        List<Map<String, Object>> rows = new ArrayList<>();
        List<String> options = new ArrayList<>();
        competencies.modelOf(mentee.job()).forEach(required -> {
            BigDecimal level = levels.getOrDefault(required.competency(), BigDecimal.ZERO);
            rows.add(Map.of(
                    "competency", required.competency(),
                    "level", written(level),
                    "required", written(required.requiredLevel()),
                    "gap", written(required.requiredLevel().subtract(level).max(BigDecimal.ZERO))));
            options.add(required.competency());
        });
        values.put("competencies", may(readerId, mentorship, MentoringAction.READ_COMPETENCIES) ? rows : List.of());
        addOptions(values, options);
        values.put(
                "metrics",
                may(readerId, mentorship, MentoringAction.READ_METRICS)
                        ? competencies.latestMetricsOf(mentee.id()).stream()
                                .map(PairFacts::row)
                                .toList()
                        : List.of());
    }

    private boolean may(@Nullable String readerId, Mentorship mentorship, MentoringAction action) {
        return readerId == null || rights.may(readerId, mentorship, action);
    }

    /** Offers competencies beside those that are offered already: a goal may name one that has left the job's model. */
    public void addOptions(Map<String, Object> values, List<String> named) {
        Set<String> offered = new LinkedHashSet<>();
        if (values.get(OPTIONS) instanceof List<?> already) {
            already.forEach(option -> offered.add(String.valueOf(((Map<?, ?>) option).get("value"))));
        }
        offered.addAll(named);
        values.put(
                OPTIONS,
                offered.stream()
                        .map(competency -> Map.of("label", competency, "value", competency))
                        .toList());
    }

    /** Adds a row a competency of the mentee's job to the form's own list of levels, to be filled in. */
    public void addLevelsToFill(Map<String, Object> values, String mentorshipId) {
        Employee mentee = employees.get(mentorships.get(mentorshipId).menteeId());
        values.put(
                "levels",
                competencies.modelOf(mentee.job()).stream()
                        .map(required -> Map.of("competency", required.competency()))
                        .toList());
    }

    /** The same with the level of the last assessment in each, to be changed where it has changed. */
    public void addLevelsToChange(Map<String, Object> values, String mentorshipId) {
        Employee mentee = employees.get(mentorships.get(mentorshipId).menteeId());
        Map<String, BigDecimal> known = competencies.levelsOf(mentee.id());
        List<Map<String, Object>> levels = new ArrayList<>();
        competencies.modelOf(mentee.job()).forEach(required -> {
            BigDecimal level = known.get(required.competency());
            levels.add(
                    level == null
                            ? Map.of("competency", required.competency())
                            : Map.of("competency", required.competency(), "level", level.stripTrailingZeros()));
        });
        values.put("levels", levels);
    }

    /** Puts the gap that weighs most in the job into the form's own list of goals, its actions to be filled in. */
    public void addGoalToPlan(Map<String, Object> values, String mentorshipId) {
        Employee mentee = employees.get(mentorships.get(mentorshipId).menteeId());
        Map<String, BigDecimal> levels = competencies.levelsOf(mentee.id());
        competencies.modelOf(mentee.job()).stream()
                .filter(required -> gap(required, levels).signum() > 0)
                .max(Comparator.comparing(required -> gap(required, levels).multiply(required.weight())))
                .ifPresent(required -> values.put(
                        "goals",
                        List.of(Map.of(
                                "competency", required.competency(),
                                "targetLevel", required.requiredLevel().stripTrailingZeros(),
                                "actions", List.of(Map.of())))));
    }

    private static BigDecimal gap(RequiredCompetency required, Map<String, BigDecimal> levels) {
        return required.requiredLevel().subtract(levels.getOrDefault(required.competency(), BigDecimal.ZERO));
    }

    /** As a person writes it: no trailing zeros. */
    public static String written(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static Map<String, Object> row(WorkMetric metric) {
        return Map.of(
                "metric", metric.metric(),
                "period", metric.period().toString(),
                "value", written(metric.value()),
                "target", written(metric.target()),
                "competency", Objects.requireNonNullElse(metric.competency(), ""));
    }
}
