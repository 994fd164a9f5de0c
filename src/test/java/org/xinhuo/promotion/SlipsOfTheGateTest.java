package org.xinhuo.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xinhuo.testing.Caller;
import org.xinhuo.testing.Caller.Answer;
import org.xinhuo.testing.OwnersTables;
import org.xinhuo.testing.TestCompany;
import org.xinhuo.testing.XinhuoWebTest;

/**
 * A process owner deploys the gate with a slip in it: nothing is guessed where somebody's career hangs on it, and who
 * asks is told which table is wrong, in which version and why, in his or her language.
 */
@XinhuoWebTest
class SlipsOfTheGateTest {

    private static final String ROLE = "{\"targetRole\":\"department-manager\"}";
    private static final String VARIABLES = "{\"variables\":{\"targetRole\":{\"value\":\"department-manager\"}}}";

    @RegisterExtension
    final OwnersTables tables = new OwnersTables();

    @LocalServerPort
    int port;

    @Autowired
    TestCompany company;

    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void people() {
        company.employee("zhao").employee("wang", "Sales", "Consultant", "zhao").lecturer("wang", "default");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<text>6</text>|<text>\"six\"</text>|engine.decisionFails|无法求值",
                "<text>6</text>|<text>6.5</text>|engine.decisionNotWhole|必须是整数",
                "<text>6</text>|<text></text>|engine.decisionSilent|没有给出“required”",
                "hitPolicy=\"RULE ORDER\"|hitPolicy=\"UNIQUE\"|engine.decisionFails|无法求值"
            })
    void isToldToWhoAsks(String shipped, String slip, String code, String sentence) throws IOException {
        // Whole numbers are what the shipped column takes; an owner who widens it may write a fraction.
        tables.slip(
                "promotion-eligibility",
                Map.of("typeRef=\"integer\" />", "typeRef=\"double\" />", Pattern.quote(shipped), slip));
        Caller wang = Caller.basic(port, "wang").with("Accept-Language", "zh-CN");

        for (Answer answer : List.of(
                wang.get("/api/promotions/eligibility"),
                wang.post("/api/promotions", ROLE),
                wang.post("/engine-rest/process-definition/key/promotion/start", VARIABLES),
                wang.post("/engine-rest/process-definition/key/promotion/submit-form", VARIABLES))) {
            assertThat(answer.status()).as(answer.toString()).isBetween(400, 409);
            assertThat(answer.body()).contains(code, sentence, "promotion-eligibility");
        }
        assertThat(Caller.browser(port, "wang")
                        .with("Accept-Language", "zh-CN")
                        .get("/promotion")
                        .body())
                .contains(sentence);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("promotion")
                        .count())
                .isZero();
    }
}
