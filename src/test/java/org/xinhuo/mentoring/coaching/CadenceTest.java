package org.xinhuo.mentoring.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinhuo.engine.Outcome;
import org.xinhuo.testing.PlainDecisions;

/** What counts where the owner of duty-cadence has made a slip. */
class CadenceTest {

    private static final List<String> OUTPUTS =
            List.of("period", "opensBefore", "reminderBefore", "escalationAfter", "filingAfter");

    @ParameterizedTest
    @EnumSource(DutyKind.class)
    void withoutAUsableAnswerItIsAsTheTableComesWithTheProduct(DutyKind kind) {
        Outcome shipped = new PlainDecisions().decide("duty-cadence", Map.of("duty", kind.code(), "region", "CN"));
        Map<String, Object> slips = new HashMap<>();
        OUTPUTS.forEach(output -> slips.put(output, "soon"));

        assertThat(Cadence.of(kind, new Outcome(shipped.decision(), List.of(new Outcome.Row(slips)))))
                .isEqualTo(Cadence.of(kind, shipped));
        assertThat(Cadence.of(kind, new Outcome(shipped.decision(), List.of())).period())
                .isEqualTo(Cadence.of(kind, shipped).period());
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "-P1M", "P20Y", "", "PT4H"})
    void aPeriodThatDoesNotPassIsASlip(String period) {
        assertThat(saying(period, "P3D").period()).isEqualTo(Period.ofMonths(1));
    }

    @Test
    void whatFallsTogetherAndTwoYearsAreNone() {
        assertThat(saying("P2Y", "P0D").period()).isEqualTo(Period.ofYears(2));
        assertThat(saying("P2Y", "P0D").escalationAfter()).isEqualTo(Period.ZERO);
    }

    /** As of a table of before, which did not know it. */
    @Test
    void nothingIsFiledLaterWhereTheTableDoesNotSayIt() {
        assertThat(saying("P1M", "P3D").filingAfter()).isEqualTo(Period.ZERO);
    }

    private static Cadence saying(String period, String escalation) {
        return Cadence.of(
                DutyKind.DEEP_GUIDANCE,
                new Outcome(
                        new Outcome.DecisionRef("duty-cadence", 2, "duty-cadence:2"),
                        List.of(new Outcome.Row(Map.of(
                                "period",
                                period,
                                "opensBefore",
                                "P1M",
                                "reminderBefore",
                                "P7D",
                                "escalationAfter",
                                escalation)))));
    }
}
