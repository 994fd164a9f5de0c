package org.xinhuo.incentive.process.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xinhuo.incentive.reward.ExportPayroll;
import org.xinhuo.incentive.reward.LedgerStory;
import org.xinhuo.incentive.reward.ReplaceReward;
import org.xinhuo.incentive.reward.ReverseReward;
import org.xinhuo.incentive.reward.RewardEntry;
import org.xinhuo.incentive.reward.ShowPayroll;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.OwnersTables;
import org.xinhuo.testing.SqlCount;
import org.xinhuo.testing.SqlFaults;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/**
 * The bonus for excellent months was too low, and a large company is corrected. All at once it would take longer than the
 * lock of a job lasts: the next node would begin before the first has ended, and neither would ever come to an end.
 */
@XinhuoTest
class CorrectionInPortionsTest {

    private static final int PORTION = 50;

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
    ExportPayroll payroll;

    @Autowired
    ShowPayroll shown;

    @Autowired
    ReverseReward reverse;

    @Autowired
    ReplaceReward replace;

    @Autowired
    JdbcClient jdbc;

    @RegisterExtension
    final OwnersTables tables = new OwnersTables();

    LedgerStory ledger;

    @BeforeEach
    void hr() {
        new CorrectionStory(context);
        company.employee("han").role("han", "hr").employee("hua").role("hua", "hr");
        ledger = new LedgerStory(context);
    }

    @Test
    void eachPortionIsATransactionOfItsOwnAndTheLastLeavesNothing() throws IOException {
        ProcessInstance correction = confirmed(120, 1_100);
        List<Long> corrected = new ArrayList<>();
        while (driver.timer(correction, "correctRewards") != null) {
            driver.run(correction);
            corrected.add(standing("1100.00"));
        }
        assertThat(corrected).containsExactly(50L, 100L, 120L);
        assertThat(standing("1000.00")).isZero();
        driver.runAll(correction);
        assertThat(correction).isEnded().hasPassed("areCorrectionsLeft", "monthCorrected");
        assertThat(standing("1100.00")).isEqualTo(120);
    }

    /** The second person has seen 1,100; what an owner deploys while it is carried out is another correction. */
    @Test
    void allPortionsFollowTheTablesThatWereConfirmed() throws IOException {
        ProcessInstance correction = confirmed(60, 1_100);
        bonus(1_200);
        driver.run(correction);
        assertThat(standing("1100.00")).isEqualTo(PORTION);
        bonus(1_300);
        driver.runAll(correction);
        assertThat(standing("1100.00")).isEqualTo(60);
        assertThat(jdbc.sql("select count(*) from reward_entry where reversal_of is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aPortionThatBreaksLeavesNothingAndIsCorrectedByTheNextTry() throws IOException {
        ProcessInstance correction = confirmed(60, 1_100);
        driver.run(correction);
        String job = driver.job(correction).getId();
        assertThat(faults.breakAt(40, () -> engine.getManagementService().executeJob(job)))
                .isTrue();
        assertThat(standing("1100.00")).isEqualTo(PORTION);
        driver.runAll(correction);
        assertThat(standing("1100.00")).isEqualTo(60);
    }

    /** Else who gives the file out would decide which of those that change ranks keeps his. */
    @Test
    void noMonthIsClosedInTheMiddle() throws IOException {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-08-06T02:00:00Z")));
        ProcessInstance correction = confirmed(60, 1_100);
        ledger.approveAll();
        assertThatThrownBy(() -> payroll.export(LedgerStory.JUNE, "han"))
                .satisfies(EngineDriver.refusedWith("reward.payroll.uncorrected"));
        driver.run(correction);
        ledger.approveAll();
        assertThatThrownBy(() -> payroll.export(LedgerStory.JUNE, "han"))
                .satisfies(EngineDriver.refusedWith("reward.payroll.uncorrected"));
        assertThat(shown.of(LedgerStory.JUNE).uncorrected()).containsExactly(LedgerStory.JUNE);
        assertThat(shown.of(LedgerStory.JUNE).closes()).isFalse();
        driver.runAll(correction);
        ledger.approveAll();
        assertThat(payroll.export(LedgerStory.JUNE, "han").closed()).isTrue();
        assertThat(standing("1100.00")).isEqualTo(60);
    }

    /** What HR has replaced by the newest table while the rest waits is a person's answer. */
    @Test
    void whatAPersonReplacesBetweenTwoPortionsStays() throws IOException {
        ProcessInstance correction = confirmed(60, 1_100);
        driver.run(correction);
        bonus(1_200);
        String first = ledger.entries(LedgerStory.JUNE).stream()
                .filter(RewardEntry::stands)
                .filter(entry -> entry.amount().toPlainString().equals("1100.00"))
                .findFirst()
                .orElseThrow()
                .id();
        ledger.approveAll();
        reverse.reverse(first, "hua", "Wrong");
        replace.replace(first, "hua", "By the newest table");
        driver.runAll(correction);
        assertThat(standing("1200.00")).isEqualTo(1);
        assertThat(standing("1100.00")).isEqualTo(59);
    }

    /** Passed over after its first portion: what is left is taken up, by the same tables. */
    @Test
    void aCorrectionThatIsPassedOverHalfwayIsTakenUpWhereItStands() throws IOException {
        ProcessInstance correction = confirmed(60, 1_100);
        driver.run(correction);
        engine.getRuntimeService()
                .createProcessInstanceModification(correction.getId())
                .cancelAllForActivity("correctRewards")
                .startBeforeActivity("awardTitles")
                .execute();
        driver.runAll(correction);
        assertThat(correction).isEnded();
        assertThat(driver.told("hua")).contains("reward.passedOver.correction");
        bonus(1_300);
        ProcessInstance again = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "month-correction",
                        correction.getBusinessKey(),
                        Map.<String, Object>of("period", "2026-06", "reason", "Taken up"));
        driver.runAll(again);
        assertThat(again).isEnded().hasPassed("monthCorrected");
        assertThat(standing("1100.00")).isEqualTo(60);
    }

    /** A model of before has no way back to the step: there it corrects everything at once. */
    @Test
    void aModelThatAsksForNoPortionsCorrectsEverythingInOneStep() throws IOException {
        String model = Files.readString(Path.of("bpmn", "month-correction.bpmn"))
                .replaceAll("(?s)<camunda:inputParameter name=\"portion\">.*?</camunda:inputParameter>", "");
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("month-correction.bpmn", model)
                .deploy()
                .getId();
        try {
            ProcessInstance correction = confirmed(60, 1_100);
            driver.run(correction);
            assertThat(standing("1100.00")).isEqualTo(60);
            assertThat(correction).isWaitingAt("awardTitles");
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    /** The company of 140 costs a portion no more statements than that of 60. */
    @Test
    void aPortionCostsTheSameInALargerCompany() throws Exception {
        driver.run(confirmed(60, 1_100));
        ProcessInstance few = confirmedAgain("2026-05", 60, 1_200);
        long small = statements.of(() -> driver.run(few));
        ProcessInstance many = confirmedAgain("2026-04", 140, 1_300);
        long large = statements.of(() -> driver.run(many));
        assertThat(large).isEqualTo(small);
    }

    private long standing(String amount) {
        return ledger.entries(LedgerStory.JUNE).stream()
                .filter(RewardEntry::stands)
                .filter(entry -> entry.amount().toPlainString().equals(amount))
                .count();
    }

    private void bonus(int amount) throws IOException {
        tables.slip("lecturer-reward", "(\"excellence-bonus\".*?<text>)1000(</text>)", "$1" + amount + "$2");
    }

    private ProcessInstance confirmed(int excellent, int bonus) throws IOException {
        company.write("insert into employee (id, name, department, job, hired_on, locale, time_zone, region)"
                + " select 'x' || n, 'X' || n, 'Sales', 'Consultant', date '2021-01-01', 'zh-CN',"
                + " 'Asia/Shanghai', 'CN' from generate_series(1, 200) n");
        return confirmedAgain("2026-06", excellent, bonus);
    }

    /** A correction that waits to bring the rewards of so many excellent lecturers in line with another bonus. */
    private ProcessInstance confirmedAgain(String period, int excellent, int bonus) throws IOException {
        for (int n = 1; n <= excellent; n++) {
            ledger.month("x" + n, YearMonth.parse(period), "excellent", null, 50);
        }
        ledger.grant(YearMonth.parse(period));
        bonus(bonus);
        ProcessInstance correction = driver.start(
                "month-correction", "han", Map.of("period", period, "reason", "Too low", "rules", "rewards"));
        driver.run(correction);
        driver.complete(correction, "hua", Map.of("confirmed", true));
        driver.run(correction);
        assertThat(correction).isWaitingAt("correctRewards");
        return correction;
    }
}
