package org.xinhuo.incentive.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xinhuo.incentive.reward.LedgerStory.JUNE;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.testing.SqlFaults;
import org.xinhuo.testing.XinhuoTest;

/** The connection breaks at each statement in turn, then the job runs again: everything is there, and there once. */
@XinhuoTest
class LedgerCrashTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    ProcessEngine engine;

    @Autowired
    SqlFaults faults;

    @Autowired
    ExportPayroll exportPayroll;

    @Autowired
    CorrectRewards correctRewards;

    @Autowired
    CheckChain checkChain;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    LedgerStory story;

    @BeforeEach
    void twoLecturers() {
        story = new LedgerStory(context)
                .people("ann", "bob")
                .month("ann", JUNE, "good", 1, 54)
                .month("bob", JUNE, "good", 3, 53);
    }

    @Test
    void granting() {
        int statements = breakEverywhere(
                () -> story.grant(JUNE), () -> assertThat(story.entries(JUNE)).isEmpty());
        assertThat(statements).isGreaterThan(20);
        assertThat(story.told(JUNE)).containsExactly("ann 1000.00 granted", "bob 500.00 approved");
        assertThat(instances()).containsExactlyInAnyOrderElementsOf(ids());
        assertThat(story.grant(JUNE)).isEmpty();
    }

    @Test
    void crediting() {
        story.grant(JUNE);
        // Bob's five hundred needs no approval.
        Job job = story.creditJobs().get(0);
        String bob = story.entries(JUNE).get(1).id();
        breakEverywhere(
                () -> engine.getManagementService().executeJob(job.getId()),
                () -> assertThat(story.told(JUNE)).containsExactly("ann 1000.00 granted", "bob 500.00 approved"));
        assertThat(story.told(JUNE)).containsExactly("ann 1000.00 granted", "bob 500.00 credited");
        assertThat(instances()).doesNotContain(bob);
        assertThat(told("bob")).isEqualTo(1);
    }

    @Test
    void exporting() {
        story.grant(JUNE);
        story.approveAll();
        breakEverywhere(
                () -> exportPayroll.export(JUNE, "han"),
                () -> assertThat(count("payroll_line") + count("payroll_month")).isZero());
        assertThat(new String(exportPayroll.export(JUNE, "han").file(), StandardCharsets.UTF_8).lines())
                .hasSize(3);
        assertThat(count("payroll_line")).isEqualTo(2);
    }

    @Test
    void correcting() {
        story.grant(JUNE);
        story.approveAll().rank("ann", JUNE, 2).month("bob", JUNE, "good", 1, 58);
        List<String> before = story.told(JUNE);
        breakEverywhere(
                () -> story.correct(JUNE, false, "Counted anew"),
                () -> assertThat(story.told(JUNE)).isEqualTo(before));
        story.approveAll();
        assertThat(story.told(JUNE))
                .containsExactlyInAnyOrder(
                        "ann 1000.00 credited",
                        "ann -1000.00 credited",
                        "ann 800.00 credited",
                        "bob 500.00 credited",
                        "bob -500.00 credited",
                        "bob 1000.00 credited");
    }

    /** The commit went through; whoever asked for it never heard, and asks again. */
    @Test
    void nobodyHearsOfTheCommit() {
        assertThat(faults.breakAfterCommit(() -> story.grant(JUNE))).isTrue();
        assertThat(story.grant(JUNE)).isEmpty();
        assertThat(instances()).hasSize(2);
        story.approveAll();
        assertThat(faults.breakAfterCommit(() -> exportPayroll.export(JUNE, "han")))
                .isTrue();
        assertThat(new String(exportPayroll.export(JUNE, "han").file(), StandardCharsets.UTF_8).lines())
                .hasSize(3);
        assertThat(count("payroll_line")).isEqualTo(2);
        assertThat(checkChain.check().sound()).isTrue();
    }

    /** What {@code kill -9} of a node, or of the network, looks like to the database. */
    @Test
    void theServerLosesTheNodeInTheMiddle() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(open -> {
                    story.bean(GrantRewards.class).grant(JUNE).forEach(story.bean(RewardTasks.class)::start);
                    int backend = jdbc.sql("select pg_backend_pid()")
                            .query(Integer.class)
                            .single();
                    terminate(backend);
                }))
                .isNotNull();
        assertThat(story.entries(JUNE)).isEmpty();
        story.grant(JUNE);
        story.approveAll();
        assertThat(story.told(JUNE)).containsExactly("ann 1000.00 credited", "bob 500.00 credited");
        assertThat(checkChain.check().sound()).isTrue();
    }

    /** @return how many statements the work takes */
    private int breakEverywhere(Runnable work, Runnable nothingHasHappened) {
        int n = 1;
        while (faults.breakAt(n, work)) {
            nothingHasHappened.run();
            assertThat(checkChain.check().sound()).as("after a break at %d", n).isTrue();
            n++;
        }
        assertThat(checkChain.check().sound()).isTrue();
        return n - 1;
    }

    private void terminate(int backend) {
        try (Connection other = DriverManager.getConnection(
                        context.getEnvironment().getRequiredProperty("spring.datasource.url"), "postgres", "");
                Statement statement = other.createStatement()) {
            statement.execute("select pg_terminate_backend(" + backend + ")");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<String> instances() {
        return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("reward").list().stream()
                .map(instance -> instance.getBusinessKey())
                .toList();
    }

    private List<String> ids() {
        return story.entries(JUNE).stream().map(RewardEntry::id).toList();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private int told(String person) {
        return jdbc.sql("select count(*) from notice where person_id = ?")
                .param(person)
                .query(Integer.class)
                .single();
    }
}
