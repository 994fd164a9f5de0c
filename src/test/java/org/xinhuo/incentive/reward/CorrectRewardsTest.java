package org.xinhuo.incentive.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.xinhuo.incentive.reward.LedgerStory.JUNE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.xinhuo.incentive.reward.CorrectRewards.Cause;
import org.xinhuo.incentive.reward.CorrectRewards.Difference;
import org.xinhuo.incentive.reward.CorrectRewards.Direction;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.OwnersTables;
import org.xinhuo.testing.XinhuoTest;

/** A month is corrected after its rewards were granted, credited or paid. */
@XinhuoTest
class CorrectRewardsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    CorrectRewards correctRewards;

    @Autowired
    ReverseReward reverseReward;

    @Autowired
    ReplaceReward replaceReward;

    @Autowired
    ExportPayroll exportPayroll;

    @Autowired
    RewardLedger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @RegisterExtension
    final OwnersTables tables = new OwnersTables();

    LedgerStory story;

    /** Ann is first, Bob second, Cid fourth. */
    @BeforeEach
    void threeLecturers() {
        story = new LedgerStory(context)
                .people("ann", "bob", "cid")
                .month("ann", JUNE, "good", 1, 54)
                .month("bob", JUNE, "good", 2, 53)
                .month("cid", JUNE, "good", 4, 51);
        story.grant(JUNE);
    }

    @Test
    void nothingIsToBeDoneWhereNothingWasCorrected() {
        assertThat(correctRewards.preview(JUNE)).isEmpty();
        assertThat(story.correct(JUNE, false, "Look again")).isEmpty();
        assertThat(story.told(JUNE)).containsExactly("ann 1000.00 granted", "bob 800.00 granted");
    }

    /** Bob's ratings were wrong: he overtakes Ann, who has been paid. */
    @Test
    void whoGainsGetsTheDifferenceAndWhoWasPaidKeepsIt() {
        story.approveAll();
        exportPayroll.export(JUNE, "han");
        story.month("bob", JUNE, "good", 1, 58).rank("ann", JUNE, 2);
        assertThat(correctRewards.preview(JUNE))
                .extracting(Difference::employeeId, Difference::cause, Difference::direction, Difference::apply)
                .containsExactly(
                        tuple("ann", Cause.RANK_MOVED, Direction.DOWN, false),
                        tuple("bob", Cause.OWN_RESULT, Direction.UP, true));
        story.correct(JUNE, false, "Two ratings were entered twice");
        story.approveAll();
        assertThat(story.told(JUNE))
                .containsExactlyInAnyOrder(
                        "ann 1000.00 credited", "bob 800.00 credited", "bob -800.00 credited", "bob 1000.00 credited");
        RewardEntry right = story.entries(JUNE).stream()
                .filter(entry -> entry.replaces() != null)
                .findFirst()
                .orElseThrow();
        assertThat(right.reason()).isEqualTo("Two ratings were entered twice");
        assertThat(right.decisionKey()).isEqualTo("lecturer-reward");
        assertThat(right.correctionVersion()).isEqualTo(1);
        assertThat(ledger.get(right.replaces()).reversed()).isTrue();
        assertThat(new String(exportPayroll.export(JUNE.plusMonths(1), "han").file()))
                .contains("-800.00", "1000.00")
                .doesNotContain("ann");
        assertThat(story.correct(JUNE, false, "Once more")).isEmpty();
        assertThat(correctRewards.preview(JUNE))
                .extracting(Difference::employeeId, Difference::apply)
                .containsExactly(tuple("ann", false));
        assertThat(story.entries(JUNE)).hasSize(4);
    }

    /** The table that was confirmed says nothing of what has been paid since. A mended one carries the correction out. */
    @Test
    void whereTheConfirmedTableFailsTheNewestSaysWhatBecomesOfIt() throws IOException {
        story.approveAll();
        exportPayroll.export(JUNE, "han");
        story.month("bob", JUNE, "good", 1, 58).rank("ann", JUNE, 2);
        tables.slip("reward-correction", "<rule id=\"reward-correctionRule4\">.*?</rule>", "");
        CorrectRewards.Tables confirmed = correctRewards.tables(JUNE, false);
        assertThatThrownBy(() -> correctRewards.correct(JUNE, confirmed, "Twice", null, 50))
                .satisfies(EngineDriver.refusedWith("engine.decisionNoRule"));
        tables.slip("reward-correction", "historyTimeToLive=\"P3650D\"", "historyTimeToLive=\"P3651D\"");
        assertThat(correctRewards.correct(JUNE, confirmed, "Twice", null, 50).differences())
                .extracting(Difference::employeeId, Difference::version)
                .containsExactly(tuple("bob", confirmed.correction()));
        assertThat(story.entries(JUNE))
                .filteredOn(RewardEntry::stands)
                .extracting(RewardEntry::employeeId)
                .containsExactlyInAnyOrder("ann", "bob");
    }

    /** 900 dollars are neither more nor less than 800 yuan: whoever was paid keeps it, whoever waits gets what is due. */
    @Test
    void anotherCurrencyIsNeitherUpNorDown() throws IOException {
        story.approveAll();
        exportPayroll.export(JUNE, "han");
        story.month("cid", JUNE, "good", 2, 51);
        story.grant(JUNE);
        tables.slip("lecturer-reward", "<text>800</text>(.*?)\"CNY\"", "<text>900</text>$1\"USD\"");
        assertThat(correctRewards.preview(JUNE))
                .extracting(Difference::employeeId, found -> found.direction().code(), Difference::apply)
                .containsExactly(tuple("bob", "currency-changed", false), tuple("cid", "currency-changed", true));
        story.correct(JUNE, false, "In dollars now");
        assertThat(story.entries(JUNE))
                .filteredOn(RewardEntry::stands)
                .extracting(RewardEntry::employeeId, entry -> entry.amount() + " " + entry.currency())
                .containsExactlyInAnyOrder(
                        tuple("ann", "1000.00 CNY"), tuple("bob", "800.00 CNY"), tuple("cid", "900.00 USD"));
    }

    /** An owner's table that knows up and down alone stops nobody: what comes with the product counts. */
    @Test
    void aTableThatDoesNotKnowOfCurrenciesAnswersAsTheOneThatComesWithTheProduct() throws IOException {
        story.approveAll();
        exportPayroll.export(JUNE, "han");
        story.month("cid", JUNE, "good", 2, 51);
        story.grant(JUNE);
        tables.slip("lecturer-reward", "<text>800</text>(.*?)\"CNY\"", "<text>900</text>$1\"USD\"");
        tables.slip(
                "reward-correction",
                "(<inputEntry id=\"reward-correctionRule[234]Input2\">\\s*)<text ?/>",
                "$1<text>\"down\"</text>");
        assertThat(correctRewards.preview(JUNE))
                .extracting(Difference::employeeId, Difference::apply)
                .containsExactly(tuple("bob", false), tuple("cid", true));
    }

    @Test
    void whoWasPaidForAnOwnMistakeGivesItBack() {
        story.approveAll();
        exportPayroll.export(JUNE, "han");
        story.month("ann", JUNE, "good", null, 20);
        story.correct(JUNE, false, "Somebody rated who was not there");
        assertThat(story.told(JUNE))
                .containsExactlyInAnyOrder("ann 1000.00 credited", "ann -1000.00 credited", "bob 800.00 credited");
        assertThat(jdbc.sql("select code from notice where person_id = 'ann' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("reward.takenBack.training-allowance");
    }

    @Test
    void whatWasNotCreditedYetIsWithdrawnAndNobodyIsAskedAboutItAnyMore() {
        story.rank("ann", JUNE, 2).rank("bob", JUNE, 3);
        story.correct(JUNE, false, "Cid was counted too little");
        assertThat(story.told(JUNE))
                .containsExactlyInAnyOrder(
                        "ann 1000.00 withdrawn", "ann 800.00 granted", "bob 800.00 withdrawn", "bob 500.00 approved");
        // Five hundred needs no approval.
        assertThat(story.waitingForApproval()).hasSize(1);
        story.approveAll();
        assertThat(story.told(JUNE))
                .contains(
                        "ann 800.00 credited", "bob 500.00 credited", "ann 1000.00 withdrawn", "bob 800.00 withdrawn");
    }

    /** A correction that turns out wrong is corrected in turn. */
    @Test
    void aCorrectionIsCorrectedBackAndForth() {
        story.approveAll();
        for (int round = 0; round < 3; round++) {
            story.month("ann", JUNE, "good", null, 20);
            story.correct(JUNE, false, "Away " + round);
            story.month("ann", JUNE, "good", 1, 54);
            story.correct(JUNE, false, "And back " + round);
            story.approveAll();
        }
        assertThat(story.entries(JUNE).stream()
                        .filter(entry -> entry.employeeId().equals("ann") && entry.stands()))
                .singleElement()
                .extracting(entry -> entry.amount().toString())
                .isEqualTo("1000.00");
        assertThat(story.entries(JUNE)).hasSize(1 + 7);
    }

    @Test
    void whatAPersonRejectedOrTookBackStaysSo() {
        story.answer(story.waitingForApproval().get(0), false).approveAll();
        RewardEntry credited = story.entries(JUNE).stream()
                .filter(entry -> entry.state() == RewardEntry.State.CREDITED)
                .findFirst()
                .orElseThrow();
        reverseReward.reverse(credited.id(), "han", "Ratings were traded");
        assertThat(story.correct(JUNE, false, "Look again")).isEmpty();
        // Another amount is another question.
        story.rank(credited.employeeId(), JUNE, 3);
        assertThat(story.correct(JUNE, false, "Ranks moved")).hasSize(1);
        assertThat(story.entries(JUNE)).hasSize(4);
    }

    @Test
    void whatWasTakenBackIsReplacedByWhatIsDueOnce() {
        story.approveAll();
        RewardEntry wrong = story.entries(JUNE).get(0);
        assertThatThrownBy(() -> replaceReward.replace(wrong.id(), "han", "Too early"))
                .satisfies(EngineDriver.refusedWith("reward.stillStands"));
        reverseReward.reverse(wrong.id(), "han", "Wrong amount");
        story.rank("ann", JUNE, 2);
        assertThatThrownBy(() -> replaceReward.replace(wrong.id(), "han", " "))
                .satisfies(EngineDriver.refusedWith("incentive.reasonNeeded"));
        assertThatThrownBy(() -> replaceReward.replace(wrong.id(), "ann", "Mine"))
                .satisfies(EngineDriver.refusedWith("incentive.ownReward"));
        RewardEntry right = replaceReward.replace(wrong.id(), "han", "The right one");
        assertThat(right.amount()).isEqualByComparingTo("800");
        assertThat(right.replaces()).isEqualTo(wrong.id());
        assertThat(story.waitingForApproval()).hasSize(1);
        assertThatThrownBy(() -> replaceReward.replace(wrong.id(), "han", "Again"))
                .satisfies(EngineDriver.refusedWith("reward.wasReplaced"));
        story.approveAll();
        reverseReward.reverse(right.id(), "han", "Not that either");
        story.rank("ann", JUNE, null);
        assertThatThrownBy(() -> replaceReward.replace(right.id(), "han", "Third"))
                .satisfies(EngineDriver.refusedWith("reward.nothingDue"));
    }

    /** June and August are closed; nobody earned anything in July. */
    @Test
    void aLateCorrectionIsNotHeldUpByAMonthThatHadNothingToPay() {
        story.approveAll();
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-12-06T02:00:00Z")));
        exportPayroll.export(JUNE, "han");
        YearMonth july = JUNE.plusMonths(1);
        YearMonth august = JUNE.plusMonths(2);
        YearMonth september = JUNE.plusMonths(3);
        story.month("ann", july, "good", null, 40);
        assertThat(exportPayroll.export(july, "han").closed()).isFalse();
        story.month("ann", august, "good", 2, 40).grant(august);
        story.approveAll();
        exportPayroll.export(august, "han");
        reverseReward.reverse(story.entries(JUNE).get(0).id(), "han", "Wrong person");
        assertThat(story.bean(ShowPayroll.class).months())
                .filteredOn(month -> month.waiting() > 0)
                .extracting(ShowPayroll.MonthLine::period)
                .containsExactly(september);
        assertThat(exportPayroll.export(july, "han").closed()).isFalse();
        story.month("ann", september, "good", 3, 40).grant(september);
        story.approveAll();
        assertThat(new String(exportPayroll.export(september, "han").file())).contains("-1000.00", "500.00");
        // What July earns after all has a file of its own.
        story.month("bob", july, "good", 3, 40).grant(july);
        story.approveAll();
        assertThat(new String(exportPayroll.export(july, "han").file()))
                .contains("bob")
                .doesNotContain("ann");
    }

    /** An owner's slip in any of the three outputs: nobody gets a wrong reward, and the sentence says where to look. */
    @Test
    void whatATableGivesThatCannotBeIsGrantedToNobody() throws IOException {
        String table = Files.readString(Path.of("dmn", "lecturer-reward.dmn"));
        YearMonth july = JUNE.plusMonths(1);
        story.month("ann", july, "good", 1, 54).month("bob", july, "good", 2, 53);
        for (List<String> slip : List.of(
                List.of("<text>800</text>", "<text>-800</text>", "table.amount"),
                List.of("<text>800</text>", "<text>80000000000</text>", "table.amount"),
                List.of("\"CNY\"", "\"yuan\"", "table.currency"),
                List.of("\"CNY\"", "\"RMB\"", "table.currency"),
                List.of("\"CNY\"", "\"cny\"", "table.currency"),
                List.of("<text>\"training-allowance\"</text>", "<text>\" \"</text>", "table.kind"))) {
            RepositoryService models = story.bean(ProcessEngine.class).getRepositoryService();
            String deployment = models.createDeployment()
                    .addString("lecturer-reward.dmn", table.replace(slip.get(0), slip.get(1)))
                    .deploy()
                    .getId();
            try {
                assertThatThrownBy(() -> story.grant(july))
                        .as(slip.toString())
                        .satisfies(EngineDriver.refusedWith(slip.get(2)));
                assertThatThrownBy(() -> correctRewards.preview(july)).satisfies(EngineDriver.refusedWith(slip.get(2)));
            } finally {
                models.deleteDeployment(deployment, true);
            }
        }
        assertThat(story.entries(july)).isEmpty();
        // Mended, the same month is granted.
        assertThat(story.grant(july)).hasSize(2);
    }

    @Test
    void theDatabaseGrantsNoDebtAndNoWordForACurrency() {
        assertThatThrownBy(() -> insert(List.of("cid", "-800", "null", "null")))
                .hasMessageContaining("reward_entry_grants_no_debt");
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        open -> jdbc.sql("insert into reward_entry (id, employee_id, period, kind, amount, currency,"
                                        + " decision_key, decision_version, entered_at)"
                                        + " values ('x', 'cid', '2026-06', 'k', 1, 'cny', 'd', 1, now())")
                                .update()))
                .hasMessageContaining("reward_entry_has_a_currency");
    }

    @Test
    void aCorrectionNeedsAReason() {
        assertThatThrownBy(() -> story.correct(JUNE, false, ""))
                .satisfies(EngineDriver.refusedWith("incentive.reasonNeeded"));
    }

    /** Whoever writes, and however: at most one entry of a person, period and kind stands. */
    @Test
    void theDatabaseLetsNothingStandTwice() {
        story.approveAll();
        RewardEntry ann = story.entries(JUNE).get(0);
        RewardEntry bob = story.entries(JUNE).get(1);
        for (List<String> attempt : List.of(
                List.of("ann", "1000", "null", "null", "reward_entry_once"),
                List.of("ann", "1000", "null", ann.id(), "still stands"),
                List.of("ann", "-1000", bob.id(), "null", "another person"),
                List.of("ann", "-999", ann.id(), "null", "exactly"),
                List.of("bob", "800", "null", ann.id(), "another person"),
                List.of("ann", "-1000", ann.id(), ann.id(), "reverses_or_replaces"))) {
            assertThatThrownBy(() -> insert(attempt)).as(attempt.toString()).hasMessageContaining(attempt.get(4));
        }
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        open -> jdbc.sql("insert into reward_step (reward_id, state, at) values (?, 'REJECTED', now())")
                                .param(ann.id())
                                .update()))
                .hasMessageContaining("reward_");
        for (String table : List.of("reward_entry", "reward_step", "ledger_chain", "payroll_line", "payroll_month")) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(
                            open -> jdbc.sql("truncate " + table + " cascade").update()))
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void nothingIsCreditedWithoutApprovalOrTakenBackUncredited() {
        RewardEntry ann = story.entries(JUNE).get(0);
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        open -> jdbc.sql("insert into reward_step (reward_id, state, at) values (?, 'CREDITED', now())")
                                .param(ann.id())
                                .update()))
                .hasMessageContaining("without approval");
        assertThatThrownBy(() -> insert(List.of("ann", "-1000", ann.id(), "null")))
                .hasMessageContaining("never credited");
    }

    private void insert(List<String> values) {
        transaction.executeWithoutResult(open -> jdbc.sql("insert into reward_entry (id, employee_id, period, kind,"
                        + " amount, currency, decision_key, decision_version, reversal_of, replaces, entered_at)"
                        + " values ('x', ?, '2026-06', 'training-allowance', cast(? as numeric), 'CNY', 'd', 1, ?, ?,"
                        + " now())")
                .params(
                        values.get(0),
                        values.get(1),
                        values.get(2).equals("null") ? null : values.get(2),
                        values.get(3).equals("null") ? null : values.get(3))
                .update());
    }
}
