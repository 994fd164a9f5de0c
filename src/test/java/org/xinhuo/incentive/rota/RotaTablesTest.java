package org.xinhuo.incentive.rota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinhuo.engine.Outcome;
import org.xinhuo.testing.PlainDecisions;

/** The tables behind the rota, as shipped. */
class RotaTablesTest {

    private final PlainDecisions decisions = new PlainDecisions();

    @ParameterizedTest
    @CsvSource({
        // The notice of the State Council of 2025-11-04.
        "CN, 2026-01-01, false",
        "CN, 2026-01-03, false",
        "CN, 2026-01-04, true",
        "CN, 2026-02-14, true",
        "CN, 2026-02-15, false",
        "CN, 2026-02-23, false",
        "CN, 2026-02-24, true",
        "CN, 2026-02-28, true",
        "CN, 2026-04-06, false",
        "CN, 2026-05-05, false",
        "CN, 2026-05-09, true",
        "CN, 2026-06-19, false",
        "CN, 2026-09-20, true",
        "CN, 2026-09-25, false",
        "CN, 2026-10-07, false",
        "CN, 2026-10-08, true",
        "CN, 2026-10-10, true",
        "CN, 2026-10-11, false",
        "CN, 2027-02-05, false",
        "CN, 2027-02-09, true",
        // Others work while China rests, and the other way round.
        "DE, 2026-10-02, true",
        "DE, 2026-10-03, false",
        "DE, 2026-04-03, false",
        "CN, 2026-04-03, true",
        "DE, 2027-05-17, false",
        "US, 2026-07-03, false",
        "US, 2026-11-26, false",
        "DE, 2026-11-26, true",
        "FR, 2026-11-26, true",
        "FR, 2026-11-28, false",
        "SA, 2026-11-27, false",
        "SA, 2026-11-29, true",
    })
    void whoWorksWhen(String region, LocalDate day, boolean working) {
        assertThat(calendar(region, day).flag("working")).isEqualTo(working);
    }

    private Outcome.Row calendar(String region, LocalDate day) {
        return decisions
                .decide(
                        "working-calendar",
                        Map.of(
                                "region", region,
                                "day", day.toString(),
                                "weekday", day.getDayOfWeek().getValue()))
                .first();
    }
}
