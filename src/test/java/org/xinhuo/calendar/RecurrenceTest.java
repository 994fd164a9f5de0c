package org.xinhuo.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days that repeat by a rule. */
class RecurrenceTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Test
    void everySecondTuesdayOfAMonth() {
        assertThat(Recurrence.of("FREQ=MONTHLY;BYDAY=2TU")
                        .days(FIRST, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 4, 30)))
                .containsExactly(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 3, 10), LocalDate.of(2026, 4, 14));
    }

    /** Counted from the seed, not from the day somebody asks: 1, 15, 29 January, 12 February. */
    @Test
    void everyOtherWeekKeepsItsBeatHoweverLateItIsAskedFor() {
        Recurrence fortnightly = Recurrence.of("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH");

        assertThat(fortnightly.days(FIRST, LocalDate.of(2026, 1, 20), LocalDate.of(2026, 2, 13)))
                .containsExactly(LocalDate.of(2026, 1, 29), LocalDate.of(2026, 2, 12));
        assertThat(fortnightly.days(FIRST, LocalDate.of(2026, 2, 5), LocalDate.of(2026, 2, 6)))
                .isEmpty();
    }

    @Test
    void bothEndsOfTheQuestionCount() {
        assertThat(Recurrence.of("FREQ=DAILY").days(FIRST, FIRST, FIRST.plusDays(2)))
                .containsExactly(FIRST, FIRST.plusDays(1), FIRST.plusDays(2));
    }

    @Test
    void aCountEndsTheRule() {
        assertThat(Recurrence.of("FREQ=WEEKLY;COUNT=2;BYDAY=MO").days(FIRST, FIRST, LocalDate.of(2026, 12, 31)))
                .containsExactly(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 12));
    }

    @Test
    void theThirtyFirstComesOnlyWhereThereIsOne() {
        assertThat(Recurrence.of("FREQ=MONTHLY;BYMONTHDAY=31")
                        .days(FIRST, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 6, 1)))
                .containsExactly(LocalDate.of(2026, 3, 31), LocalDate.of(2026, 5, 31));
        assertThat(Recurrence.of("FREQ=MONTHLY;BYDAY=-1FR").days(FIRST, FIRST, LocalDate.of(2026, 2, 28)))
                .containsExactly(LocalDate.of(2026, 1, 30), LocalDate.of(2026, 2, 27));
    }

    @Test
    void aRuleForADayThatNeverComesEnds() {
        assertThat(Recurrence.of("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30").days(FIRST, FIRST, LocalDate.of(2030, 1, 1)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "weekly",
                "FREQ=HOURLY",
                "FREQ=SECONDLY",
                "FREQ=WEEKLY;BYHOUR=9,10",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=WEEKLY;INTERVAL=0",
                "FREQ=WEEKLY;INTERVAL=-1",
                "FREQ=WEEKLY;BYMONTHDAY=99",
                "INTERVAL=2",
                "FREQ=WEEKLY;FOO=1",
                "FREQ=WEEKLY\r\nATTENDEE:x",
                "FREQ=WEEKLY;UNTIL=never"
            })
    void whatIsNoRuleIsRefused(String written) {
        assertThatThrownBy(() -> Recurrence.of(written)).isInstanceOf(IllegalArgumentException.class);
    }
}
