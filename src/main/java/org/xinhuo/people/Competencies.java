package org.xinhuo.people;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.xinhuo.base.CompanyTime;

/** What jobs ask for, what people can do, and what their work shows of it. */
@Component
@Transactional
public class Competencies {

    private final JdbcClient jdbc;
    private final CompanyTime time;

    Competencies(JdbcClient jdbc, CompanyTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** The model of a job, by competency; empty for a job without a model. */
    @Transactional(readOnly = true)
    public List<RequiredCompetency> modelOf(String job) {
        return jdbc.sql("select competency, required_level, weight from job_competency where job = :job"
                        + " order by competency")
                .param("job", job)
                .query((row, number) -> new RequiredCompetency(
                        row.getString("competency"), row.getBigDecimal("required_level"), row.getBigDecimal("weight")))
                .list();
    }

    /** The competencies of a job that a text names; what is about them is tagged with them. */
    @Transactional(readOnly = true)
    public List<String> namedIn(String text, String job) {
        return CompetencyNames.in(
                text, modelOf(job).stream().map(RequiredCompetency::competency).toList());
    }

    /** The latest level per competency; what was never assessed is missing. */
    @Transactional(readOnly = true)
    public Map<String, BigDecimal> levelsOf(String employeeId) {
        Map<String, BigDecimal> levels = new LinkedHashMap<>();
        jdbc.sql("select distinct on (competency) competency, level from assessment where employee_id = :id"
                        + " order by competency, assessed_on desc, id desc")
                .param("id", employeeId)
                .query(row -> {
                    levels.put(row.getString("competency"), row.getBigDecimal("level"));
                });
        return levels;
    }

    /** As {@link #levelsOf(String)} answered at an instant: without what has been recorded since. */
    @Transactional(readOnly = true)
    public Map<String, BigDecimal> levelsKnownAt(String employeeId, Instant at) {
        Map<String, BigDecimal> levels = new LinkedHashMap<>();
        jdbc.sql("select distinct on (competency) competency, level from assessment where employee_id = :id"
                        + " and recorded_at <= :at order by competency, assessed_on desc, id desc")
                .param("id", employeeId)
                .param("at", Timestamp.from(at))
                .query(row -> {
                    levels.put(row.getString("competency"), row.getBigDecimal("level"));
                });
        return levels;
    }

    /**
     * Adds an assessment to somebody's history.
     *
     * @param source who judged: {@code self} or {@code mentor}
     */
    public void assess(String employeeId, String competency, BigDecimal level, LocalDate assessedOn, String source) {
        Instant now = time.now();
        jdbc.sql("insert into assessment (employee_id, competency, level, assessed_on, source, recorded_at)"
                        + " values (:employee, :competency, :level, :on, :source, :at)")
                .param("employee", employeeId)
                .param("competency", competency)
                .param("level", level)
                .param("on", assessedOn)
                .param("source", source)
                .param("at", Timestamp.from(now))
                .update();
    }

    /** The figures of somebody's latest month on record. */
    @Transactional(readOnly = true)
    public List<WorkMetric> latestMetricsOf(String employeeId) {
        return jdbc.sql("select metric, period, value, target, better, competency from work_metric"
                        + " where employee_id = :id and period ="
                        + " (select max(period) from work_metric where employee_id = :id) order by metric")
                .param("id", employeeId)
                .query(Competencies::metric)
                .list();
    }

    /** All figures of somebody from one month to another, both included; by metric, the earliest first. */
    @Transactional(readOnly = true)
    public List<WorkMetric> metricsOf(String employeeId, YearMonth from, YearMonth to) {
        return jdbc.sql("select metric, period, value, target, better, competency from work_metric"
                        + " where employee_id = :id and period between :from and :to order by metric, period")
                .param("id", employeeId)
                .param("from", from.toString())
                .param("to", to.toString())
                .query(Competencies::metric)
                .list();
    }

    /** The models of many jobs by job, each by competency; a job without a model is missing. */
    @Transactional(readOnly = true)
    public Map<String, List<RequiredCompetency>> modelsOf(Collection<String> jobs) {
        Map<String, List<RequiredCompetency>> models = new HashMap<>();
        ofMany(
                        "select job, competency, required_level, weight from job_competency where job in (:keys)"
                                + " order by job, competency",
                        jobs)
                .query(row -> {
                    models.computeIfAbsent(row.getString("job"), job -> new ArrayList<>())
                            .add(new RequiredCompetency(
                                    row.getString("competency"),
                                    row.getBigDecimal("required_level"),
                                    row.getBigDecimal("weight")));
                });
        return models;
    }

    /** The latest levels of many people by person and competency; what was never assessed is missing. */
    @Transactional(readOnly = true)
    public Map<String, Map<String, BigDecimal>> levelsOf(Collection<String> employeeIds) {
        Map<String, Map<String, BigDecimal>> levels = new HashMap<>();
        ofMany(
                        "select distinct on (employee_id, competency) employee_id, competency, level from assessment"
                                + " where employee_id in (:keys)"
                                + " order by employee_id, competency, assessed_on desc, id desc",
                        employeeIds)
                .query(row -> {
                    levels.computeIfAbsent(row.getString("employee_id"), id -> new LinkedHashMap<>())
                            .put(row.getString("competency"), row.getBigDecimal("level"));
                });
        return levels;
    }

    /** The figures of many people's latest month on record, by person. */
    @Transactional(readOnly = true)
    public Map<String, List<WorkMetric>> latestMetricsOf(Collection<String> employeeIds) {
        Map<String, List<WorkMetric>> metrics = new HashMap<>();
        ofMany(
                        "select employee_id, metric, period, value, target, better, competency from ("
                                + "select *, max(period) over (partition by employee_id) as latest from work_metric"
                                + " where employee_id in (:keys)) m where period = latest order by employee_id, metric",
                        employeeIds)
                .query(row -> {
                    metrics.computeIfAbsent(row.getString("employee_id"), id -> new ArrayList<>())
                            .add(new WorkMetric(
                                    row.getString("metric"),
                                    YearMonth.parse(row.getString("period")),
                                    row.getBigDecimal("value"),
                                    row.getBigDecimal("target"),
                                    "higher".equals(row.getString("better")),
                                    row.getString("competency")));
                });
        return metrics;
    }

    /** Nobody asked about: a list of one that nobody has, as SQL knows no empty one. */
    private JdbcClient.StatementSpec ofMany(String sql, Collection<String> keys) {
        return jdbc.sql(sql).param("keys", keys.isEmpty() ? List.of("") : List.copyOf(keys));
    }

    /** Everything that mentors can do, for matching over all of them at once. */
    @Transactional(readOnly = true)
    public List<Expertise> expertiseOfAllMentors() {
        return jdbc.sql("select employee_id, competency, level, years from mentor_expertise")
                .query((row, number) -> new Expertise(
                        row.getString("employee_id"),
                        row.getString("competency"),
                        row.getBigDecimal("level"),
                        row.getBigDecimal("years")))
                .list();
    }

    private static WorkMetric metric(ResultSet row, int number) throws SQLException {
        return new WorkMetric(
                row.getString("metric"),
                YearMonth.parse(row.getString("period")),
                row.getBigDecimal("value"),
                row.getBigDecimal("target"),
                "higher".equals(row.getString("better")),
                row.getString("competency"));
    }
}
