package org.xinhuo.mentoring.coaching;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
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

/** The mentor judges the mentee's levels for the quarter; they become assessments. */
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
        Map<String, BigDecimal> levels = LevelRules.check(
                judged,
                competencies.modelOf(employees.get(coaching.menteeId()).job()).stream()
                        .map(RequiredCompetency::competency)
                        .collect(Collectors.toSet()));
        Duty duty = duties.newest(coaching.id(), DutyKind.ABILITY_EVALUATION).orElseThrow();
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
            jdbc.sql("insert into ability_evaluation_level (ability_evaluation_id, competency, level)"
                            + " values (:id, :competency, :level)")
                    .param("id", id)
                    .param("competency", competency)
                    .param("level", level)
                    .update();
            competencies.assess(coaching.menteeId(), competency, level, time.today(), "mentor");
        });
        duties.doneToday(duty);
        log.record(NewEntry.of(mentorshipId, LogKind.EVALUATION, personId, direction)
                .source(id)
                .headline("mentoring.log.evaluation", written(levels))
                .about(levels.keySet()));
    }

    private static String written(Map<String, BigDecimal> levels) {
        return levels.entrySet().stream()
                .map(one ->
                        one.getKey() + " " + one.getValue().stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(", "));
    }
}
