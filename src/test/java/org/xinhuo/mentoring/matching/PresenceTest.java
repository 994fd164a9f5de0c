package org.xinhuo.mentoring.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xinhuo.engine.Decisions;
import org.xinhuo.mentoring.Substitutions.Away;
import org.xinhuo.people.Employee;
import org.xinhuo.testing.PlainDecisions;

/** Every time on which a mentor is away counts, by the table as it comes with the product: none of 3 days or more in 14. */
class PresenceTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final List<Map<String, ?>> asked = new ArrayList<>();

    @Test
    void aDayAwayDoesNotHideTheMonthAfterIt() {
        assertThat(verdict(null, away(1, 1), away(3, 32)).reason()).isEqualTo("onLeave");
    }

    @Test
    void norDoTwoOfThem() {
        assertThat(verdict(null, away(0, 0), away(3, 4), away(14, 90)).reason()).isEqualTo("onLeave");
    }

    @Test
    void whatIsFarAwayOrShortDoesNotMatter() {
        assertThat(verdict(null, away(1, 1), away(15, 60)).eligible()).isTrue();
        assertThat(verdict(null, away(1, 2), away(4, 5)).eligible()).isTrue();
    }

    @Test
    void aLeaveThatBeganBeforeCountsFromToday() {
        assertThat(verdict(null, away(-30, 1)).eligible()).isTrue();
        assertThat(verdict(null, away(-30, 2)).reason()).isEqualTo("onLeave");
    }

    @Test
    void aDepartureCountsBesideThem() {
        assertThat(verdict(TODAY.plusDays(90), away(1, 1), away(40, 41)).reason())
                .isEqualTo("leavingSoon");
        assertThat(verdict(TODAY.plusDays(90)).reason()).isEqualTo("leavingSoon");
    }

    @Test
    void whoIsNeverAwayIsAskedAboutOnce() {
        assertThat(verdict(null).eligible()).isTrue();
        assertThat(asked).hasSize(1);
    }

    private static Away away(int from, int until) {
        return new Away(TODAY.plusDays(from), TODAY.plusDays(until));
    }

    private Eligibility.Verdict verdict(@Nullable LocalDate leftOn, Away... times) {
        Decisions.Preview shipped = new PlainDecisions().preview("mentor-eligibility");
        Employee mentee = mock(Employee.class);
        when(mentee.id()).thenReturn("mei");
        Candidate mentor = new Candidate("wang", "Wang", "logical", 2, 0, true, TODAY.minusYears(5), Map.of(), 0, 0, 0)
                .withPresence(Presence.of(List.of(times), leftOn, TODAY));
        return new Eligibility(
                        inputs -> {
                            asked.add(inputs);
                            return shipped.decide(inputs);
                        },
                        mentee,
                        TODAY)
                .of(mentor);
    }
}
