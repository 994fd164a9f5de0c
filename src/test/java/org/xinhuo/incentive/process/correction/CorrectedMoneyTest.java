package org.xinhuo.incentive.process.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.xinhuo.incentive.correction.CorrectionStart;
import org.xinhuo.incentive.correction.MonthCorrection;
import org.xinhuo.incentive.reward.LedgerStory;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.OwnersTables;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoTest;

/** What a correction of {@link CorrectionStory}'s June does to the money. */
@XinhuoTest
class CorrectedMoneyTest {

    @RegisterExtension
    final OwnersTables tables = new OwnersTables();

    @Autowired
    ApplicationContext context;

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineDriver driver;

    @Autowired
    TestCompany company;

    @Autowired
    CorrectionStart correctionStart;

    CorrectionStory june;

    LedgerStory story;

    @BeforeEach
    void aConfirmedJune() {
        june = new CorrectionStory(context).confirmedJune();
        story = new LedgerStory(context);
    }

    /** Two marks of Li's were given by mistake: 9, 9, 9 and 2, 2 make 6.2; he fails, Wang is first, the money follows. */
    @Test
    void theMoneyFollowsTheCorrectedResults() {
        story.approveAll();
        assertThat(story.told(CorrectionStory.JUNE)).contains("li 1000.00 credited", "wang 800.00 credited");
        company.write("update rating set score = 2 where share_id = 'l1' and learner_id in ('r1', 'r2')");
        ProcessInstance correction = june.request("han", "两个评分录错了");
        driver.run(correction);
        assertThat(driver.form(correction).get("rewards").toString()).contains("800.00 CNY → 1,000.00 CNY");
        // One language, whichever the reader's is.
        assertThat(driver.form(correction).get("rewards").toString()).doesNotContain("applied");
        assertThat(String.valueOf(driver.form(correction).get("tables"))).doesNotContain(" / ");
        driver.complete(correction, "hua", Map.of("confirmed", true));
        driver.runAll(correction);
        story.approveAll();

        assertThat(june.month("wang").ranks().rating()).isEqualTo(1);
        assertThat(june.month("li").grade().name()).isEqualTo("fail");
        assertThat(driver.told("wang")).contains("correction.newRank").doesNotContain("correction.newScore");
        assertThat(story.entries(CorrectionStory.JUNE).stream()
                        .filter(entry -> entry.stands() && entry.kind().equals("training-allowance"))
                        .map(entry -> entry.employeeId() + " " + entry.amount()))
                .containsExactlyInAnyOrder("wang 1000.00", "li 800.00");
        assertThat(story.entries(CorrectionStory.JUNE).stream()
                        .filter(entry -> entry.replaces() != null)
                        .map(entry -> entry.reason()))
                .as("as /corrections numbers them")
                .isNotEmpty()
                .containsOnly("当月第1次更正。");
    }

    /** Wang was paid 800; then the owner doubles that. Only Li's forgotten share is corrected. */
    @Test
    void aCorrectionOfFactsPaysNobodyByATableThatCameLater() throws IOException {
        story.approveAll();
        List<String> before = story.told(CorrectionStory.JUNE);
        assertThat(before).contains("wang 800.00 credited");
        tables.slip("lecturer-reward", "<text>800</text>", "<text>1600</text>");
        june.forgottenShareOfLi();
        ProcessInstance correction = june.request("han", "Forgotten share");
        driver.run(correction);
        assertThat(driver.form(correction).get("rewards").toString()).doesNotContain("1,600");
        driver.complete(correction, "hua", Map.of("confirmed", true));
        driver.runAll(correction);
        story.approveAll();
        // Li's month is excellent now and earns the bonus of that table; nobody else's entries move.
        assertThat(story.told(CorrectionStory.JUNE)).containsAll(before).doesNotContain("wang -800.00 credited");
        assertThat(story.told(CorrectionStory.JUNE).stream().filter(entry -> entry.startsWith("wang")))
                .containsExactlyElementsOf(before.stream()
                        .filter(entry -> entry.startsWith("wang"))
                        .toList());
        // Running the month again grants nothing by the new table either.
        assertThat(story.grant(CorrectionStory.JUNE)).isEmpty();
        // Where the table was the mistake, today's counts.
        company.write("update share set state = 'NOT_HELD' where id = 'l2'");
        ProcessInstance byToday = june.start("han", Map.of("period", "2026-06", "reason", "Table", "rules", "current"));
        driver.run(byToday);
        assertThat(driver.form(byToday).get("rewards").toString()).contains("800.00 CNY → 1,600.00 CNY");
    }

    /** Han is HR and second; 800 wait for somebody else's approval when the owner lowers the second place to 500. */
    @Test
    void nobodyCorrectsRewardsAlone() throws IOException {
        company.role("wang", "hr");
        List<String> before = story.told(CorrectionStory.JUNE);
        assertThat(before).contains("wang 800.00 granted");
        tables.slip("lecturer-reward", "<text>800</text>", "<text>500</text>");
        String id = driver.as(
                "wang",
                () -> correctionStart.request(CorrectionStory.JUNE, "Five hundred now", MonthCorrection.Rules.REWARDS));
        ProcessInstance correction = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .singleResult();
        driver.run(correction);
        assertThat(driver.form(correction).get("rewards").toString()).contains("800.00 CNY → 500.00 CNY");
        assertThat(driver.form(correction)).containsEntry("lecturers", 0);
        assertThat(story.told(CorrectionStory.JUNE)).isEqualTo(before);
        assertThatThrownBy(() -> driver.complete(correction, "wang", Map.of("confirmed", true)))
                .satisfies(EngineDriver.refusedWith("correction.ownRequest"));
        driver.complete(correction, "hua", Map.of("confirmed", true));
        driver.runAll(correction);
        assertThat(story.told(CorrectionStory.JUNE)).contains("wang 800.00 withdrawn", "wang 500.00 approved");
        // Now the ledger says what the table says: the next request ends by itself.
        ProcessInstance again = june.start("han", Map.of("period", "2026-06", "reason", "Again", "rules", "rewards"));
        driver.run(again);
        assertThat(again).isEnded().hasPassed("nothingToCorrect");
    }
}
