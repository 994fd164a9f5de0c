package org.xinhuo.incentive.reward;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.people.Groups;
import org.xinhuo.testing.TestCompany;

/** Confirmed months with the figures that a test wants, and what people and jobs do with the rewards they earn. */
public class LedgerStory {

    public static final YearMonth JUNE = YearMonth.of(2026, 6);

    private final ApplicationContext context;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ProcessEngine engine;

    public LedgerStory(ApplicationContext context) {
        this.context = context;
        jdbc = bean(JdbcClient.class);
        transaction = bean(TransactionTemplate.class);
        engine = bean(ProcessEngine.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** HR, an auditor, an administrator and these lecturers. */
    public LedgerStory people(String... lecturers) {
        TestCompany company = bean(TestCompany.class);
        company.employee("han")
                .role("han", "hr")
                .employee("shen")
                .role("shen", "auditor")
                .employee("admin")
                .role("admin", "camunda-admin");
        for (String lecturer : lecturers) {
            company.employee(lecturer).lecturer(lecturer, "default");
        }
        return this;
    }

    /**
     * The confirmed month of a lecturer, or its correction: whatever freezes months for good would stop it, so it is
     * stopped itself.
     *
     * @param ratingRank null for none
     */
    public LedgerStory month(String lecturer, YearMonth period, String grade, Integer ratingRank, int ratingSum) {
        transaction.executeWithoutResult(open -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("delete from lecturer_month where period = ? and lecturer_id = ?")
                    .params(period.toString(), lecturer)
                    .update();
            jdbc.sql("insert into monthly_review (id, period, state, opened_at) values (?, ?, 'CONFIRMED', now())"
                            + " on conflict do nothing")
                    .params("review-" + period, period.toString())
                    .update();
            jdbc.sql("insert into monthly_review_finished (review_id, finished_at)"
                            + " select id, now() from monthly_review where id = ? on conflict do nothing")
                    .param("review-" + period)
                    .update();
            jdbc.sql("insert into lecturer_month (period, lecturer_id, review_id, department, lecturer_group, held,"
                            + " on_time, ratings, rating_sum, raters, reuses, target_shares, target_minutes,"
                            + " target_reuse, target_raters, targets_version, weight_shares, weight_rating,"
                            + " weight_reuse, weight_timeliness, weights_version, score, grade, grade_version,"
                            + " rating_rank, trace, confirmed_at) values (?, ?, ?, 'Sales', 'default', 2, 2, 6, ?, 6,"
                            + " 0, 2, 30, 3, 5, 1, 0.2, 0.4, 0.3, 0.1, 1, 70, ?, 1, ?, '[]', now())")
                    .params(period.toString(), lecturer, "review-" + period, ratingSum, grade, ratingRank)
                    .update();
        });
        return this;
    }

    /** Somebody else stands behind another rank: only the rank of the confirmed month moves. */
    public LedgerStory rank(String lecturer, YearMonth period, Integer ratingRank) {
        transaction.executeWithoutResult(open -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update lecturer_month set rating_rank = ? where period = ? and lecturer_id = ?")
                    .params(ratingRank, period.toString(), lecturer)
                    .update();
        });
        return this;
    }

    /** Grants a period and starts the way of each new reward, as the monthly review does. */
    public List<String> grant(YearMonth period) {
        return transaction.execute(open -> {
            List<String> granted = bean(GrantRewards.class).grant(period);
            granted.forEach(bean(RewardTasks.class)::start);
            return granted;
        });
    }

    /** Brings a whole period in line at once, by the tables of now. @return what was brought in line */
    public List<CorrectRewards.Difference> correct(YearMonth period, boolean asGranted, String reason) {
        CorrectRewards correction = bean(CorrectRewards.class);
        return correction
                .correct(period, correction.tables(period, asGranted), reason, null, Integer.MAX_VALUE)
                .differences();
    }

    /** HR approves everything that waits, and every job runs. */
    public LedgerStory approveAll() {
        for (Task task : engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("approveReward")
                .list()) {
            answer(task, true);
        }
        return runJobs();
    }

    public LedgerStory answer(Task task, boolean approved) {
        return answer(task, approved, "han");
    }

    /** @param by who answers */
    public LedgerStory answer(Task task, boolean approved, String by) {
        engine.getIdentityService()
                .setAuthentication(by, List.copyOf(bean(Groups.class).of(by)));
        try {
            engine.getTaskService()
                    .complete(
                            task.getId(),
                            approved ? Map.of("approved", true) : Map.of("approved", false, "remark", "No budget"));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        return this;
    }

    public List<Task> waitingForApproval() {
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("approveReward")
                .orderByTaskCreateTime()
                .asc()
                .orderByTaskId()
                .asc()
                .list();
    }

    public List<Job> creditJobs() {
        return engine.getManagementService().createJobQuery().messages().list().stream()
                .filter(job -> "reward".equals(job.getProcessDefinitionKey()))
                .toList();
    }

    public LedgerStory runJobs() {
        creditJobs().forEach(job -> engine.getManagementService().executeJob(job.getId()));
        return this;
    }

    public List<RewardEntry> entries(YearMonth period) {
        return bean(RewardLedger.class).find(period, null);
    }

    /** The entries of a period in the order they were written, such as {@code "wang 1000.00 credited"}. */
    public List<String> told(YearMonth period) {
        return entries(period).stream()
                .sorted(Comparator.comparing(RewardEntry::employeeId)
                        .thenComparing(RewardEntry::enteredAt)
                        .thenComparing(entry -> entry.amount().signum()))
                .map(entry -> entry.employeeId() + " " + entry.amount() + " "
                        + entry.state().code())
                .toList();
    }
}
