package org.xinhuo.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.inbox.OpenTask;
import org.xinhuo.inbox.TaskInbox;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** No two lines of a list of tasks look the same: each says whom or what it is about. */
@XinhuoTest
class AboutTasksTest {

    @Autowired
    AboutTasks aboutTasks;

    @Autowired
    TaskInbox inbox;

    @Autowired
    EngineDriver driver;

    @Autowired
    TestCompany company;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void hrAndALecturer() {
        company.employee("han")
                .role("han", "hr")
                .employee("mei")
                .employee("wang")
                .lecturer("wang", "default")
                .heldShare("s1", "wang", Instant.parse("2026-06-10T06:00:00Z"), 45, 2)
                .heldShare("s2", "wang", Instant.parse("2026-06-20T06:00:00Z"), 45, 1)
                .rated("s1", 10, 10, 10, 10, 10);
    }

    @Test
    void aReviewTellsItsMonthAndARewardWhoseItIsAndHowMuch() {
        ProcessInstance review = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
        driver.runAll(review);
        assertThat(waitingForHr(Locale.SIMPLIFIED_CHINESE)).containsExactly("2026年6月");
        assertThat(waitingForHr(Locale.ENGLISH)).containsExactly("June 2026");

        driver.complete(review, "han", Map.of("confirmed", true));
        driver.runAll(review);
        assertThat(waitingForHr(Locale.SIMPLIFIED_CHINESE))
                .containsExactlyInAnyOrder(
                        "员工wang · 优秀讲师奖金 1,000.00 CNY · 2026年6月", "员工wang · 培训津贴 1,000.00 CNY · 2026年6月");
    }

    @Test
    void everyOtherTaskOfTheLecturersLoopTellsToo() {
        write(
                "insert into improvement_notice (id, lecturer_id, period, created_at) values ('n1', 'wang', '2026-06', now())");
        write("insert into month_correction (id, period, number, state, rules, reason, requested_at)"
                + " values ('c1', '2026-05', 1, 'OPEN', 'current', 'why', now())");
        write(
                "insert into share_swap (id, share_id, asked_by, asked_of, state, asked_at, due_at, remind_at, rule_version)"
                        + " values ('w1', 's1', 'wang', 'mei', 'ASKED', now(), now(), now(), 1)");
        write(
                "insert into application_case (id, share_id, learner_id, newest, open) values ('a1', 's2', 'mei', 1, true)");
        write("insert into promotion_application (id, employee_id, target_role, state, submitted_by, submitted_at,"
                + " lecturer_months, excellent_months, decision_version, version)"
                + " values ('p1', 'wang', 'department-manager', 'OPEN', 'wang', now(), 6, 3, 1, 0)");
        String share = jdbc.sql("select title from share where id = 's1'")
                .query(String.class)
                .single();
        String other = jdbc.sql("select title from share where id = 's2'")
                .query(String.class)
                .single();

        assertThat(aboutTasks.of(
                        List.of(
                                task("improvement-talk", "n1"),
                                task("month-correction", "c1"),
                                task("share-swap", "w1"),
                                task("application-case", "a1"),
                                task("promotion", "p1"),
                                task("sharing", "s2"),
                                task("an-owners-process", "s1")),
                        "han",
                        Locale.SIMPLIFIED_CHINESE))
                .containsOnly(
                        Map.entry("n1", "员工wang · 2026年6月"),
                        Map.entry("c1", "2026年5月"),
                        Map.entry("w1", share + " · 员工wang"),
                        Map.entry("a1", other + " · 员工mei"),
                        Map.entry("p1", "员工wang"),
                        Map.entry("s2", other));
    }

    private List<String> waitingForHr(Locale locale) {
        List<OpenTask> open = inbox.openTasks("han", Set.of("hr"), 50);
        return List.copyOf(aboutTasks.of(open, "han", locale).values());
    }

    private static OpenTask task(String process, String key) {
        return new OpenTask("task-" + key, process, "any", "Any", key, null, null);
    }

    private void write(String sql) {
        transaction.executeWithoutResult(open -> jdbc.sql(sql).update());
    }
}
