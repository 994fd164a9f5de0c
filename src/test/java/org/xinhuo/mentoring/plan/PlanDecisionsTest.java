package org.xinhuo.mentoring.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinhuo.engine.Outcome;
import org.xinhuo.testing.PlainDecisions;

/** The tables of the plan as they come with the product. */
class PlanDecisionsTest {

    private final PlainDecisions decisions = new PlainDecisions();

    @ParameterizedTest
    @ValueSource(strings = {"stateNeeds", "draftPlan", "reviewPlan", "confirmPlan", "revisePlan", "mediatePlan"})
    void everyTaskHasFiveDaysAndThreeMoreUntilHrIsTold(String task) {
        Outcome.Row row = decisions
                .decide("plan-deadlines", Map.of("task", task, "region", "CN"))
                .first();
        assertThat(row.outputs())
                .containsExactlyInAnyOrderEntriesOf(Map.of("due", "P5D", "remindAfter", "P5D", "escalateAfter", "P8D"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void afterThreeVersionsHrMediates(boolean change) {
        assertThat(decisions
                        .decide("plan-rounds", Map.of("planChange", change, "region", "CN"))
                        .first()
                        .integer("versionsAllowed"))
                .isEqualTo(3);
    }

    @Test
    void aPlanEndsWithinTwoYears() {
        assertThat(decisions
                        .decide("plan-limits", Map.of("region", "CN"))
                        .first()
                        .integer("longestMonths"))
                .isEqualTo(24);
    }

    @Test
    void oneRuleAnswersForEachTask() {
        assertThat(decisions
                        .decide("plan-deadlines", Map.of("task", "mediatePlan", "region", "DE"))
                        .rows())
                .hasSize(1);
    }
}
