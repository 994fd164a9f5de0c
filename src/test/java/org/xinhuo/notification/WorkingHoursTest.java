package org.xinhuo.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinhuo.testing.PlainDecisions;

/** Hours on a person's own clock. */
class WorkingHoursTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** 2026-03-02 is a Monday; New York puts its clock forward on Sunday 2026-03-08. */
    @ParameterizedTest
    @CsvSource({
        // inside: at once
        "2026-03-02T10:00, Asia/Shanghai, 2026-03-02T10:00",
        "2026-03-02T09:00, Asia/Shanghai, 2026-03-02T09:00",
        // before, after, and the first instant that is no longer in it
        "2026-03-02T08:59, Asia/Shanghai, 2026-03-02T09:00",
        "2026-03-02T18:00, Asia/Shanghai, 2026-03-03T09:00",
        // over the weekend
        "2026-03-06T18:30, Asia/Shanghai, 2026-03-09T09:00",
        "2026-03-07T12:00, Asia/Shanghai, 2026-03-09T09:00",
        // over the change of the clock: still nine there
        "2026-03-06T23:00, America/New_York, 2026-03-09T09:00",
    })
    void mailWaitsForTheNextHours(String at, ZoneId zone, String expected) {
        assertThat(WorkingHours.USUAL.next(instant(at, zone), zone)).isEqualTo(instant(expected, zone));
    }

    @Test
    void theSameInstantIsDayHereAndNightThere() {
        Instant now = instant("2026-03-02T10:00", SHANGHAI);

        assertThat(WorkingHours.USUAL.contain(now, SHANGHAI)).isTrue();
        assertThat(WorkingHours.USUAL.next(now, NEW_YORK)).isEqualTo(instant("2026-03-02T09:00", NEW_YORK));
    }

    @Test
    void aNightShiftEndsTheDayAfterItBegan() {
        WorkingHours night = new WorkingHours(WorkingHours.days("FRI"), LocalTime.of(22, 0), LocalTime.of(6, 0));

        assertThat(night.contain(instant("2026-03-07T05:59", SHANGHAI), SHANGHAI))
                .isTrue();
        assertThat(night.next(instant("2026-03-07T06:00", SHANGHAI), SHANGHAI))
                .isEqualTo(instant("2026-03-13T22:00", SHANGHAI));
    }

    @Test
    void theSameTimeTwiceIsAroundTheClock() {
        WorkingHours always = new WorkingHours(WorkingHours.days("MON-SUN"), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

        assertThat(always.contain(instant("2026-03-08T02:30", NEW_YORK), NEW_YORK))
                .isTrue();
        assertThat(always.contain(instant("2026-03-08T00:00", NEW_YORK), NEW_YORK))
                .isTrue();
    }

    @Test
    void daysAreReadAsTheTableWritesThem() {
        assertThat(WorkingHours.days("MON-FRI"))
                .doesNotContain(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)
                .hasSize(5);
        assertThat(WorkingHours.days("sun-thu"))
                .contains(DayOfWeek.SUNDAY)
                .doesNotContain(DayOfWeek.FRIDAY)
                .hasSize(5);
        assertThat(WorkingHours.days("MON, WED,FRI"))
                .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);
        assertThat(WorkingHours.days(WorkingHours.written(EnumSet.allOf(DayOfWeek.class))))
                .hasSize(7);
        assertThatThrownBy(() -> WorkingHours.days("MON-XYZ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WorkingHours.days("")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"CN, MONDAY, FRIDAY", "SA, SUNDAY, SATURDAY", "US, TUESDAY, SUNDAY"})
    void theShippedTableKnowsRegions(String region, DayOfWeek works, DayOfWeek free) {
        WorkingHours hours = new RegionalHours(new PlainDecisions()).now().apply(region);

        if (region.equals("CN")) {
            assertThat(hours.with(SpecialDays.NONE)).isEqualTo(WorkingHours.USUAL);
        } else {
            assertThat(hours.days()).contains(works).doesNotContain(free);
        }
    }

    /** China is away from 1 to 3 January 2026, and works on Sunday the 4th for it; the States are away on the 1st. */
    @ParameterizedTest
    @CsvSource({
        "CN, Asia/Shanghai, 2026-01-04T09:00",
        "US, America/New_York, 2026-01-02T09:00",
    })
    void mailRespectsTheHolidaysOfTheRegionAndTheDaysWorkedForThem(String region, ZoneId zone, String expected) {
        WorkingHours hours = new RegionalHours(new PlainDecisions()).now().apply(region);
        assertThat(hours.next(instant("2025-12-31T19:00", zone), zone)).isEqualTo(instant(expected, zone));
        assertThat(hours.contain(instant("2026-01-01T10:00", zone), zone)).isFalse();
    }

    @Test
    void hoursOfOnesOwnRespectHolidaysAndGetNoDaysBeside() {
        SpecialDays china =
                new RegionalHours(new PlainDecisions()).now().apply("CN").special();
        WorkingHours own = WorkingHours.USUAL.with(china.holidays());
        assertThat(own.next(instant("2025-12-31T19:00", SHANGHAI), SHANGHAI))
                .isEqualTo(instant("2026-01-05T09:00", SHANGHAI));
    }

    @Test
    void aCalendarInWhichNobodyEverWorksDoesNotStopTheMail() {
        WorkingHours never = WorkingHours.USUAL.with(day -> false);
        assertThat(never.next(instant("2026-03-07T12:00", SHANGHAI), SHANGHAI))
                .isEqualTo(instant("2026-03-09T09:00", SHANGHAI));
    }

    /** An owner's slip, such as "Montag", must not stop the mail of everybody. */
    @Test
    void aTableThatCannotBeReadCountsAsTheUsualHours() {
        RegionalHours hours = new RegionalHours(new PlainDecisions() {
            @Override
            public Preview preview(String key) {
                return inputs -> new org.xinhuo.engine.Outcome(
                        new org.xinhuo.engine.Outcome.DecisionRef(key, 1, key),
                        java.util.List.of(new org.xinhuo.engine.Outcome.Row(
                                Map.of("days", "Montag", "from", "9", "to", "18:00"))));
            }
        });

        assertThat(hours.now().apply("CN").with(SpecialDays.NONE)).isEqualTo(WorkingHours.USUAL);
        assertThat(hours.now().apply("CN").contain(instant("2026-03-02T10:00", SHANGHAI), SHANGHAI))
                .isTrue();
    }

    @Property(tries = 500)
    void theNextInstantIsNeverEarlierAlwaysWithinAndAtMostAWeekAway(
            @ForAll("hours") WorkingHours hours,
            @ForAll("zones") ZoneId zone,
            @ForAll @LongRange(min = 1_700_000_000L, max = 1_900_000_000L) long second) {
        Instant now = Instant.ofEpochSecond(second);

        Instant next = hours.next(now, zone);

        assertThat(next).isAfterOrEqualTo(now).isBefore(now.plus(Duration.ofDays(8)));
        assertThat(hours.contain(next, zone)).isTrue();
        assertThat(hours.after(now, zone).start()).isAfter(now);
    }

    @Provide
    Arbitrary<WorkingHours> hours() {
        Arbitrary<LocalTime> times =
                Arbitraries.integers().between(0, 24 * 60 - 1).map(minute -> LocalTime.of(minute / 60, minute % 60));
        // At least two hours: an hour that the clock skips in spring may swallow a shorter stretch whole.
        return Combinators.combine(
                        Arbitraries.of(DayOfWeek.values()).set().ofMinSize(1),
                        times,
                        Arbitraries.integers().between(2, 23))
                .as((days, from, length) -> new WorkingHours(days, from, from.plusHours(length)));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Asia/Shanghai", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "UTC")
                .map(ZoneId::of);
    }

    private static Instant instant(String local, ZoneId zone) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(local), zone).toInstant();
    }
}
