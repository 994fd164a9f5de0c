package org.xinhuo.mentoring.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinhuo.engine.Outcome;
import org.xinhuo.testing.PlainDecisions;

/** The table as it comes with the product, and what counts where a process owner's has no usable answer. */
class SilenceRuleTest {

    private static final SilenceRule SHIPPED =
            new SilenceRule(Period.ofDays(30), Period.ofDays(7), Period.ofDays(7), 4);

    @Test
    void theTableGivesWhatComesWithTheProduct() {
        assertThat(SilenceRule.of(new PlainDecisions().decide("silence-rule", Map.of("region", "CN"))))
                .isEqualTo(SHIPPED);
    }

    @Test
    void aTableOfBeforeKnowsNothingOfReminders() {
        assertThat(SilenceRule.of(answer(Map.of("silenceAfter", "P20D", "hrAfter", "P3D"))))
                .isEqualTo(new SilenceRule(Period.ofDays(20), Period.ofDays(3), Period.ofDays(7), 4));
    }

    @Test
    void aSlipOfItsOwnerIsPassedOver() {
        assertThat(SilenceRule.of(answer(Map.of(
                        "silenceAfter", "30 days", "hrAfter", "P0D", "hrAgainAfter", "weekly", "hrAgainAtMost", "-1"))))
                .isEqualTo(SHIPPED);
        assertThat(SilenceRule.of(new Outcome(new Outcome.DecisionRef("silence-rule", 2, "silence-rule:2"), List.of())))
                .isEqualTo(SHIPPED);
    }

    @Test
    void noReminderAtAllIsARuleToo() {
        assertThat(SilenceRule.of(answer(Map.of("silenceAfter", "P30D", "hrAfter", "P7D", "hrAgainAtMost", "0")))
                        .hrAgainAtMost())
                .isZero();
    }

    private static Outcome answer(Map<String, Object> outputs) {
        return new Outcome(
                new Outcome.DecisionRef("silence-rule", 2, "silence-rule:2"), List.of(new Outcome.Row(outputs)));
    }
}
