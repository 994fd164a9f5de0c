package org.xinhuo.mentoring.coaching;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;
import org.xinhuo.mentoring.log.CoachingLog;
import org.xinhuo.mentoring.log.LogKind;
import org.xinhuo.mentoring.log.NewEntry;
import org.xinhuo.mentoring.rights.MentoringAction;
import org.xinhuo.mentoring.rights.MentoringRights;
import org.xinhuo.people.Competencies;
import org.xinhuo.people.Employees;
import org.xinhuo.people.RequiredCompetency;

/**
 * The mentor judges the mentee's levels for the quarter; they become assessments. The evaluation covers the whole job:
 * what the mentor does not name stands unchanged at its last assessment, and is kept as that.
 */
@Component
public class EvaluateAbility {

    private final MentoringRights rights;
    private final CoachingCases cases;
    private final Duties duties;
    private final Employees employees;
    private final Competencies competencies;
    private final JdbcClient jdbc;
    private final CoachingLog log;
    private final CompanyTime time;

    EvaluateAbility(
            MentoringRights rights,
            CoachingCases cases,
            Duties duties,
            Employees employees,
            Competencies competencies,
            JdbcClient jdbc,
            CoachingLog log,
            CompanyTime time) {
        this.rights = rights;
        this.cases = cases;
        this.duties = duties;
        this.employees = employees;
        this.competencies = competencies;
        this.jdbc = jdbc;
        this.log = log;
        this.time = time;
    }

    /** @throws org.xinhuo.base.Refusal where the levels break one of the {@link LevelRules} */
    @Transactional
    public void evaluate(String mentorshipId, String personId, List<LevelRules.Judged> judged, String direction) {
        CoachingCase coaching = cases.underWay(mentorshipId);
        rights.check(personId, mentorshipId, MentoringAction.EVALUATE_ABILITY);
        Set<String> ofTheJob = competencies
                .modelOf(employees.get(coaching.menteeId()).job())
                .stream()
                .map(RequiredCompetency::competency)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, BigDecimal> levels = LevelRules.check(judged, ofTheJob);
        Map<String, BigDecimal> unchanged = new LinkedHashMap<>(competencies.levelsOf(coaching.menteeId()));
        unchanged.keySet().retainAll(ofTheJob);
        unchanged.keySet().removeAll(levels.keySet());
        Duty duty = duties.asked(coaching.id(), DutyKind.ABILITY_EVALUATION).orElseThrow();
        long id = jdbc.sql("insert into ability_evaluation (coaching_id, duty_id, direction, given_by, evaluated_at)"
                        + " values (:coaching, :duty, :direction, :by, :now) returning id")
                .param("coaching", coaching.id())
                .param("duty", duty.id())
                .param("direction", direction)
                .param("by", personId)
                .param("now", Timestamp.from(time.now()))
                .query(Long.class)
                .single();
        levels.forEach((competency, level) -> {
            keep(id, competency, level, false);
            competencies.assess(coaching.menteeId(), competency, level, time.today(), "mentor");
        });
        unchanged.forEach((competency, level) -> keep(id, competency, level, true));
        duties.doneToday(duty);
        NewEntry entry = NewEntry.of(mentorshipId, LogKind.EVALUATION, personId, direction)
                .source(id)
                .about(levels.keySet());
        log.record(
                unchanged.isEmpty()
                        ? entry.headline("mentoring.log.evaluation", written(levels))
                        : entry.headline("mentoring.log.evaluationOfSome", written(levels), written(unchanged)));
    }

    private void keep(long id, String competency, BigDecimal level, boolean unchanged) {
        jdbc.sql("insert into ability_evaluation_level (ability_evaluation_id, competency, level, unchanged)"
                        + " values (:id, :competency, :level, :unchanged)")
                .param("id", id)
                .param("competency", competency)
                .param("level", level)
                .param("unchanged", unchanged)
                .update();
    }

    private static String written(Map<String, BigDecimal> levels) {
        return levels.entrySet().stream()
                .map(one ->
                        one.getKey() + " " + one.getValue().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(", "));
    }
}
