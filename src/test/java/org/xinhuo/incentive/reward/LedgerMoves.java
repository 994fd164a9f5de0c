package org.xinhuo.incentive.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinhuo.incentive.reward.LedgerStory.JUNE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;
import org.xinhuo.base.Refusal;
import org.xinhuo.incentive.correction.CorrectionStart;
import org.xinhuo.incentive.correction.MonthCorrection;
import org.xinhuo.incentive.correction.MonthCorrection.Rules;
import org.xinhuo.incentive.reward.RewardEntry.State;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.SqlFaults;
import org.xinhuo.testing.TestCompany;

/** What people do with the money of two months, each by the door that they have for it, and what breaks meanwhile. */
final class LedgerMoves {

    static final List<YearMonth> PERIODS = List.of(JUNE, JUNE.plusMonths(2));

    /** However many steps there are. */
    private static final int ALL = 100;

    private static final String REVIEW = "monthly-review";
    private static final String CORRECTION = "month-correction";

    /** Which step an administrator's repair passes over, and where it goes on. */
    private static final Map<String, String> PASSED_OVER =
            Map.of("grantRewards", "awardTitles", "applyCorrection", "correctRewards", "correctRewards", "awardTitles");

    private final ApplicationContext context;
    private final EngineDriver driver;
    private final ProcessEngine engine;
    private final List<String> deployed = new ArrayList<>();

    final LedgerStory story;
    final LedgerFacts facts;

    /** As they were handed over. */
    final Map<YearMonth, String> files = new TreeMap<>();

    enum What {
        /** The month is reviewed, or its review goes on. */
        REVIEW,
        CHANGE_TABLE,
        MEND_FACTS,
        /** Han requests, Hua confirms; or one that is under way goes on. */
        CORRECT,
        /** The same, and an administrator moves its token past what pays. */
        PASS_OVER,
        APPROVE,
        REJECT,
        CREDIT,
        REVERSE,
        REPLACE,
        EXPORT,
        DELETE_INSTANCE,
        TAKE_UP
    }

    /**
     * Something that somebody does.
     *
     * @param month 0 or 1; for payrolls up to 3
     * @param which of several, modulo their number; and how many steps a process goes on, where not all
     * @param rank 1 to 4: the marks that facts are mended to, few raters with 4; and by which tables is corrected
     * @param all whether a process goes on to its end; whether something was reused
     * @param breakAt the statement at which the connection breaks, 0 for none, −1 after the commit
     * @param again whether whoever did it tries again after that
     */
    record Move(What what, int month, int which, int rank, boolean all, int breakAt, boolean again) {}

    LedgerMoves(ApplicationContext context) {
        this.context = context;
        story = new LedgerStory(context).people("ann", "bob");
        story.bean(TestCompany.class).lecturer("han", "default").employee("hua").role("hua", "hr");
        facts = new LedgerFacts(story.bean(TestCompany.class));
        driver = story.bean(EngineDriver.class);
        engine = story.bean(ProcessEngine.class);
    }

    void play(Move move) {
        SqlFaults faults = context.getBean(SqlFaults.class);
        Runnable work = () -> act(move);
        YearMonth month = PERIODS.get(move.month() % 2);
        boolean corrects = move.what() == What.CORRECT || move.what() == What.PASS_OVER;
        if (corrects && running(REVIEW, month).isEmpty()) {
            // Else there would mostly be nothing to correct.
            mend(month, move);
        }
        // Mending facts, and what an owner deploys, is the test's own work here: it cannot be half done.
        if (move.breakAt() == 0 || move.what() == What.MEND_FACTS || move.what() == What.CHANGE_TABLE) {
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

    private void act(Move move) {
        YearMonth period = PERIODS.get(move.month() % 2);
        int steps = move.all() ? ALL : move.which() + 1;
        try {
            switch (move.what()) {
                case REVIEW -> review(period, steps);
                case CHANGE_TABLE -> changeTable(move.which() % LedgerFacts.TABLES.size());
                case MEND_FACTS -> mend(period, move);
                case CORRECT -> correct(period, Rules.values()[move.rank() % 3], steps);
                case PASS_OVER -> passOver(period, move);
                case APPROVE, REJECT -> {
                    List<Task> waiting = story.waitingForApproval();
                    if (!waiting.isEmpty()) {
                        story.answer(waiting.get(move.which() % waiting.size()), move.what() == What.APPROVE);
                    }
                }
                case CREDIT -> {
                    List<Job> jobs = story.creditJobs();
                    if (!jobs.isEmpty()) {
                        engine.getManagementService()
                                .executeJob(jobs.get(move.which() % jobs.size()).getId());
                    }
                }
                case REVERSE ->
                    one(move, entry -> entry.state() == State.CREDITED && entry.stands())
                            .ifPresent(entry -> story.bean(ReverseReward.class).reverse(entry.id(), "han", "Wrong"));
                case REPLACE ->
                    one(move, entry -> entry.reversalOf() == null && !entry.stands())
                            .ifPresent(entry -> story.bean(ReplaceReward.class).replace(entry.id(), "han", "Right"));
                case EXPORT -> export(JUNE.plusMonths(move.month()));
                case DELETE_INSTANCE -> deleteOne(move.which());
                case TAKE_UP -> takeUp(period, move.which());
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

    /** To its end, whatever has happened to it before. */
    void finish(YearMonth period) {
        review(period, ALL);
        // One that was taken up goes on without an answer, one that goes to its end needs no other.
        review(period, ALL);
        running(CORRECTION, period).ifPresent(one -> carryOn(one, ALL));
        for (MonthCorrection lost : story.bean(CorrectionStart.class).lost(period)) {
            takeUp(lost);
            running(CORRECTION, period).ifPresent(one -> carryOn(one, ALL));
        }
        correct(period, Rules.CONFIRMED, ALL);
    }

    /** June is paid, August is confirmed and nobody has been granted anything. */
    void reviewed() {
        review(PERIODS.get(0), ALL);
        ProcessInstance august =
                driver.start(REVIEW, "hua", Map.of("period", PERIODS.get(1).toString()));
        while (!waitingAt(august).equals("grantRewards")) {
            carryOn(august, 1);
        }
    }

    private void mend(YearMonth period, Move move) {
        facts.write(
                LedgerFacts.LECTURERS.get(move.which() % 3),
                period,
                new LedgerFacts.Fact(6 + move.rank(), move.rank() == 4 ? 4 : 6, move.all()));
    }

    private void review(YearMonth period, int steps) {
        ProcessInstance review = running(REVIEW, period)
                .orElseGet(() -> driver.start(REVIEW, "hua", Map.of("period", period.toString())));
        carryOn(review, steps);
    }

    private void correct(YearMonth period, Rules rules, int steps) {
        carryOn(correction(period, rules), steps);
    }

    private ProcessInstance correction(YearMonth period, Rules rules) {
        return running(CORRECTION, period)
                .orElseGet(() -> driver.start(
                        CORRECTION,
                        "han",
                        Map.of("period", period.toString(), "reason", "Counted anew", "rules", rules.code())));
    }

    private void passOver(YearMonth period, Move move) {
        ProcessInstance review = running(REVIEW, period).orElse(null);
        ProcessInstance instance = review == null ? correction(period, Rules.values()[move.rank() % 3]) : review;
        String step = review != null ? "grantRewards" : move.which() < 4 ? "correctRewards" : "applyCorrection";
        while (!step.equals(waitingAt(instance)) && carryOn(instance, 1)) {
            // Up to the step.
        }
        if (step.equals(waitingAt(instance))) {
            driver.as("admin", () -> {
                engine.getRuntimeService()
                        .createProcessInstanceModification(instance.getId())
                        .startBeforeActivity(PASSED_OVER.get(step))
                        .cancelAllForActivity(step)
                        .execute();
                return true;
            });
            carryOn(instance, move.all() ? ALL : 1);
        }
    }

    /** Runs what waits, and says yes as Hua where somebody is asked. @return whether anything was left to do */
    private boolean carryOn(ProcessInstance instance, int steps) {
        for (int step = 0; step < steps; step++) {
            Job job = driver.job(instance);
            if (job != null) {
                engine.getManagementService().executeJob(job.getId());
                continue;
            }
            if (driver.task(instance) == null) {
                return false;
            }
            Map<String, Object> yes = new HashMap<>();
            yes.put("confirmed", true);
            yes.put("remark", null);
            driver.complete(instance, "hua", yes);
        }
        return true;
    }

    private String waitingAt(ProcessInstance instance) {
        return Optional.ofNullable(driver.job(instance))
                .map(job -> engine.getManagementService()
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId())
                .orElse("");
    }

    private Optional<ProcessInstance> running(String process, YearMonth period) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .variableValueEquals("period", period.toString())
                .list()
                .stream()
                .findFirst();
    }

    private void takeUp(YearMonth period, int which) {
        List<RewardEntry> rewards = story.bean(LostRewards.class).of(period);
        if (!rewards.isEmpty()) {
            story.bean(RewardTasks.class)
                    .start(rewards.get(which % rewards.size()).id());
        }
        story.bean(CorrectionStart.class).lost(period).forEach(this::takeUp);
    }

    private void takeUp(MonthCorrection lost) {
        driver.as("hua", () -> {
            story.bean(CorrectionStart.class).takeUp(lost.id());
            return true;
        });
    }

    /** Of a reward, of a review or of a correction. */
    private void deleteOne(int which) {
        RuntimeService runtime = engine.getRuntimeService();
        List<ProcessInstance> running = runtime.createProcessInstanceQuery()
                .processDefinitionKeyIn("reward", REVIEW, CORRECTION)
                .orderByBusinessKey()
                .asc()
                .list();
        if (!running.isEmpty()) {
            runtime.deleteProcessInstance(running.get(which % running.size()).getId(), "slip", true);
        }
    }

    private void changeTable(int table) {
        RepositoryService models = engine.getRepositoryService();
        deployed.add(models.createDeployment()
                .addString("lecturer-reward.dmn", LedgerFacts.TABLES.get(table))
                .deploy()
                .getId());
        facts.deployed(
                models.createDecisionDefinitionQuery()
                        .decisionDefinitionKey("lecturer-reward")
                        .latestVersion()
                        .singleResult()
                        .getVersion(),
                table);
    }

    /** What pays comes back to its step for each person: left, broken and passed over between two. @return the deployment */
    static String payOneByOne(RepositoryService models) throws IOException {
        DeploymentBuilder deployment = models.createDeployment();
        for (String process : List.of(REVIEW, CORRECTION)) {
            String model = Files.readString(Path.of("bpmn", process + ".bpmn"));
            String oneByOne = model.replace("name=\"portion\">50<", "name=\"portion\">1<");
            assertThat(oneByOne).isNotEqualTo(model);
            deployment.addString(process + ".bpmn", oneByOne);
        }
        return deployment.deploy().getId();
    }

    void takeTablesBack() {
        deployed.forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment, true));
    }

    private Optional<RewardEntry> one(Move move, Predicate<RewardEntry> wanted) {
        List<RewardEntry> found = story.bean(RewardLedger.class).find(null, null).stream()
                .filter(wanted)
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(move.which() % found.size()));
    }

    /** A file that was handed over once never changes. */
    void export(YearMonth month) {
        ExportPayroll.Export export = story.bean(ExportPayroll.class).export(month, "han");
        String file = new String(export.file(), StandardCharsets.UTF_8);
        assertThat(export.closed()).isEqualTo(file.lines().count() > 1);
        if (export.closed()) {
            assertThat(files.getOrDefault(month, file)).isEqualTo(file);
            files.put(month, file);
        }
    }
}
