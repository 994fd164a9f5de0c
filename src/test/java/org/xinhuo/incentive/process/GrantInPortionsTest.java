package org.xinhuo.incentive.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.incentive.reward.LedgerStory;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.SqlCount;
import org.xinhuo.testing.SqlFaults;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** A large month is granted fifty rewards a transaction; no portion is lost, none is granted twice. */
@XinhuoTest
class GrantInPortionsTest {

    static final int PORTION = 50;

    @Autowired
    ApplicationContext context;

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineDriver driver;

    @Autowired
    TestCompany company;

    @Autowired
    SqlCount statements;

    @Autowired
    SqlFaults faults;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void hr() {
        BpmnAwareTests.init(engine);
        company.employee("han").role("han", "hr");
    }

    @Test
    void eachPortionIsATransactionOfItsOwnAndTheLastLeavesNothing() {
        ProcessInstance review = confirmed(120);
        List<Integer> entries = new ArrayList<>();
        List<Integer> carried = new ArrayList<>();
        while (driver.timer(review, "grantRewards") != null) {
            driver.run(review);
            entries.add(entries());
            carried.add(carried());
        }
        assertThat(entries).containsExactly(50, 100, 120);
        assertThat(carried).isEqualTo(entries);
        driver.runAll(review);
        assertThat(review).isEnded().hasPassed("monthClosed");
        assertThat(entries()).isEqualTo(120);
    }

    /** The company of 140 costs a portion no more statements than that of 60. */
    @Test
    void aPortionCostsTheSameInALargerCompany() throws Exception {
        // Reads the tables of decisions once.
        driver.run(confirmed(60));
        ProcessInstance few = confirmedAgain("2026-05", 60);
        long small = statements.of(() -> driver.run(few));
        ProcessInstance many = confirmedAgain("2026-04", 140);
        long large = statements.of(() -> driver.run(many));
        assertThat(large).isEqualTo(small);
    }

    @Test
    void aPortionThatBreaksLeavesNothingAndIsGrantedByTheNextTry() {
        ProcessInstance review = confirmed(60);
        driver.run(review);
        String job = driver.job(review).getId();
        assertThat(faults.breakAt(40, () -> engine.getManagementService().executeJob(job)))
                .isTrue();
        assertThat(entries()).isEqualTo(PORTION);
        assertThat(carried()).isEqualTo(PORTION);
        driver.runAll(review);
        assertThat(entries()).isEqualTo(60);
        assertThat(carried()).isEqualTo(60);
    }

    /** The lock of the job runs out while a slow node still works at it. */
    @Test
    void twoNodesThatGrantTheSamePortionGrantItOnce() throws Exception {
        ProcessInstance review = confirmed(60);
        String job = driver.job(review).getId();
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        CyclicBarrier start = new CyclicBarrier(2);
        try {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                running.add(nodes.submit(() -> {
                    start.await();
                    try {
                        engine.getManagementService().executeJob(job);
                        return true;
                    } catch (ProcessEngineException theOtherWasFaster) {
                        return false;
                    }
                }));
            }
            assertThat(List.of(running.get(0).get(), running.get(1).get())).containsOnlyOnce(true);
        } finally {
            nodes.shutdownNow();
        }
        assertThat(entries()).isEqualTo(PORTION);
        assertThat(carried()).isEqualTo(PORTION);
        driver.runAll(review);
        assertThat(entries()).isEqualTo(60);
        assertThat(carried()).isEqualTo(60);
    }

    /** A model of before, or an owner's, has no way back to the step: there it grants everything at once. */
    @Test
    void aModelThatAsksForNoPortionsGrantsEverythingInOneStep() throws IOException {
        String model = Files.readString(Path.of("bpmn", "monthly-review.bpmn"))
                .replaceAll("(?s)<camunda:inputParameter name=\"portion\">.*?</camunda:inputParameter>", "");
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("monthly-review.bpmn", model)
                .deploy()
                .getId();
        try {
            ProcessInstance review = confirmed(60);
            driver.run(review);
            assertThat(entries()).isEqualTo(60);
            assertThat(review).isWaitingAt("awardTitles");
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    private int entries() {
        return jdbc.sql("select count(*) from reward_entry")
                .query(Integer.class)
                .single();
    }

    private int carried() {
        return Math.toIntExact(engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("reward")
                .count());
    }

    private ProcessInstance confirmed(int excellent) {
        transaction.executeWithoutResult(
                open -> jdbc.sql("insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                                + " select 'x' || n, 'X' || n, 'Sales', 'Consultant', date '2021-01-01', 'zh-CN',"
                                + " 'Asia/Shanghai', 'CN' from generate_series(1, 200) n")
                        .update());
        return confirmedAgain("2026-06", excellent);
    }

    /** A review that waits to grant a confirmed month of so many excellent lecturers, one reward each. */
    private ProcessInstance confirmedAgain(String period, int excellent) {
        ProcessInstance review = driver.start("monthly-review", "han", Map.of("period", period));
        driver.runAll(review);
        driver.complete(review, "han", Map.of("confirmed", true));
        driver.run(review);
        assertThat(review).isWaitingAt("grantRewards");
        LedgerStory story = new LedgerStory(context);
        for (int n = 1; n <= excellent; n++) {
            story.month("x" + n, YearMonth.parse(period), "excellent", null, 50);
        }
        return review;
    }
}
