package org.xinhuo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinhuo.base.Refusal;

/** What a table does not answer is refused and never guessed. */
class OutcomeTest {

    private static Outcome.Row saying(Object value) {
        return new Outcome(
                        new Outcome.DecisionRef("table", 3, "table:3"),
                        List.of(new Outcome.Row(Map.of("output", value))))
                .first();
    }

    @Test
    void whatIsUsableIsRead() {
        assertThat(saying("x").text("output")).isEqualTo("x");
        assertThat(saying(1.5).number("output")).isEqualByComparingTo("1.5");
        assertThat(saying(2.0).integer("output")).isEqualTo(2);
        assertThat(saying(true).flag("output")).isTrue();
        assertThat(saying("false").flag("output")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, integer, engine.decisionNotWhole",
        "soon, integer, engine.decisionNotANumber",
        "soon, number, engine.decisionNotANumber",
        "nein, flag, engine.decisionNotAFlag"
    })
    void whatIsNotIsRefused(String value, String asked, String code) {
        assertThatThrownBy(() -> read(saying(value), asked)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.arguments()).containsExactly("table", 3, "output", value);
        });
    }

    private static Object read(Outcome.Row row, String asked) {
        return switch (asked) {
            case "integer" -> row.integer("output");
            case "number" -> row.number("output");
            default -> row.flag("output");
        };
    }

    @Test
    void whatIsMissingIsRefused() {
        assertThatThrownBy(() -> saying("x").text("other"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("engine.decisionSilent"));
        Outcome none = new Outcome(new Outcome.DecisionRef("table", 3, "table:3"), List.of());
        assertThatThrownBy(none::first)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("engine.decisionNoRule"));
    }
}
