package org.xinhuo.incentive.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinhuo.incentive.reward.LedgerStory.JUNE;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.xinhuo.incentive.correction.CorrectionStart;
import org.xinhuo.incentive.review.FinishReview;
import org.xinhuo.incentive.reward.LedgerMoves.Move;
import org.xinhuo.incentive.reward.LedgerMoves.What;
import org.xinhuo.incentive.reward.RewardEntry.State;
import org.xinhuo.testing.EmptyCompany;
import org.xinhuo.testing.XinhuoTest;

/**
 * No sequence of reviews, re-runs, corrections, answers, reversals, replacements, changes of the table, payrolls, crashes,
 * and instances that an administrator deletes, or moves past what pays, and somebody takes up again pays twice, forgets
 * anybody, pays by a table of another day or lets Han decide about Han's own money. Months are reviewed and corrected by
 * their processes, from shares and marks. Nobody earns anything in July, and finance does not look at every month.
 */
class LedgerPropertiesTest {

    static ApplicationContext context;

    static String models;

    /** The application that the tests of crashes use too. */
    @XinhuoTest
    static class Company {}

    @BeforeContainer
    static void start() throws IOException {
        context = new TestContextManager(Company.class).getTestContext().getApplicationContext();
        models = LedgerMoves.payOneByOne(context.getBean(RepositoryService.class));
    }

    @AfterContainer
    static void end() {
        EmptyCompany.empty(context);
        context.getBean(RepositoryService.class).deleteDeployment(models, true);
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Integer> breaks = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.just(-1)),
                Tuple.of(3, Arbitraries.integers().between(1, 60)));
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.of(What.CORRECT, What.PASS_OVER)),
                                Tuple.of(5, Arbitraries.of(What.class))),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(true, false),
                        breaks,
                        Arbitraries.of(true, false))
                .as(Move::new)
                .list()
                .ofMinSize(8)
                .ofMaxSize(24);
    }

    /** Other histories with every run of the suite: each takes seconds. */
    @Property(tries = 16, shrinking = ShrinkingMode.BOUNDED)
    void nobodyIsPaidTwiceAndNothingIsForgotten(@ForAll("moves") List<Move> all) {
        play(all);
    }

    /** {@code mvn -P bench test -Dtest=LedgerPropertiesTest} */
    @Tag("bench")
    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void nobodyIsPaidTwiceInManyHistories(@ForAll("moves") List<Move> all) {
        play(all);
    }

    private static void play(List<Move> all) {
        EmptyCompany.empty(context);
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-02-01T02:00:00Z")));
        LedgerMoves moves = new LedgerMoves(context);
        try {
            // Ann is first and excellent, Bob second, Han third; all of them are rated by enough.
            for (YearMonth period : LedgerMoves.PERIODS) {
                for (int which = 0; which < LedgerFacts.LECTURERS.size(); which++) {
                    moves.facts.write(
                            LedgerFacts.LECTURERS.get(which), period, new LedgerFacts.Fact(9 - which, 6, which == 0));
                }
            }
            moves.reviewed();
            for (Move move : all) {
                moves.play(move);
                alwaysTrue(moves);
            }
            endOfTheYear(moves);
        } finally {
            moves.takeTablesBack();
        }
    }

    private static void alwaysTrue(LedgerMoves moves) {
        LedgerStory story = moves.story;
        List<RewardEntry> entries = story.bean(RewardLedger.class).find(null, null);
        Map<String, RewardEntry> standing = new HashMap<>();
        Map<String, BigDecimal> credited = new TreeMap<>();
        Map<String, Integer> running = running(story);
        Set<String> lost = LedgerMoves.PERIODS.stream()
                .flatMap(period -> story.bean(LostRewards.class).of(period).stream())
                .map(RewardEntry::id)
                .collect(Collectors.toSet());
        for (RewardEntry entry : entries) {
            String key = entry.employeeId() + "/" + entry.period() + "/" + entry.kind();
            if (entry.stands()) {
                assertThat(standing.put(key, entry)).as("two stand: %s", key).isNull();
            }
            if (entry.state() == State.CREDITED) {
                credited.merge(key + "/" + entry.currency(), entry.amount(), BigDecimal::add);
            }
            if (entry.state() == State.GRANTED || (entry.stands() && entry.state() == State.APPROVED)) {
                assertThat(running.getOrDefault(entry.id(), 0) + (lost.contains(entry.id()) ? 1 : 0))
                        .as("nobody, or more than one, carries %s on, and nobody is told", entry)
                        .isEqualTo(1);
            }
        }
        // Everything that was ever credited comes down to what stands: nobody is paid twice.
        credited.forEach((key, sum) -> {
            RewardEntry now = standing.get(key.substring(0, key.lastIndexOf('/')));
            assertThat(sum)
                    .as(key)
                    .isEqualByComparingTo(
                            now != null && now.state() == State.CREDITED && key.endsWith("/" + now.currency())
                                    ? now.amount()
                                    : BigDecimal.ZERO);
        });
        Map<String, Long> inFiles = new HashMap<>();
        moves.files
                .values()
                .forEach(file ->
                        file.lines().skip(1).forEach(line -> inFiles.merge(line.split(",", 2)[0], 1L, Long::sum)));
        assertThat(inFiles.values()).as("in two files").allMatch(times -> times == 1);
        story.bean(ShowPayroll.class)
                .of(JUNE)
                .ties()
                .forEach(tie -> assertThat(tie.difference()).as(tie.toString()).isEqualByComparingTo("0"));
        assertThat(story.bean(CheckChain.class).check().faults()).isEmpty();
        assertThat(story.bean(JdbcClient.class)
                        .sql("select count(*) from reward_entry e left join reward_step s on s.reward_id = e.id"
                                + " where e.employee_id in (s.by_person, e.entered_by)")
                        .query(Integer.class)
                        .single())
                .as("decided about own money")
                .isZero();
    }

    /** The last reviews, corrections, answers and payrolls of the year: whatever is due has arrived. */
    private static void endOfTheYear(LedgerMoves moves) {
        LedgerStory story = moves.story;
        for (YearMonth period : LedgerMoves.PERIODS) {
            moves.finish(period);
            assertThat(story.bean(FinishReview.class).unfinished(period))
                    .as("review")
                    .isEmpty();
            assertThat(story.bean(CorrectionStart.class).lost(period))
                    .as("corrections")
                    .isEmpty();
            story.bean(LostRewards.class)
                    .of(period)
                    .forEach(entry -> story.bean(RewardTasks.class).start(entry.id()));
        }
        for (Task task : story.waitingForApproval()) {
            story.answer(task, true, owner(story, task).equals("han") ? "hua" : "han");
        }
        story.runJobs();
        // In July, September and October finance has no reason to look.
        for (YearMonth month :
                List.of(LedgerMoves.PERIODS.get(0), LedgerMoves.PERIODS.get(1), YearMonth.of(2026, 11))) {
            moves.export(month);
        }
        alwaysTrue(moves);
        RewardLedger ledger = story.bean(RewardLedger.class);
        for (YearMonth period : LedgerMoves.PERIODS) {
            Map<String, RewardEntry> newest = new HashMap<>();
            ledger.newestOf(period).forEach(entry -> newest.put(entry.employeeId() + "/" + entry.kind(), entry));
            int granted = ledger.tableOf(period).orElseThrow();
            moves.facts.due(period, granted).keySet().forEach(key -> {
                RewardEntry entry = newest.get(key);
                assertThat(entry).as("forgotten: %s of %s", key, period).isNotNull();
                // What Han has replaced since then was told by the table of that day.
                LedgerFacts.Due due = moves.facts
                        .due(period, Math.max(granted, entry.decisionVersion()))
                        .get(key);
                if (entry.stands()) {
                    assertThat(entry.state()).isEqualTo(State.CREDITED);
                    if (entry.currency().equals(due.currency())) {
                        assertThat(entry.amount()).as(entry.toString()).isGreaterThanOrEqualTo(due.amount());
                    } else {
                        assertThat(entry.settled()).as(entry.toString()).isTrue();
                    }
                    assertThat(entry.amount().signum() == 0 || entry.paidIn() != null)
                            .isTrue();
                } else {
                    assertThat(ledger.endedByAPerson(entry))
                            .as(entry.toString())
                            .isTrue();
                    assertThat(entry.amount()).isEqualByComparingTo(due.amount());
                }
            });
        }
        assertThat(story.bean(JdbcClient.class)
                        .sql("select count(*) from reward_entry e join reward_step s on s.reward_id = e.id"
                                + " and s.state = 'CREDITED' left join payroll_line l on l.reward_id = e.id"
                                + " where e.amount <> 0 and l.reward_id is null")
                        .query(Integer.class)
                        .single())
                .as("credited and never paid")
                .isZero();
    }

    private static String owner(LedgerStory story, Task task) {
        String reward = story.bean(ProcessEngine.class)
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
        return story.bean(RewardLedger.class).get(reward).employeeId();
    }

    private static Map<String, Integer> running(LedgerStory story) {
        Map<String, Integer> running = new HashMap<>();
        story.bean(ProcessEngine.class)
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("reward")
                .list()
                .forEach(instance -> running.merge(instance.getBusinessKey(), 1, Integer::sum));
        return running;
    }
}
