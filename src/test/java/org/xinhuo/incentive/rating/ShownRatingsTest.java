package org.xinhuo.incentive.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinhuo.engine.Outcome;
import org.xinhuo.testing.PlainDecisions;

/** How many ratings a lecturer sees, and the table behind it as shipped. */
class ShownRatingsTest {

    private final PlainDecisions decisions = new PlainDecisions();

    @ParameterizedTest
    @CsvSource({
        "0, true, 0",
        "1, true, 0",
        "2, true, 0",
        "3, true, 3",
        "4, true, 3",
        "5, true, 3",
        "6, true, 6",
        "0, false, 0",
        "2, false, 0",
        "3, false, 3",
        "4, false, 4",
        "200, true, 198",
        "200, false, 200"
    })
    void threeAreShownTogetherWhileMoreMayComeAndAllInTheEnd(int given, boolean open, int shown) {
        assertThat(LiveRatings.shown(given, 3, open)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "2, false", "3, true", "200, true"})
    void theTableShowsThreeTogetherAndClosesEarlyWhereThreeCame(int attendees, boolean early) {
        Outcome.Row row =
                decisions.decide("rating-rules", Map.of("attendees", attendees)).first();

        assertThat(row.integer("shownTogether")).isEqualTo(3);
        assertThat(row.flag("closesEarly")).isEqualTo(early);
        assertThat(row.integer("quietMinutes")).isEqualTo(30);
    }
}
