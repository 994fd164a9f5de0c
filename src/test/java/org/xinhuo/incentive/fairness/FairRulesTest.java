package org.xinhuo.incentive.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinhuo.engine.Outcome;
import org.xinhuo.testing.PlainDecisions;

/** Values of the tables that mean nothing stop the review instead of holding honest people's money. */
class FairRulesTest {

    static final YearMonth JUNE = YearMonth.of(2026, 6);

    @ParameterizedTest
    @CsvSource({
        "ring-rules, falseAlarm, 5",
        "ring-rules, falseAlarm, 1",
        "ring-rules, falseAlarm, 0",
        "ring-rules, fewestMarks, 1",
        "ring-rules, fewestMarks, -3",
        "ring-rules, leastExcess, -0.1",
        "ring-rules, largestGroup, 1",
        "fair-score-rules, windowMonths, 0",
    })
    void valuesThatCannotBeAreRefused(String table, String output, BigDecimal value) {
        assertThatThrownBy(() -> FairRules.of(new Changed(table, output, value), JUNE))
                .hasMessageContaining("answer what cannot be");
    }

    @Test
    void theTablesAsTheyComeAreSound() {
        assertThat(FairRules.of(new PlainDecisions(), JUNE).rings().falseAlarm())
                .isEqualTo(0.05);
    }

    /** The project's tables with one output changed. */
    private static final class Changed extends PlainDecisions {

        private final String table;
        private final String output;
        private final Object value;

        Changed(String table, String output, Object value) {
            this.table = table;
            this.output = output;
            this.value = value;
        }

        @Override
        public Outcome decide(String key, Map<String, ?> inputs) {
            Outcome outcome = super.decide(key, inputs);
            if (!key.equals(table)) {
                return outcome;
            }
            Map<String, Object> outputs = new HashMap<>(outcome.first().outputs());
            outputs.put(output, value);
            return new Outcome(outcome.decision(), List.of(new Outcome.Row(outputs)));
        }
    }
}
