package org.xinhuo.mentoring.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinhuo.engine.Outcome;

/** A slip in the table plan-limits keeps nobody from drafting a plan. */
class BrokenLimitsTest {

    private static int longest(List<Outcome.Row> rows) {
        return ProposePlan.longestMonths(new Outcome(new Outcome.DecisionRef("plan-limits", 2, "x"), rows));
    }

    @Test
    void theTableCountsWhereItNamesMonthsAndTheProductOtherwise() {
        assertThat(longest(List.of(new Outcome.Row(Map.of("longestMonths", 36)))))
                .isEqualTo(36);
        for (Object slip : List.of("long", 0, -3, 2.5, 1000)) {
            assertThat(longest(List.of(new Outcome.Row(Map.of("longestMonths", slip)))))
                    .isEqualTo(24);
        }
        assertThat(longest(List.of())).isEqualTo(24);
    }
}
