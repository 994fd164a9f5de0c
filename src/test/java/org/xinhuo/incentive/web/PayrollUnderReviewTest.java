package org.xinhuo.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.xinhuo.incentive.reward.LedgerStory;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.OwnersTables;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/** A review grants fifty rewards a transaction; finance does not close the month between two of them. */
@XinhuoWebTest
class PayrollUnderReviewTest {

    static final YearMonth JUNE = YearMonth.of(2026, 6);

    static final int EXCELLENT = 53;

    @RegisterExtension
    final OwnersTables tables = new OwnersTables();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    EngineDriver driver;

    @Autowired
    TestCompany company;

    LedgerStory story;

    Caller han;

    ProcessInstance review;

    /** Fifty of fifty-three bonuses of June are granted, approved and credited. */
    @BeforeEach
    void aPortionOfJune() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-08-06T02:00:00Z")));
        story = new LedgerStory(context).people();
        han = Caller.basic(port, "han");
        review = driver.start("monthly-review", "han", Map.of("period", JUNE.toString()));
        driver.runAll(review);
        driver.complete(review, "han", Map.of("confirmed", true));
        driver.run(review);
        for (int n = 1; n <= EXCELLENT; n++) {
            company.employee("x" + n);
            story.month("x" + n, JUNE, "excellent", null, 50);
        }
        driver.run(review);
        story.approveAll();
    }

    @Test
    void theMonthIsClosedOnceEverythingIsGranted() {
        assertThat(han.get("/api/payroll/2026-06").json().path("ungranted").toString())
                .isEqualTo("[\"2026-06\"]");
        Answer refused = han.with("Accept-Language", "en").get("/api/payroll/2026-06.csv");
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.body()).contains("The review of June 2026 has not granted");
        Caller browser = Caller.browser(port, "han").with("Accept-Language", "en");
        assertThat(browser.get("/payroll?month=2026-06").body())
                .contains("has not granted every reward yet", "/rewards?period=2026-06")
                .doesNotContain("/payroll/2026-06/closing");
        assertThat(han.get("/api/payroll/2026-06").json().path("state").asText())
                .isEqualTo("open");

        driver.runAll(review);
        story.approveAll();
        assertThat(han.get("/api/payroll/2026-06").json().path("closes").asBoolean())
                .isTrue();
        assertThat(lines(han.get("/api/payroll/2026-06.csv"))).isEqualTo(EXCELLENT);
    }

    /** Its instance is gone: HR continues it on the page that the refusal names. */
    @Test
    void aMonthWhoseReviewIsGoneIsNotHeldUpForEver() {
        company.employee("root").role("root", "camunda-admin");
        assertThat(Caller.basic(port, "root")
                        .send("DELETE", "/engine-rest/process-instance/" + review.getId(), null, null)
                        .status())
                .isEqualTo(204);
        assertThat(han.get("/api/payroll/2026-06.csv").status()).isEqualTo(409);
        ProcessInstance again = driver.start("monthly-review", "han", Map.of("period", JUNE.toString()));
        driver.runAll(again);
        story.approveAll();
        assertThat(lines(han.get("/api/payroll/2026-06.csv"))).isEqualTo(EXCELLENT);
    }

    /** June has a file of its own whenever it is ready. */
    @Test
    void anotherMonthIsClosedMeanwhile() {
        story.month("x1", JUNE.plusMonths(1), "excellent", null, 50);
        story.grant(JUNE.plusMonths(1));
        story.approveAll();
        assertThat(lines(han.get("/api/payroll/2026-07.csv"))).isEqualTo(1);
        driver.runAll(review);
        story.approveAll();
        assertThat(lines(han.get("/api/payroll/2026-06.csv"))).isEqualTo(EXCELLENT);
    }

    @Test
    void aTableThatCannotBeReadStopsTheClosingAndNotThePage() throws IOException {
        company.write("delete from reward_table");
        tables.slip("lecturer-reward", "<text>1000</text>", "<text>-1000</text>");
        assertThat(han.get("/api/payroll/2026-06").status()).isEqualTo(200);
        assertThat(Caller.browser(port, "han").get("/payroll?month=2026-06").status())
                .isEqualTo(200);
        assertThat(han.get("/api/payroll/2026-06.csv").status()).isEqualTo(409);
    }

    private static long lines(Answer file) {
        assertThat(file.status()).as(file.toString()).isEqualTo(200);
        return file.body().lines().count() - 1;
    }
}
