package org.xinhuo.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes people straight into the tables, for tests that are about something else than importing them. */
@TestComponent
public class TestCompany {

    private final JdbcClient jdbc;

    TestCompany(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An employee of the department "Sales" with the job "Consultant", hired five years ago. */
    public TestCompany employee(String id) {
        return employee(id, "Sales", "Consultant", null);
    }

    public TestCompany employee(String id, String department, String job, String managerId) {
        return employee(id, department, job, managerId, LocalDate.of(2021, 1, 1));
    }

    public TestCompany employee(String id, String department, String job, String managerId, LocalDate hiredOn) {
        jdbc.sql(
                        "insert into employee (id, name, email, department, job, manager_id, hired_on, locale, time_zone, region)"
                                + " values (?, ?, ?, ?, ?, ?, ?, 'zh-CN', 'Asia/Shanghai', 'CN')")
                .params(id, "员工" + id, id + "@example.org", department, job, managerId, hiredOn)
                .update();
        return this;
    }

    public TestCompany prefers(String employeeId, String style) {
        jdbc.sql("update employee set preferred_style = ? where id = ?")
                .params(style, employeeId)
                .update();
        return this;
    }

    public TestCompany role(String employeeId, String role) {
        jdbc.sql("insert into employee_role (employee_id, role) values (?, ?)")
                .params(employeeId, role)
                .update();
        return this;
    }

    public TestCompany jobAsksFor(String job, String competency, String requiredLevel, String weight) {
        jdbc.sql("insert into job_competency (job, competency, required_level, weight) values (?, ?, ?, ?)")
                .params(job, competency, new BigDecimal(requiredLevel), new BigDecimal(weight))
                .update();
        return this;
    }

    public TestCompany assessed(String employeeId, String competency, String level, LocalDate on) {
        jdbc.sql("insert into assessment (employee_id, competency, level, assessed_on, source, recorded_at)"
                        + " values (?, ?, ?, ?, 'import', now())")
                .params(employeeId, competency, new BigDecimal(level), on)
                .update();
        return this;
    }

    public TestCompany mentor(String employeeId, int capacity, String style) {
        jdbc.sql("insert into mentor (employee_id, capacity, style) values (?, ?, ?)")
                .params(employeeId, capacity, style)
                .update();
        return this;
    }

    public TestCompany expertise(String mentorId, String competency, String level, String years) {
        jdbc.sql("insert into mentor_expertise (employee_id, competency, level, years) values (?, ?, ?, ?)")
                .params(mentorId, competency, new BigDecimal(level), new BigDecimal(years))
                .update();
        return this;
    }

    /** @param better {@code higher} or {@code lower} */
    public TestCompany metric(
            String employeeId, String period, String metric, String value, String target, String better, String of) {
        jdbc.sql("insert into work_metric (employee_id, period, metric, value, target, better, competency)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(employeeId, period, metric, new BigDecimal(value), new BigDecimal(target), better, of)
                .update();
        return this;
    }

    public TestCompany lecturer(String employeeId, String group) {
        jdbc.sql("insert into lecturer (employee_id, lecturer_group, since) values (?, ?, date '2024-01-01')")
                .params(employeeId, group)
                .update();
        return this;
    }
}
