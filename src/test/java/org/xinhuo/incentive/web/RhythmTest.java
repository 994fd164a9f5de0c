package org.xinhuo.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weekly      | TU | FREQ=WEEKLY;BYDAY=TU",
                "fortnightly | TH | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
                "second      | MO | FREQ=MONTHLY;BYDAY=2MO",
                "last        | FR | FREQ=MONTHLY;BYDAY=-1FR"
            })
    void whatIsChosenBecomesARuleAndIsReadBack(String name, String weekday, String rule) {
        assertThat(new Rhythm(name, weekday).rule("typed")).isEqualTo(rule);
        assertThat(Rhythm.of(rule)).isEqualTo(new Rhythm(name, weekday));
    }

    @Test
    void whatNoChoiceSaysStaysAsItWasTyped() {
        assertThat(Rhythm.of("FREQ=YEARLY;BYMONTH=3")).isEqualTo(new Rhythm("own", "TU"));
        assertThat(new Rhythm("own", "TU").rule("FREQ=YEARLY;BYMONTH=3")).isEqualTo("FREQ=YEARLY;BYMONTH=3");
        assertThat(new Rhythm("weekly", "XX").rule("typed")).isEqualTo("typed");
        assertThat(new Rhythm("hourly", "TU").rule("typed")).isEqualTo("typed");
        assertThat(Rhythm.of(null)).isEqualTo(new Rhythm("weekly", "TU"));
    }
}
