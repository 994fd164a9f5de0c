package org.xinhuo.testing;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes people straight into the tables, for tests that are about something else than importing them. */
@TestComponent
public class TestCompany {

    private final JdbcClient jdbc;

    private final TransactionTemplate transaction;

    TestCompany(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** An employee of the department "Sales" with the job "Consultant", hired five years ago. */
    public TestCompany employee(String id) {
        return employee(id, "Sales", "Consultant", null);
    }

    public TestCompany employee(String id, String department, String job, String managerId) {
        return employee(id, department, job, managerId, LocalDate.of(2021, 1, 1));
    }

    public TestCompany employee(String id, String department, String job, String managerId, LocalDate hiredOn) {
        write(
                "insert into employee (id, name, email, department, job, manager_id, hired_on, locale, time_zone, region)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 'zh-CN', 'Asia/Shanghai', 'CN')",
                id,
                "员工" + id,
                id + "@example.org",
                department,
                job,
                managerId,
                hiredOn);
        return this;
    }

    public TestCompany prefers(String employeeId, String style) {
        write("update employee set preferred_style = ? where id = ?", style, employeeId);
        return this;
    }

    public TestCompany role(String employeeId, String role) {
        write("insert into employee_role (employee_id, role) values (?, ?)", employeeId, role);
        return this;
    }

    public TestCompany jobAsksFor(String job, String competency, String requiredLevel, String weight) {
        write(
                "insert into job_competency (job, competency, required_level, weight) values (?, ?, ?, ?)",
                job,
                competency,
                new BigDecimal(requiredLevel),
                new BigDecimal(weight));
        return this;
    }

    public TestCompany assessed(String employeeId, String competency, String level, LocalDate on) {
        write(
                "insert into assessment (employee_id, competency, level, assessed_on, source, recorded_at)"
                        + " values (?, ?, ?, ?, 'import', now())",
                employeeId,
                competency,
                new BigDecimal(level),
                on);
        return this;
    }

    public TestCompany mentor(String employeeId, int capacity, String style) {
        write("insert into mentor (employee_id, capacity, style) values (?, ?, ?)", employeeId, capacity, style);
        return this;
    }

    public TestCompany expertise(String mentorId, String competency, String level, String years) {
        write(
                "insert into mentor_expertise (employee_id, competency, level, years) values (?, ?, ?, ?)",
                mentorId,
                competency,
                new BigDecimal(level),
                new BigDecimal(years));
        return this;
    }

    /** @param better {@code higher} or {@code lower} */
    public TestCompany metric(
            String employeeId, String period, String metric, String value, String target, String better, String of) {
        write(
                "insert into work_metric (employee_id, period, metric, value, target, better, competency)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                employeeId,
                period,
                metric,
                new BigDecimal(value),
                new BigDecimal(target),
                better,
                of);
        return this;
    }

    public TestCompany lecturer(String employeeId, String group) {
        write(
                "insert into lecturer (employee_id, lecturer_group, since) values (?, ?, date '2024-01-01')",
                employeeId,
                group);
        return this;
    }

    /** Any other statement, committed; connections do not commit by themselves. */
    public TestCompany since(String lecturerId, LocalDate day) {
        write("update lecturer set since = ? where employee_id = ?", day, lecturerId);
        return this;
    }

    /** A share that was held as long as planned, with its content in time. */
    public TestCompany heldShare(String id, String lecturerId, Instant startsAt, int minutes, int reuse) {
        return share(id, lecturerId, startsAt, "HELD", "SUBMITTED", minutes, reuse);
    }

    public TestCompany share(
            String id,
            String lecturerId,
            Instant startsAt,
            String state,
            String contentState,
            int reportedMinutes,
            int reuse) {
        write(
                "insert into share (id, lecturer_id, title, starts_at, minutes, state, content_state,"
                        + " reported_minutes, imported_reuse) values (?, ?, ?, ?, 45, ?, ?, ?, ?)",
                id,
                lecturerId,
                "分享" + id,
                Timestamp.from(startsAt),
                state,
                contentState,
                reportedMinutes,
                reuse);
        return this;
    }

    /** One rating by each of the learners {@code r1}, {@code r2}, …, who become employees as needed. */
    public TestCompany rated(String shareId, int... scores) {
        for (int index = 0; index < scores.length; index++) {
            String learner = "r" + (index + 1);
            write(
                    "insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                            + " values (?, ?, 'Audience', 'Learner', date '2021-01-01', 'zh-CN', 'Asia/Shanghai', 'CN')"
                            + " on conflict (id) do nothing",
                    learner,
                    "听众" + learner);
            write(
                    "insert into rating (share_id, learner_id, score, rated_at)"
                            + " select id, ?, ?, starts_at + interval '1 hour' from share where id = ?",
                    learner,
                    scores[index],
                    shareId);
        }
        return this;
    }

    /** A confirmed month of a lecturer, without the review that confirmed it. */
    public TestCompany confirmedMonth(String lecturerId, String period, String grade) {
        return correctedMonth(lecturerId, period, 0, grade);
    }

    /** What a correction made of a confirmed month, without the correction: the revision counts from 1. */
    public TestCompany correctedMonth(String lecturerId, String period, int revision, String grade) {
        transaction.executeWithoutResult(open -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("insert into month_result (period, lecturer_id, revision, correction_id, review_id, department,"
                            + " lecturer_group, held, on_time, ratings, rating_sum, raters, reuses, target_shares,"
                            + " target_minutes, target_reuse, target_raters, targets_version, weight_shares,"
                            + " weight_rating, weight_reuse, weight_timeliness, weights_version, score, grade,"
                            + " grade_version, trace, confirmed_at) values (?, ?, ?, ?, 'any', 'Sales', 'default', 2,"
                            + " 2, 5, 50, 5, 3, 2, 30, 3, 5, 1, 0.2, 0.4, 0.3, 0.1, 1, 90, ?, 1, '[]', now())")
                    .params(period, lecturerId, revision, revision == 0 ? null : "c" + revision, grade)
                    .update();
        });
        return this;
    }

    public void write(String sql, Object... values) {
        transaction.executeWithoutResult(open -> jdbc.sql(sql).params(values).update());
    }

    /** Takes all roles by hand from everybody. */
    public TestCompany nobodyHasARole() {
        write("delete from employee_role");
        return this;
    }

    /** Long ago. */
    public TestCompany left(String employeeId) {
        write("update employee set left_on = date '2024-01-01' where id = ?", employeeId);
        return this;
    }
}
