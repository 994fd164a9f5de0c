package org.xinhuo.incentive.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Content counts as in time if it came by 24 h before the start that the share has in the end. */
class MovedShareTest {

    /** Friday the 20th, 14:00; content is due on the 19th, 14:00. */
    private static final Instant START = Instant.parse("2026-11-20T14:00:00Z");

    /**
     * Worked by hand: content is due 24 h before the last start. Moved twice, the first does not count any more; moved to
     * a later start, nothing turns worse.
     */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    # submitted        , moved to            , and to              , is then
                    2026-11-15T14:00:00Z, 2026-11-15T15:00:00Z,                     , LATE
                    2026-11-15T14:00:00Z, 2026-11-16T13:59:59Z,                     , LATE
                    2026-11-15T14:00:00Z, 2026-11-16T14:00:00Z,                     , SUBMITTED
                    2026-11-15T14:00:00Z, 2026-11-18T14:00:00Z,                     , SUBMITTED
                    2026-11-15T14:00:00Z, 2026-11-15T15:00:00Z, 2026-11-20T14:00:00Z, SUBMITTED
                    2026-11-19T14:00:00Z, 2026-11-21T14:00:00Z,                     , SUBMITTED
                    2026-11-19T14:00:01Z, 2026-11-20T14:00:00Z,                     , LATE
                    2026-11-19T14:00:01Z, 2026-11-20T14:00:01Z,                     , SUBMITTED
                    2026-11-19T14:00:01Z, 2026-11-20T13:00:00Z,                     , LATE
                    """)
    void contentIsJudgedByTheStartThatTheShareIsMovedTo(
            Instant submitted, Instant moved, Instant again, Share.ContentState then) {
        Share share = new Share("s", "wang", "客户访谈", START, 45);
        share.submitContent("提纲", null, submitted);

        share.moveTo(moved, 45, submitted.plus(Duration.ofMinutes(1)));
        if (again != null) {
            share.moveTo(again, 45, submitted.plus(Duration.ofMinutes(2)));
        }

        assertThat(share.contentState()).isEqualTo(then);
        assertThat(share.submittedAt()).isEqualTo(submitted);
    }
}
