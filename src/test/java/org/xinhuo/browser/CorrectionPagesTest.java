package org.xinhuo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.xinhuo.browser.Browser.Window;
import org.xinhuo.incentive.correction.MonthCorrection;
import org.xinhuo.incentive.correction.MonthCorrections;
import org.xinhuo.incentive.process.correction.CorrectionStory;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.EngineDriver;
import org.xinhuo.testing.XinhuoWebTest;

/** A correction between two people of HR: who is led to the answer, and what is done where its process was deleted. */
@XinhuoWebTest
class CorrectionPagesTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private EngineDriver driver;

    @Autowired
    private MonthCorrections corrections;

    private CorrectionStory june;

    private ProcessInstance correction;

    @BeforeEach
    void requestedByHan() {
        june = new CorrectionStory(context).confirmedJune();
        june.forgottenShareOfLi();
        correction = june.request("han", "Forgotten share");
        driver.run(correction);
    }

    @InBothLanguages
    void theSecondPersonIsLedToTheTaskAndTheRequesterIsNot(Window window) {
        String task = "/camunda/app/tasklist/default/#/?task="
                + driver.task(correction).getId();
        Page hua = browser.login("hua", window);
        browser.go(hua, "/corrections?period=2026-06");
        assertThat(hua.locator("#correction-1 .answer a")).hasAttribute("href", task);
        Page han = browser.login("han", window);
        browser.go(han, "/corrections?period=2026-06");
        assertThat(han.locator("#correction-1")).containsText("86.00 → 96.00");
        assertThat(han.locator("#correction-1 .answer")).hasCount(0);
        assertThat(han.locator("#correction-1"))
                .containsText(window.name().startsWith("CHINESE") ? "须由另一位培训管理员答复" : "Somebody else of HR answers it");
        browser.assertNoSideScroll(han);
        browser.assertAccessible(han);
        browser.screenshot(han, "correction-of-ones-own-" + window);

        driver.complete(correction, "hua", Map.of("confirmed", false, "remark", "No list attached"));
        browser.go(hua, "/corrections?period=2026-06");
        assertThat(hua.locator("#correction-1")).containsText("No list attached");
        assertThat(hua.locator("#correction-1 .tag-done")).hasCount(0);
        assertThat(hua.locator("#correction-1 .answer")).hasCount(0);
        browser.assertNoScriptErrors();
    }

    @Test
    void aCorrectionWhoseProcessWasDeletedIsContinuedByAButton() {
        delete();
        Page han = browser.login("han", Window.CHINESE_PHONE);
        browser.go(han, "/corrections?period=2026-06");
        assertThat(han.locator("#correction-1 .text-danger")).isVisible();
        browser.assertAccessible(han);
        browser.assertNoSideScroll(han);
        han.locator("#correction-1 form button").click();
        assertThat(han.locator("[role=status]")).isVisible();
        assertThat(han.locator("#correction-1 .text-danger")).hasCount(0);
        assertThat(han.locator("#correction-1 form")).hasCount(0);
        browser.assertNoScriptErrors();

        itGoesOn();
    }

    @Test
    void theApiContinuesWhatNothingCarriesOnAndNothingElse() {
        String path = "/api/corrections/" + correction.getBusinessKey() + "/continuation";
        Caller han = Caller.basic(port, "han");
        Caller.Answer underWay = han.post(path, "");
        assertThat(underWay.status()).isEqualTo(409);
        assertThat(underWay.json().path("type").asText()).isEqualTo("urn:xinhuo:problem:correction.underWay");
        delete();
        assertThat(Caller.nobody(port).post(path, "").status()).isEqualTo(401);
        assertThat(Caller.basic(port, "mei").post(path, "").status()).isEqualTo(403);
        assertThat(running()).isNull();
        assertThat(han.post("/api/corrections/none/continuation", "").status()).isEqualTo(404);

        assertThat(han.post(path, "").json().path("id").asText()).isEqualTo(correction.getBusinessKey());
        assertThat(han.post(path, "").status()).isEqualTo(409);
        itGoesOn();
        Caller.Answer decided = han.post(path, "");
        assertThat(decided.status()).isEqualTo(409);
        assertThat(decided.json().path("type").asText()).isEqualTo("urn:xinhuo:problem:correction.wasDecided");
    }

    private void delete() {
        engine.getRuntimeService().deleteProcessInstance(correction.getId(), "by mistake");
    }

    /** Computed again, answered by the second person, carried out. */
    private void itGoesOn() {
        ProcessInstance again = running();
        driver.run(again);
        driver.complete(again, "hua", Map.of("confirmed", true));
        driver.runAll(again);
        assertThat(june.month("li").score()).isEqualByComparingTo("96.00");
        MonthCorrection done = corrections.get(correction.getBusinessKey());
        assertThat(done.state()).isEqualTo(MonthCorrection.State.CONFIRMED);
        assertThat(done.requestedBy()).isEqualTo("han");
        assertThat(done.reason()).isEqualTo("Forgotten share");
    }

    private ProcessInstance running() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(correction.getBusinessKey(), "month-correction")
                .singleResult();
    }
}
