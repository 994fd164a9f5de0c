package org.xinhuo.incentive.process.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.springframework.context.ApplicationContext;
import org.xinhuo.incentive.scoring.LecturerMonth;
import org.xinhuo.incentive.scoring.LecturerMonths;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.TestCompany;

/**
 * A June to be corrected: Wang was rated 8 by five (score 92), Li 9 by five but shared once (score 86). Han and Hua are
 * HR.
 */
public class CorrectionStory {

    public static final YearMonth JUNE = YearMonth.of(2026, 6);

    private final TestCompany company;
    private final EngineDriver driver;
    private final LecturerMonths months;

    public CorrectionStory(ApplicationContext context) {
        company = context.getBean(TestCompany.class);
        driver = context.getBean(EngineDriver.class);
        months = context.getBean(LecturerMonths.class);
        BpmnAwareTests.init(context.getBean(ProcessEngine.class));
    }

    /** HR, the lecturers, and what they did in June; nothing is reviewed. */
    public CorrectionStory june() {
        company.employee("han")
                .role("han", "hr")
                .employee("hua")
                .role("hua", "hr")
                .employee("mei")
                .employee("wang")
                .lecturer("wang", "default")
                .employee("li")
                .lecturer("li", "default");
        company.heldShare("w1", "wang", Instant.parse("2026-06-10T06:00:00Z"), 45, 2)
                .heldShare("w2", "wang", Instant.parse("2026-06-20T06:00:00Z"), 45, 1)
                .rated("w1", 8, 8, 8, 8, 8)
                .heldShare("l1", "li", Instant.parse("2026-06-12T06:00:00Z"), 45, 3)
                .rated("l1", 9, 9, 9, 9, 9);
        return this;
    }

    /** The same, and Han has confirmed it. */
    public CorrectionStory confirmedJune() {
        june();
        ProcessInstance review = driver.start("monthly-review", "han", Map.of("period", "2026-06"));
        driver.runAll(review);
        driver.complete(review, "han", Map.of("confirmed", true));
        driver.runAll(review);
        assertThat(month("wang").score()).isEqualByComparingTo("92.00");
        assertThat(month("li").ranks().rating()).isEqualTo(1);
        return this;
    }

    /** A second share of Li's: held (20 points instead of 10), so 96 with a mean of 9. */
    public void forgottenShareOfLi() {
        company.heldShare("l2", "li", Instant.parse("2026-06-25T06:00:00Z"), 45, 0);
    }

    public LecturerMonth month(String lecturer) {
        return months.find(lecturer, JUNE).orElseThrow();
    }

    public ProcessInstance request(String by, String reason) {
        return start(by, Map.of("period", "2026-06", "reason", reason));
    }

    public ProcessInstance start(String by, Map<String, Object> variables) {
        return driver.start("month-correction", by, variables);
    }

    /** Requested by Han, computed, confirmed by Hua, with everything that follows. */
    public ProcessInstance corrected(String reason) {
        ProcessInstance correction = request("han", reason);
        driver.run(correction);
        driver.complete(correction, "hua", Map.of("confirmed", true));
        driver.runAll(correction);
        return correction;
    }
}
