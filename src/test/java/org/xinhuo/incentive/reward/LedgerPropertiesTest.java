package org.xinhuo.incentive.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinhuo.incentive.reward.LedgerStory.JUNE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.reward.RewardEntry.State;
import org.xinhuo.testing.EmptyCompany;
import org.xinhuo.testing.SqlFaults;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/**
 * No sequence of reviews, re-runs, corrections, answers, reversals, replacements, changes of the table, payrolls and
 * crashes pays twice, forgets anybody, pays by a table of another day or lets Han decide about Han's own money. Nobody
 * earns anything in July, and finance does not look at every month.
 */
class LedgerPropertiesTest {

    static final List<YearMonth> PERIODS = List.of(JUNE, JUNE.plusMonths(2));

    static final List<String> LECTURERS = List.of("ann", "bob", "han");

    static ApplicationContext context;

    /** What the owner deploys: as shipped, more for the second, dollars for the first, and another kind. */
    static final List<String> TABLES = tables();

    final DmnEngine tables =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    /** Which of them each version is. */
    final Map<Integer, Integer> versions = new HashMap<>();

    final List<String> deployed = new ArrayList<>();

    /** The application that the tests of crashes use too. */
    @XinhuoTest
    @Import(SqlFaults.class)
    static class Company {}

    enum What {
        REVIEW,
        CHANGE_TABLE,
        CORRECT_MONTH,
        CORRECT_REWARDS,
        APPROVE,
        REJECT,
        CREDIT,
        REVERSE,
        REPLACE,
        EXPORT
    }

    /**
     * Something that somebody does.
     *
     * @param month 0 or 1; for payrolls up to 3
     * @param which of several, modulo their number
     * @param rank of 1 to 4 where a month is corrected; 4 earns nothing. Rewards are corrected by the table of today
     *     where it is odd, by the one that granted them where it is even
     * @param breakAt the statement at which the connection breaks, 0 for none, −1 after the commit
     * @param again whether whoever did it tries again after that
     */
    record Move(What what, int month, int which, int rank, boolean excellent, int breakAt, boolean again) {}

    @BeforeContainer
    static void start() {
        context = new TestContextManager(Company.class).getTestContext().getApplicationContext();
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Integer> breaks = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(0)),
                Tuple.of(1, Arbitraries.just(-1)),
                Tuple.of(3, Arbitraries.integers().between(1, 60)));
        return Combinators.combine(
                        Arbitraries.of(What.class),
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

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void nobodyIsPaidTwiceAndNothingIsForgotten(@ForAll("moves") List<Move> moves) {
        EmptyCompany.empty(context);
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-02-01T02:00:00Z")));
        LedgerStory story = new LedgerStory(context).people("ann", "bob");
        story.bean(TestCompany.class).lecturer("han", "default").employee("hua").role("hua", "hr");
        versions.clear();
        versions.put(1, 0);
        try {
            play(story, moves);
        } finally {
            deployed.forEach(deployment -> models(story).deleteDeployment(deployment, true));
            deployed.clear();
        }
    }

    private void play(LedgerStory story, List<Move> moves) {
        Map<String, Move> figures = new HashMap<>();
        for (YearMonth period : PERIODS) {
            for (int which = 0; which < LECTURERS.size(); which++) {
                month(story, figures, period, new Move(What.CORRECT_MONTH, 0, which, which + 1, which == 0, 0, false));
            }
        }
        Map<YearMonth, String> files = new TreeMap<>();
        for (Move move : moves) {
            play(story, figures, files, move);
            alwaysTrue(story, files);
        }
        endOfTheYear(story, figures, files);
    }

    private void play(LedgerStory story, Map<String, Move> figures, Map<YearMonth, String> files, Move move) {
        SqlFaults faults = context.getBean(SqlFaults.class);
        Runnable work = () -> act(story, figures, files, move);
        // Correcting a month, and what an owner deploys, is the test's own work here: it cannot be half done.
        if (move.breakAt() == 0 || move.what() == What.CORRECT_MONTH || move.what() == What.CHANGE_TABLE) {
            work.run();
            return;
        }
        boolean broken;
        try {
            broken = move.breakAt() < 0 ? faults.breakAfterCommit(work) : faults.breakAt(move.breakAt(), work);
        } catch (IllegalStateException nothingWasSent) {
            // Such as to approve where nothing waits.
            broken = false;
        }
        if (broken && move.again()) {
            work.run();
        }
    }

    private void act(LedgerStory story, Map<String, Move> figures, Map<YearMonth, String> files, Move move) {
        YearMonth period = PERIODS.get(move.month() % 2);
        try {
            switch (move.what()) {
                case REVIEW -> story.grant(period);
                case CHANGE_TABLE -> changeTable(story, move.which() % TABLES.size());
                case CORRECT_MONTH -> month(story, figures, period, move);
                case CORRECT_REWARDS ->
                    story.bean(CorrectRewards.class).correct(period, move.rank() % 2 == 0, "Counted anew", null);
                case APPROVE, REJECT -> {
                    List<Task> waiting = story.waitingForApproval();
                    if (!waiting.isEmpty()) {
                        story.answer(waiting.get(move.which() % waiting.size()), move.what() == What.APPROVE);
                    }
                }
                case CREDIT -> {
                    List<Job> jobs = story.creditJobs();
                    if (!jobs.isEmpty()) {
                        story.bean(ProcessEngine.class)
                                .getManagementService()
                                .executeJob(jobs.get(move.which() % jobs.size()).getId());
                    }
                }
                case REVERSE ->
                    one(story, move, entry -> entry.state() == State.CREDITED && entry.stands())
                            .ifPresent(entry -> story.bean(ReverseReward.class).reverse(entry.id(), "han", "Wrong"));
                case REPLACE ->
                    one(story, move, entry -> entry.reversalOf() == null && !entry.stands())
                            .ifPresent(entry -> story.bean(ReplaceReward.class).replace(entry.id(), "han", "Right"));
                case EXPORT -> export(story, files, JUNE.plusMonths(move.month()));
            }
        } catch (Refusal refused) {
            // Such as to replace what was replaced: nothing happens.
            assertThat(refused.kind() == Refusal.Kind.CONFLICT || refused.code().equals("incentive.ownReward"))
                    .as(refused.getMessage())
                    .isTrue();
        } catch (ProcessEngineException failed) {
            if (Refusal.in(failed) == null) {
                throw failed;
            }
        }
    }

    private void changeTable(LedgerStory story, int table) {
        deployed.add(models(story)
                .createDeployment()
                .addString("lecturer-reward.dmn", TABLES.get(table))
                .deploy()
                .getId());
        versions.put(
                models(story)
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("lecturer-reward")
                        .latestVersion()
                        .singleResult()
                        .getVersion(),
                table);
    }

    private static RepositoryService models(LedgerStory story) {
        return story.bean(ProcessEngine.class).getRepositoryService();
    }

    private static List<String> tables() {
        try {
            String shipped = Files.readString(Path.of("dmn", "lecturer-reward.dmn"));
            int bonus = shipped.indexOf("<rule id=\"lecturer-rewardRule4\"");
            String rule = shipped.substring(bonus, shipped.indexOf("</rule>", bonus) + "</rule>".length());
            return List.of(
                    shipped,
                    shipped.replace("<text>800</text>", "<text>1600</text>"),
                    shipped.replaceFirst("<text>1000</text>", "<text>300</text>")
                            .replaceFirst("\"CNY\"", "\"USD\""),
                    shipped.replace(
                            rule,
                            rule
                                    + rule.replace("Rule4", "Rule40")
                                            .replace("excellence-bonus", "book-prize")
                                            .replace("<text>1000</text>", "<text>90</text>")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<RewardEntry> one(LedgerStory story, Move move, Predicate<RewardEntry> wanted) {
        List<RewardEntry> found = story.bean(RewardLedger.class).find(null, null).stream()
                .filter(wanted)
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(move.which() % found.size()));
    }

    private static void month(LedgerStory story, Map<String, Move> figures, YearMonth period, Move move) {
        String lecturer = LECTURERS.get(move.which() % LECTURERS.size());
        story.month(
                lecturer,
                period,
                move.excellent() ? "excellent" : "good",
                move.rank() == 4 ? null : move.rank(),
                // An odd sum where the own result was corrected, too; else only the rank has moved.
                move.which() < LECTURERS.size() ? 48 : 50 + move.rank());
        figures.put(lecturer + "/" + period, move);
    }

    /** A file that was handed over once never changes. */
    private static void export(LedgerStory story, Map<YearMonth, String> files, YearMonth month) {
        ExportPayroll.Export export = story.bean(ExportPayroll.class).export(month, "han");
        String file = new String(export.file(), StandardCharsets.UTF_8);
        assertThat(export.closed()).isEqualTo(file.lines().count() > 1);
        if (export.closed()) {
            assertThat(files.getOrDefault(month, file)).isEqualTo(file);
            files.put(month, file);
        }
    }

    private void alwaysTrue(LedgerStory story, Map<YearMonth, String> files) {
        List<RewardEntry> entries = story.bean(RewardLedger.class).find(null, null);
        Map<String, RewardEntry> standing = new HashMap<>();
        Map<String, BigDecimal> credited = new TreeMap<>();
        Map<String, Integer> running = running(story);
        for (RewardEntry entry : entries) {
            String key = entry.employeeId() + "/" + entry.period() + "/" + entry.kind();
            if (entry.stands()) {
                assertThat(standing.put(key, entry)).as("two stand: %s", key).isNull();
            }
            if (entry.state() == State.CREDITED) {
                credited.merge(key + "/" + entry.currency(), entry.amount(), BigDecimal::add);
            }
            if (entry.state() == State.GRANTED || (entry.stands() && entry.state() == State.APPROVED)) {
                assertThat(running.get(entry.id()))
                        .as("nobody carries %s on", entry)
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
        files.values()
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
    private void endOfTheYear(LedgerStory story, Map<String, Move> figures, Map<YearMonth, String> files) {
        for (YearMonth period : PERIODS) {
            story.grant(period);
            story.bean(CorrectRewards.class).correct(period, true, "End of the year", null);
        }
        for (Task task : story.waitingForApproval()) {
            story.answer(task, true, owner(story, task).equals("han") ? "hua" : "han");
        }
        story.runJobs();
        // In July, September and October finance has no reason to look.
        for (YearMonth month : List.of(PERIODS.get(0), PERIODS.get(1), YearMonth.of(2026, 11))) {
            export(story, files, month);
        }
        alwaysTrue(story, files);
        RewardLedger ledger = story.bean(RewardLedger.class);
        for (YearMonth period : PERIODS) {
            Map<String, RewardEntry> newest = new HashMap<>();
            ledger.newestOf(period).forEach(entry -> newest.put(entry.employeeId() + "/" + entry.kind(), entry));
            int granted = ledger.tableOf(period).orElseThrow();
            due(figures, period, granted).keySet().forEach(key -> {
                RewardEntry entry = newest.get(key);
                assertThat(entry).as("forgotten: %s of %s", key, period).isNotNull();
                // What Han has replaced since then was told by the table of that day.
                BigDecimal amount = due(figures, period, Math.max(granted, entry.decisionVersion()))
                        .get(key);
                if (entry.stands()) {
                    assertThat(entry.state()).isEqualTo(State.CREDITED);
                    assertThat(entry.amount()).as(entry.toString()).isGreaterThanOrEqualTo(amount);
                    assertThat(entry.amount().signum() == 0 || entry.paidIn() != null)
                            .isTrue();
                } else {
                    assertThat(ledger.endedByAPerson(entry))
                            .as(entry.toString())
                            .isTrue();
                    assertThat(entry.amount()).isEqualByComparingTo(amount);
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

    /** By the text of the table, asked apart from the application. */
    private Map<String, BigDecimal> due(Map<String, Move> figures, YearMonth period, int version) {
        DmnDecision table = tables.parseDecision(
                "lecturer-reward",
                new ByteArrayInputStream(TABLES.get(versions.get(version)).getBytes(StandardCharsets.UTF_8)));
        Map<String, BigDecimal> due = new TreeMap<>();
        for (String lecturer : LECTURERS) {
            Move month = figures.get(lecturer + "/" + period);
            Map<String, Object> inputs = new LinkedHashMap<>();
            inputs.put("grade", month.excellent() ? "excellent" : "good");
            inputs.put("ratingRank", month.rank() == 4 ? null : month.rank());
            inputs.put("reuseRank", null);
            inputs.put("raters", 6);
            inputs.put("region", "CN");
            tables.evaluateDecisionTable(table, inputs)
                    .forEach(row -> due.put(
                            lecturer + "/" + row.getEntry("kind"),
                            new BigDecimal(row.getEntry("amount").toString())));
        }
        return due;
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
