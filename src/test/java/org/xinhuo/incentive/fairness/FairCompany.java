package org.xinhuo.incentive.fairness;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.TestCompany;

/** Brings a made-up company with its marks into the tables, and reviews its months as {@code han} of HR. */
public final class FairCompany {

    /** The first three lecturers of {@link #withARing} praise each other. */
    public static final List<String> RING = List.of(MarkWorld.id(0), MarkWorld.id(1), MarkWorld.id(2));

    private final EngineDriver driver;
    private final TestCompany company;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    public FairCompany(ApplicationContext context) {
        driver = context.getBean(EngineDriver.class);
        company = context.getBean(TestCompany.class);
        jdbc = context.getBean(JdbcTemplate.class);
        transaction = context.getBean(TransactionTemplate.class);
    }

    private static MarkWorld.Settings small() {
        return MarkWorld.Settings.USUAL.people(12, 60).raters(6, 12).level(7);
    }

    /** Twelve lecturers, sixty employees, January to June 2026, nobody with ill intent. */
    public FairCompany honest() {
        return store(new MarkWorld(small(), new Random(5)));
    }

    /** The same, but three of them gave each other much more than they gave others, three months long. */
    public FairCompany withARing() {
        return store(new MarkWorld(small(), new Random(5)).ring(3, 3, 0, 1, 2));
    }

    FairCompany store(MarkWorld world) {
        company.employee("han").role("han", "hr");
        transaction.executeWithoutResult(open -> {
            List<Object[]> people = new ArrayList<>();
            for (int employee = 0; employee < world.settings.employees(); employee++) {
                people.add(new Object[] {MarkWorld.id(employee), "员工" + employee});
            }
            jdbc.batchUpdate(
                    "insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                            + " values (?, ?, 'Sales', 'Consultant', date '2021-01-01', 'zh-CN', 'Asia/Shanghai', 'CN')",
                    people);
            jdbc.batchUpdate(
                    "insert into lecturer (employee_id, lecturer_group, since) values (?, 'default', date '2024-01-01')",
                    people.stream()
                            .limit(world.settings.lecturers())
                            .map(one -> new Object[] {one[0]})
                            .toList());
            Map<String, Object[]> shares = new LinkedHashMap<>();
            List<Object[]> ratings = new ArrayList<>();
            for (MarkWorld.Given given : world.given()) {
                String share = given.lecturer() + "-" + given.month();
                Timestamp at = Timestamp.from(Instant.parse(given.month() + "-10T06:00:00Z"));
                shares.putIfAbsent(share, new Object[] {share, given.lecturer(), share, at});
                ratings.add(new Object[] {share, given.rater(), given.mark(), at});
            }
            jdbc.batchUpdate(
                    "insert into share (id, lecturer_id, title, starts_at, minutes, state, content_state,"
                            + " reported_minutes) values (?, ?, ?, ?, 45, 'HELD', 'SUBMITTED', 45)",
                    List.copyOf(shares.values()));
            jdbc.batchUpdate("insert into rating (share_id, learner_id, score, rated_at) values (?, ?, ?, ?)", ratings);
        });
        return this;
    }

    /** Starts the review of a month and computes it: HR is asked. */
    public ProcessInstance reviewed(String period) {
        ProcessInstance review = driver.start("monthly-review", "han", Map.of("period", period));
        runAll(review);
        return review;
    }

    public void confirm(ProcessInstance review, boolean confirmed) {
        complete(review, Map.of("confirmed", confirmed, "remark", "seen"));
        runAll(review);
    }

    public void complete(ProcessInstance instance, Map<String, Object> values) {
        complete(instance, "han", values);
    }

    void complete(ProcessInstance instance, String by, Map<String, Object> values) {
        driver.complete(instance, by, values);
    }

    public void runAll(ProcessInstance instance) {
        driver.runAll(instance);
    }
}
