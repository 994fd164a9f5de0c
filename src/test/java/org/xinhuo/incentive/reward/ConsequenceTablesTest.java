package org.xinhuo.incentive.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinhuo.engine.Outcome;
import org.xinhuo.testing.PlainDecisions;

/** Every rule of the tables that say what a result leads to. */
class ConsequenceTablesTest {

    final PlainDecisions decisions = new PlainDecisions();

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "good, 1, none, training-allowance 1000.0 CNY",
                "good, 2, none, training-allowance 800.0 CNY",
                "good, 3, none, training-allowance 500.0 CNY",
                "good, 4, 2, ''",
                "excellent, none, none, excellence-bonus 1000.0 CNY",
                "fail, none, 1, knowledge-contribution 0.0 CNY",
                "excellent, 1, 1, training-allowance 1000.0 CNY+excellence-bonus 1000.0 CNY+knowledge-contribution 0.0 CNY",
            })
    void everyRewardThatAppliesIsGiven(String grade, Integer ratingRank, Integer reuseRank, String rewards) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("grade", grade);
        inputs.put("ratingRank", ratingRank);
        inputs.put("reuseRank", reuseRank);
        inputs.put("raters", 7);
        inputs.put("region", "CN");
        assertThat(String.join(
                        "+",
                        decisions.decide("lecturer-reward", inputs).rows().stream()
                                .map(row -> row.text("kind") + " " + row.number("amount") + " " + row.text("currency"))
                                .toList()))
                .isEqualTo(rewards);
    }

    @ParameterizedTest
    @CsvSource({
        "knowledge-contribution, 0, CNY, false",
        "training-allowance, 500, CNY, false",
        "training-allowance, 500.01, CNY, true",
        "excellence-bonus, 1000, CNY, true",
        "excellence-bonus, 100, EUR, true"
    })
    void moneyAboveTheLimitNeedsAnApproval(String kind, double amount, String currency, boolean needed) {
        assertThat(decisions
                        .decide("reward-approval", Map.of("kind", kind, "amount", amount, "currency", currency))
                        .first()
                        .flag("needed"))
                .isEqualTo(needed);
    }

    @Test
    void threeExcellentMonthsInARowMakeASeniorLecturer() {
        assertThat(titles(2)).isEmpty();
        assertThat(titles(3)).isEqualTo("senior-lecturer");
        assertThat(titles(12)).isEqualTo("senior-lecturer");
    }

    @ParameterizedTest
    @CsvSource({
        "department-manager, 6, 6, true",
        "department-manager, 12, 6, true",
        "department-manager, 5, 5, lecturerMonths 6+excellentMonths 6",
        "department-manager, 6, 5, excellentMonths 6",
        "department-manager, 0, 0, lecturerMonths 6+excellentMonths 6",
        "president, 12, 6, targetRole 0"
    })
    void theGateNamesEverythingThatIsMissing(String role, int months, int excellent, String answer) {
        Outcome outcome = decisions.decide(
                "promotion-eligibility",
                Map.of("targetRole", role, "lecturerMonths", months, "excellentMonthsOfLastSix", excellent));
        assertThat(String.join(
                        "+",
                        outcome.rows().stream()
                                .map(row -> row.flag("eligible")
                                        ? "true"
                                        : row.text("missing") + " " + row.integer("required"))
                                .toList()))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "rank-moved, up, true, apply",
        "newly-due, up, false, apply",
        "own-result, down, true, apply",
        "rank-moved, down, false, apply",
        "rules-changed, down, false, apply",
        "rank-moved, down, true, keep",
        "rules-changed, down, true, keep",
        "rules-changed, currency-changed, true, keep",
        "rank-moved, currency-changed, false, apply",
        "own-result, currency-changed, true, apply"
    })
    void nobodyLosesWhatWasPaidBecauseOfOthers(String cause, String difference, boolean paid, String action) {
        assertThat(decisions
                        .decide("reward-correction", Map.of("cause", cause, "difference", difference, "paid", paid))
                        .first()
                        .text("action"))
                .isEqualTo(action);
    }

    private String titles(int excellentInARow) {
        return String.join(
                "+",
                decisions.decide("lecturer-title", Map.of("excellentMonthsInARow", excellentInARow)).rows().stream()
                        .map(row -> row.text("title"))
                        .toList());
    }
}
