package org.xinhuo.incentive.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.xinhuo.incentive.reward.LedgerStory.JUNE;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.engine.Decisions;
import org.xinhuo.engine.Outcome;
import org.xinhuo.engine.Outcome.DecisionRef;
import org.xinhuo.incentive.reward.RewardLedger.Grant;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.MonthlyResults;
import org.xinhuo.incentive.scoring.Ranks;
import org.xinhuo.people.Employees;
import org.xinhuo.testing.SqlCount;
import org.xinhuo.testing.XinhuoTest;

/** What the ledger costs does not grow with the company. */
@XinhuoTest
class LedgerStatementsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    SqlCount statements;

    @Autowired
    RewardLedger ledger;

    @Autowired
    CorrectRewards correctRewards;

    @Autowired
    ExportPayroll exportPayroll;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void twoThousandAreWrittenInOneStatement() throws Exception {
        LedgerStory story = new LedgerStory(context).people();
        lecturers(2_000);
        long sent = statements.of(() -> transaction.executeWithoutResult(
                open -> ledger.grant(due(JUNE, 2_000).stream().map(Grant::first).toList())));
        assertThat(sent).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from ledger_chain")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2_000);
        transaction.executeWithoutResult(open -> {
            for (String state : List.of("APPROVED", "CREDITED")) {
                jdbc.sql("insert into reward_step (reward_id, state, at) select id, ?, now() from reward_entry")
                        .param(state)
                        .update();
            }
        });
        assertThat(statements.of(() -> exportPayroll.export(JUNE, "han"))).isLessThan(15);
        assertThat(story.bean(CheckChain.class).check().links()).isEqualTo(6_001);
    }

    @Test
    void aLookForDifferencesAsksTheSameOfAFewAndOfMany() throws Exception {
        LedgerStory story = new LedgerStory(context).people("a1", "a2", "b1", "b2", "b3", "b4", "b5", "b6");
        YearMonth july = JUNE.plusMonths(1);
        for (int rank = 1; rank <= 2; rank++) {
            story.month("a" + rank, JUNE, "good", rank, 50);
        }
        for (int rank = 1; rank <= 6; rank++) {
            story.month("b" + rank, july, "excellent", rank, 50);
        }
        story.grant(JUNE);
        story.grant(july);
        // Reads the tables of decisions once.
        correctRewards.preview(JUNE);
        assertThat(statements.of(() -> correctRewards.preview(july)))
                .isEqualTo(statements.of(() -> correctRewards.preview(JUNE)));
    }

    /** Two thousand ranks; the shipped table tells the first three from all others. */
    @Test
    void twoThousandRanksAreAHandfulOfQuestions() {
        new LedgerStory(context).people();
        lecturers(2_000);
        AtomicInteger asked = new AtomicInteger();
        DueRewards.Due due = new DueRewards(
                        context.getBean(MonthlyResults.class),
                        ledger,
                        counting(context.getBean(Decisions.class), asked),
                        context.getBean(Employees.class))
                .preview(JUNE, ranked(2_000), false);
        assertThat(due.rewards())
                .extracting(reward -> reward.employeeId() + " " + reward.amount())
                .containsExactly("l1 1000.00", "l2 800.00", "l3 500.00");
        assertThat(asked).hasValue(4);
    }

    private static Decisions counting(Decisions decisions, AtomicInteger asked) {
        Decisions counting = mock(Decisions.class);
        when(counting.preview("lecturer-reward")).thenAnswer(call -> {
            Decisions.Preview table = decisions.preview("lecturer-reward");
            return new Decisions.Preview() {
                @Override
                public Outcome decide(Map<String, ?> inputs) {
                    asked.incrementAndGet();
                    return table.decide(inputs);
                }

                @Override
                public Map<String, ?> alike(Map<String, ?> inputs) {
                    return table.alike(inputs);
                }
            };
        });
        return counting;
    }

    private List<LecturerMonth> ranked(int many) {
        LedgerStory story = new LedgerStory(context);
        story.month("l1", JUNE, "good", 1, 50);
        LecturerMonth first = context.getBean(MonthlyResults.class).of(JUNE).get(0);
        return IntStream.rangeClosed(1, many)
                .mapToObj(rank -> new LecturerMonth(
                        "l" + rank,
                        "L" + rank,
                        first.department(),
                        first.group(),
                        JUNE,
                        true,
                        first.held(),
                        first.onTime(),
                        first.ratings(),
                        first.ratingSum(),
                        first.raters(),
                        first.reuses(),
                        first.targets(),
                        first.weights(),
                        first.components(),
                        first.score(),
                        first.grade(),
                        new Ranks(rank, null, null)))
                .toList();
    }

    private void lecturers(int many) {
        transaction.executeWithoutResult(
                open -> jdbc.sql("insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                                + " select 'l' || n, 'L' || n, 'Sales', 'Consultant', date '2021-01-01', 'zh-CN',"
                                + " 'Asia/Shanghai', 'CN' from generate_series(1, ?) n")
                        .param(many)
                        .update());
    }

    private static List<DueReward> due(YearMonth period, int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(n -> new DueReward(
                        "l" + n,
                        period,
                        "excellence-bonus",
                        new BigDecimal("1000.00"),
                        "CNY",
                        new DecisionRef("lecturer-reward", 1, "x"),
                        new RewardBasis("excellent", null, null, 6, "CN", new BigDecimal("90.00"), 2, 2, 6, 54, 3)))
                .toList();
    }
}
