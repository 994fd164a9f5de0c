package org.xinhuo.mentoring.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PauseCalendarTest {

    private static final LocalDate PAUSED = LocalDate.of(2026, 3, 10);

    @Test
    void aDayAheadMovesByThePauseAndOneThatHadPassedStays() {
        // Ten days: from the 10th to the 20th.
        PauseCalendar calendar = calendar(pause(PAUSED, PAUSED.plusDays(10)));
        assertThat(calendar.moved(LocalDate.of(2026, 3, 9), PAUSED.plusDays(30)))
                .isEqualTo("2026-03-09");
        assertThat(calendar.moved(LocalDate.of(2026, 3, 10), PAUSED.plusDays(30)))
                .isEqualTo("2026-03-20");
        assertThat(calendar.moved(LocalDate.of(2026, 3, 15), PAUSED.plusDays(30)))
                .isEqualTo("2026-03-25");
    }

    @Test
    void aSecondPauseMovesWhatTheFirstMoved() {
        // The 15th becomes the 25th, lies ahead of the pause from the 22nd to the 27th, and becomes the 30th.
        PauseCalendar calendar = calendar(
                pause(PAUSED, PAUSED.plusDays(10)), pause(LocalDate.of(2026, 3, 22), LocalDate.of(2026, 3, 27)));
        assertThat(calendar.moved(LocalDate.of(2026, 3, 15), PAUSED.plusDays(60)))
                .isEqualTo("2026-03-30");
    }

    @Test
    void nothingFallsDueWhileAPauseLasts() {
        PauseCalendar calendar = calendar(pause(PAUSED, null));
        for (int day = 0; day < 40; day++) {
            LocalDate today = PAUSED.plusDays(day);
            assertThat(calendar.moved(PAUSED, today)).isAfter(today);
        }
    }

    @Test
    void aPauseWithinADayMovesNoDay() {
        assertThat(calendar(pause(PAUSED, PAUSED)).moved(PAUSED, PAUSED)).isEqualTo(PAUSED);
    }

    private static PauseCalendar calendar(Pause... pauses) {
        return new PauseCalendar(List.of(pauses));
    }

    private static Pause pause(LocalDate on, LocalDate resumedOn) {
        return new Pause(1, "m", Instant.EPOCH, on, on.plusYears(1), resumedOn);
    }
}
