package org.xinhuo.mentoring.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinhuo.engine.Outcome;
import org.xinhuo.testing.PlainDecisions;

class StageDecisionsTest {

    private final PlainDecisions decisions = new PlainDecisions();

    @ParameterizedTest(name = "mentee {0}, mentor {1}, gap closed {2}: {3}")
    @CsvSource({
        "none, graduate, 1.0, graduate",
        "none, graduate, 0.5, graduate",
        "none, graduate, 0.49, ask HR",
        "none, graduate, -0.2, ask HR",
        "none, graduate, , graduate",
        "none, continue, 0.1, continue",
        "none, continue, , continue",
        "none, rematch, 0.9, rematch",
        "rematch, rematch, 0.1, rematch",
        "rematch, continue, 0.9, ask HR",
        "rematch, graduate, 1.0, ask HR",
        "rematch, graduate, , ask HR",
        // one or both were waived
        ", graduate, 1.0, ask HR",
        ", rematch, 1.0, ask HR",
        "none, , 1.0, ask HR",
        "rematch, , 0.2, ask HR",
        ", , , ask HR"
    })
    void theNextStepFollowsBothSidesAndTheGap(String mentee, String mentor, Double gapClosed, String expected) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("menteeRecommendation", mentee);
        inputs.put("mentorRecommendation", mentor);
        inputs.put("gapClosed", gapClosed);
        assertThat(decisions.decide("next-step", inputs).first().text("nextStep"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, rematch", "2, rematch", "3, none", "4, none", "5, none"})
    void aLowMarkIsTheWishForAnotherMentor(int satisfaction, String expected) {
        assertThat(decisions
                        .decide("mentee-wish", Map.of("satisfaction", satisfaction))
                        .first()
                        .text("menteeRecommendation"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"selfEvaluate, P7D, P7D, P10D", "evaluateGrowth, P7D, P7D, P10D", "decideNextStep, P5D, P5D, P8D"})
    void everyTaskOfAnEvaluationHasItsDeadlines(String task, String due, String remind, String escalate) {
        Outcome.Row row = decisions
                .decide("evaluation-deadlines", Map.of("task", task, "region", "CN"))
                .first();
        assertThat(row.text("due")).isEqualTo(due);
        assertThat(row.text("remindAfter")).isEqualTo(remind);
        assertThat(row.text("escalateAfter")).isEqualTo(escalate);
    }

    @ParameterizedTest(name = "{0}: every {1}")
    @CsvSource({
        "deep-guidance, P1M, P1M, P7D, P3D",
        "ability-evaluation, P3M, P14D, P7D, P3D",
        "experience-sharing, P1Y, P30D, P14D, P7D"
    })
    void everyDutyHasItsCadence(String duty, String period, String opens, String remind, String escalate) {
        Outcome.Row row = decisions
                .decide("duty-cadence", Map.of("duty", duty, "region", "CN"))
                .first();
        assertThat(row.text("period")).isEqualTo(period);
        assertThat(row.text("opensBefore")).isEqualTo(opens);
        assertThat(row.text("reminderBefore")).isEqualTo(remind);
        assertThat(row.text("escalationAfter")).isEqualTo(escalate);
    }

    @Test
    void everySituationHasPhrasesInBothLanguages() {
        for (String situation : new String[] {"stuck", "progress", "dependence"}) {
            for (String locale : new String[] {"zh-CN", "en"}) {
                assertThat(decisions
                                .decide("coaching-phrases", Map.of("situation", situation, "locale", locale))
                                .rows())
                        .isNotEmpty();
            }
        }
    }
}
