package org.xinhuo.incentive.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.testing.EmptyCompany;
import org.xinhuo.testing.OwnersTables;
import org.xinhuo.testing.SqlCount;
import org.xinhuo.testing.XinhuoTest;

/**
 * What granting a month costs in portions of fifty, approving it, and correcting it where everybody earns another bonus. Prints a table, and
 * leaves it in target/bench. {@code mvn -P bench test -Dtest=GrantBenchTest}.
 */
@Tag("bench")
@XinhuoTest
class GrantBenchTest {

    private static final Logger LOG = LoggerFactory.getLogger(GrantBenchTest.class);

    private static final int PORTION = 50;

    @Autowired
    ApplicationContext context;

    @Autowired
    ProcessEngine engine;

    @Autowired
    SqlCount statements;

    @Autowired
    GrantRewards grantRewards;

    @Autowired
    CorrectRewards correctRewards;

    @Autowired
    RewardTasks tasks;

    @Autowired
    AnswerRewards answerRewards;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @RegisterExtension
    final OwnersTables tables = new OwnersTables();

    private final List<String> table = new ArrayList<>();

    /** Transactions of the same work. */
    private static final class Cost {

        private int transactions;
        private long statements;
        private long longest;
        private long all;

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d | %d | %.1f s | %.1f s",
                    transactions,
                    statements / Math.max(1, transactions),
                    longest / 1e9,
                    all / 1e9);
        }
    }

    @Test
    void fiveHundredAndTwoThousand() throws Exception {
        table.add("| rewards | work | transactions | statements each | the longest | all |");
        table.add("|---|---|---|---|---|---|");
        measure(100);
        table.subList(2, table.size()).clear();
        measure(500);
        measure(2_000);
        String printed = String.join("\n", table);
        LOG.info("\n{}", printed);
        Files.writeString(Files.createDirectories(Path.of("target", "bench")).resolve("grant.md"), printed + "\n");
    }

    private void measure(int lecturers) throws Exception {
        EmptyCompany.empty(context);
        LedgerStory story = new LedgerStory(context).people();
        months(story, lecturers);
        Cost granting = new Cost();
        boolean[] left = {true};
        while (left[0]) {
            measure(
                    granting,
                    () -> transaction.executeWithoutResult(open -> {
                        GrantRewards.Portion portion = grantRewards.grant(LedgerStory.JUNE, PORTION);
                        portion.ids().forEach(tasks::start);
                        left[0] = portion.left();
                    }));
        }
        assertThat(story.waitingForApproval()).hasSize(lecturers);
        row(lecturers, "grant", granting);
        Cost approving = new Cost();
        List<String> ids =
                story.entries(LedgerStory.JUNE).stream().map(RewardEntry::id).toList();
        for (int from = 0; from < ids.size(); from += PORTION) {
            List<String> now = ids.subList(from, Math.min(ids.size(), from + PORTION));
            measure(approving, () -> {
                engine.getIdentityService().setAuthentication("han", List.of("hr"));
                try {
                    answerRewards.approve(now, "han");
                } finally {
                    engine.getIdentityService().clearAuthentication();
                }
            });
        }
        row(lecturers, "approve", approving);
        correct(lecturers);
    }

    /** What was approved and not paid yet is taken back, and another amount takes its place. */
    private void correct(int lecturers) throws Exception {
        tables.slip(
                "lecturer-reward", "(\"excellence-bonus\".*?<text>)1000(</text>)", "$1" + (1_000 + lecturers) + "$2");
        CorrectRewards.Tables now = correctRewards.tables(LedgerStory.JUNE, false);
        Cost correcting = new Cost();
        boolean[] left = {true};
        while (left[0]) {
            measure(
                    correcting,
                    () -> transaction.executeWithoutResult(open -> left[0] = correctRewards
                            .correct(LedgerStory.JUNE, now, "A higher bonus", null, PORTION)
                            .left()));
        }
        assertThat(correctRewards.preview(LedgerStory.JUNE)).isEmpty();
        row(lecturers, "correct", correcting);
    }

    private void measure(Cost cost, SqlCount.Work work) throws Exception {
        long began = System.nanoTime();
        cost.statements += statements.of(work);
        long took = System.nanoTime() - began;
        cost.transactions++;
        cost.longest = Math.max(cost.longest, took);
        cost.all += took;
    }

    private void row(int rewards, String work, Cost cost) throws IOException {
        table.add("| " + rewards + " | " + work + " | " + cost + " |");
    }

    /** Everybody's month is the one of the first. */
    private void months(LedgerStory story, int lecturers) {
        transaction.executeWithoutResult(open -> {
            jdbc.sql("insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                            + " select 'l' || n, 'L' || n, 'Sales', 'Consultant', date '2021-01-01', 'zh-CN',"
                            + " 'Asia/Shanghai', 'CN' from generate_series(1, ?) n")
                    .param(lecturers)
                    .update();
        });
        story.month("l1", LedgerStory.JUNE, "excellent", null, 50);
        transaction.executeWithoutResult(open -> {
            jdbc.sql("create temporary table one on commit drop as select * from month_result where lecturer_id = 'l1'")
                    .update();
            jdbc.sql("insert into month_result select m.* from generate_series(2, ?) n, lateral"
                            + " jsonb_populate_record(null::month_result,"
                            + " (select to_jsonb(one) || jsonb_build_object('lecturer_id', 'l' || n) from one)) m")
                    .param(lecturers)
                    .update();
        });
    }
}
