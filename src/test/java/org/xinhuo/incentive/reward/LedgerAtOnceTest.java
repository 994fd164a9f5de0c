package org.xinhuo.incentive.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.xinhuo.incentive.reward.LedgerStory.JUNE;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.testing.XinhuoTest;

/** Two nodes at the same moment. Each lock of docs/ledger.md, taken out, makes a test of these fail. */
@XinhuoTest
class LedgerAtOnceTest {

    static final int NODES = 4;

    @Autowired
    ApplicationContext context;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CorrectRewards correctRewards;

    @Autowired
    CreditReward creditReward;

    @Autowired
    ApproveReward approveReward;

    @Autowired
    ExportPayroll exportPayroll;

    @Autowired
    CheckChain checkChain;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    final ExecutorService nodes = Executors.newFixedThreadPool(NODES);

    LedgerStory story;

    @BeforeEach
    void lecturers() {
        story = new LedgerStory(context)
                .people("ann", "bob", "cid")
                .month("ann", JUNE, "excellent", 1, 54)
                .month("bob", JUNE, "excellent", 2, 53)
                .month("cid", JUNE, "excellent", 3, 52);
    }

    @AfterEach
    void stop() {
        nodes.shutdownNow();
    }

    @Test
    void aMonthGrantedByAllNodesIsGrantedOnce() throws Exception {
        atOnce(NODES, () -> story.grant(JUNE));
        assertThat(story.entries(JUNE)).hasSize(6);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("reward")
                        .count())
                .isEqualTo(6);
        assertThat(checkChain.check().sound()).isTrue();
    }

    /** The lock of a job runs out while a slow node still works at it: another takes it up. */
    @Test
    void aJobOfTwoNodesCreditsOnce() throws Exception {
        story.grant(JUNE);
        for (Job job : story.creditJobs()) {
            atOnce(2, () -> {
                try {
                    engine.getManagementService().executeJob(job.getId());
                    return true;
                } catch (ProcessEngineException theOtherWasFaster) {
                    return false;
                }
            });
        }
        assertThat(story.told(JUNE)).containsOnlyOnce("cid 500.00 credited");
        assertThat(jdbc.sql("select count(*) from notice where person_id = 'cid'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** Without the lock at the commit, two links would follow the same one. */
    @Test
    void linksOfManyAtOnceStandOneAfterTheOther() throws Exception {
        for (int round = 0; round < 5; round++) {
            List<String> rewards = new ArrayList<>();
            for (int node = 0; node < NODES; node++) {
                String id = "at-once-" + round + "-" + node;
                rewards.add(id);
                transaction.executeWithoutResult(open -> jdbc.sql("insert into reward_entry (id, employee_id, period,"
                                + " kind, amount, currency, decision_key, decision_version, entered_at)"
                                + " values (:id, 'ann', '2026-05', :id, 10, 'CNY', 'd', 1, now())")
                        .param("id", id)
                        .update());
            }
            CyclicBarrier written = new CyclicBarrier(NODES);
            List<Future<Boolean>> running = new ArrayList<>();
            for (String reward : rewards) {
                running.add(nodes.submit(() -> transaction.execute(open -> {
                    approveReward.byRule(reward);
                    creditReward.credit(reward);
                    // Nobody commits before everybody has written.
                    return meet(written);
                })));
            }
            for (Future<Boolean> one : running) {
                assertThat(one.get(30, TimeUnit.SECONDS)).isTrue();
            }
        }
        CheckChain.Finding finding = checkChain.check();
        assertThat(finding.faults()).isEmpty();
        assertThat(finding.links()).isEqualTo(5L * NODES * 3);
    }

    @Test
    void twoWhoCorrectAMonthCorrectItOnce() throws Exception {
        story.grant(JUNE);
        story.approveAll().rank("ann", JUNE, 2).month("bob", JUNE, "excellent", 1, 58);
        atOnce(NODES, () -> story.correct(JUNE, false, "Counted anew").size());
        assertThat(story.entries(JUNE)).hasSize(6 + 4);
    }

    /** A payroll asked for while a correction is not through waits for it: nobody is paid and loses it. */
    @Test
    void thePayrollWaitsForACorrection() throws Exception {
        story.grant(JUNE);
        story.approveAll().rank("ann", JUNE, 2).month("bob", JUNE, "excellent", 1, 58);
        String file = whileUncommitted(
                () -> story.correct(JUNE, false, "Counted anew"),
                () -> new String(exportPayroll.export(JUNE, "han").file(), StandardCharsets.UTF_8));
        // Ann's and Bob's allowances of before, taken back, and everybody's bonus; what replaces them is not approved.
        assertThat(file.lines()).hasSize(1 + 6 + 2);
    }

    @Test
    void aCorrectionWaitsForWhatIsBeingCreditedAndTakesItBack() throws Exception {
        story.grant(JUNE);
        String cid = story.entries(JUNE).stream()
                .filter(entry -> entry.amount().intValue() == 500)
                .findFirst()
                .orElseThrow()
                .id();
        story.rank("cid", JUNE, null);
        whileUncommitted(
                () -> {
                    creditReward.credit(cid);
                    return true;
                },
                () -> story.correct(JUNE, false, "Cid's ratings were traded"));
        assertThat(story.told(JUNE)).contains("cid 500.00 credited", "cid -500.00 credited");
    }

    @Test
    void whatIsBeingWithdrawnIsNotCredited() throws Exception {
        story.grant(JUNE);
        String cid =
                story.creditJobs().isEmpty() ? "" : story.creditJobs().get(0).getId();
        story.rank("cid", JUNE, null);
        whileUncommitted(() -> story.correct(JUNE, false, "Cid's ratings were traded"), () -> {
            engine.getManagementService().executeJob(cid);
            return true;
        });
        assertThat(story.told(JUNE)).contains("cid 500.00 withdrawn");
        assertThat(jdbc.sql("select count(*) from reward_step s join reward_entry e on e.id = s.reward_id"
                                + " where e.employee_id = 'cid' and e.amount = 500 and s.state = 'CREDITED'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Runs the second while the first has done its work and not committed it; the second has to wait. */
    private <T> T whileUncommitted(Callable<?> first, Callable<T> second) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        Future<?> one = nodes.submit(() -> transaction.execute(open -> {
            Object result = called(first);
            done.countDown();
            called(() -> commit.await(30, TimeUnit.SECONDS));
            return result;
        }));
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        Future<T> other = nodes.submit(second);
        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> other.isDone()
                        || jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                                + " and datname = current_database()")
                                        .query(Integer.class)
                                        .single()
                                > 0);
        assertThat(other.isDone()).as("the second did not wait for the first").isFalse();
        commit.countDown();
        one.get(30, TimeUnit.SECONDS);
        return other.get(30, TimeUnit.SECONDS);
    }

    private <T> List<T> atOnce(int people, Callable<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(people);
        List<Future<T>> running = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            running.add(nodes.submit(() -> {
                start.await();
                return work.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> one : running) {
            results.add(one.get(60, TimeUnit.SECONDS));
        }
        return results;
    }

    private static boolean meet(CyclicBarrier barrier) {
        called(() -> barrier.await(20, TimeUnit.SECONDS));
        return true;
    }

    private static <T> T called(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
