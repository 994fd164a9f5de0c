package org.xinhuo.mentoring.coaching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.xinhuo.engine.Outcome.DecisionRef;
import org.xinhuo.mentoring.coaching.DutyCalendar.DutyPeriod;

class DutyCalendarTest {

    private static final Cadence MONTHLY = cadence("P1M", "P1M", "P7D", "P3D");
    private static final Cadence QUARTERLY = cadence("P3M", "P14D", "P7D", "P3D");

    private static Cadence cadence(String period, String opens, String remind, String escalate) {
        return new Cadence(
                Period.parse(period),
                Period.parse(opens),
                Period.parse(remind),
                Period.parse(escalate),
                Period.ofDays(5),
                new DecisionRef("duty-cadence", 1, "id"));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    @Test
    void theFirstMonthOpensAtOnceAndIsDueOnItsLastDay() {
        DutyPeriod first = new DutyCalendar(day("2026-03-02"), day("2026-09-02")).first(MONTHLY);
        // 2 March to 1 April; reminded a week before 2 April, escalated three days after it
        assertThat(first)
                .isEqualTo(new DutyPeriod(
                        day("2026-03-02"), day("2026-04-01"), day("2026-03-02"), day("2026-03-26"), day("2026-04-05")));
    }

    @Test
    void monthsAreCountedFromTheFirstDayNotFromTheLastPeriod() {
        DutyCalendar calendar = new DutyCalendar(day("2026-01-31"), day("2026-12-31"));
        DutyPeriod february = calendar.after(day("2026-02-27"), MONTHLY).orElseThrow();
        DutyPeriod march = calendar.after(february.dueOn(), MONTHLY).orElseThrow();
        assertThat(february.start()).isEqualTo(day("2026-02-28"));
        assertThat(february.dueOn()).isEqualTo(day("2026-03-30"));
        assertThat(march.dueOn()).isEqualTo(day("2026-04-29"));
    }

    @Test
    void aPlanShorterThanAPeriodStillOwesOneDutyByItsEnd() {
        DutyCalendar calendar = new DutyCalendar(day("2026-03-02"), day("2026-04-10"));
        assertThat(calendar.first(QUARTERLY).dueOn()).isEqualTo(day("2026-04-10"));
        assertThat(calendar.first(QUARTERLY).opensOn()).isEqualTo(day("2026-03-28"));
        assertThat(calendar.after(day("2026-04-10"), QUARTERLY)).isEmpty();
    }

    @Test
    void aLastPeriodThatDoesNotFitIsNotOwed() {
        DutyCalendar calendar = new DutyCalendar(day("2026-03-02"), day("2026-04-30"));
        assertThat(calendar.after(day("2026-04-01"), MONTHLY)).isEmpty();
    }

    @Test
    void aPeriodThatThePlanHadCutShortStandsForTheWholeOne() {
        // Due on 10 April under a plan until then; the plan goes on until the end of the year.
        DutyCalendar calendar = new DutyCalendar(day("2026-03-02"), day("2026-12-31"));
        assertThat(calendar.after(day("2026-04-10"), QUARTERLY).orElseThrow().start())
                .isEqualTo(day("2026-06-02"));
        assertThat(calendar.dueOn(day("2026-04-10"), QUARTERLY)).isEqualTo(day("2026-06-01"));
        assertThat(calendar.dueOn(day("2026-06-01"), QUARTERLY)).isEqualTo(day("2026-06-01"));
    }

    @Test
    void aPeriodThatDoesNotPassIsAMistakeOfTheTable() {
        assertThatThrownBy(() -> cadence("P0D", "P1D", "P1D", "P1D")).hasMessageContaining("does not pass");
    }

    @Property
    void periodsFollowEachOtherWithoutGapAndEndWithinThePlan(
            @ForAll @IntRange(max = 800) int offset, @ForAll @IntRange(min = 1, max = 730) int length) {
        LocalDate start = day("2026-01-01").plusDays(offset);
        DutyCalendar calendar = new DutyCalendar(start, start.plusDays(length));
        DutyPeriod period = calendar.first(MONTHLY);
        assertThat(period.start()).isEqualTo(start);
        while (true) {
            assertThat(period.dueOn()).isBetween(period.start(), calendar.end());
            assertThat(period.opensOn()).isBetween(period.start(), period.dueOn());
            assertThat(period.remindOn()).isBetween(period.opensOn(), period.dueOn());
            assertThat(period.escalateOn()).isAfter(period.dueOn());
            Optional<DutyPeriod> next = calendar.after(period.dueOn(), MONTHLY);
            if (next.isEmpty()) {
                break;
            }
            assertThat(next.get().start()).isEqualTo(period.dueOn().plusDays(1));
            period = next.get();
        }
    }
}
