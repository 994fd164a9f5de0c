package org.xinhuo.incentive.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event of a month and what it gave. The points of all entries add up to the score, but for rounding. Never says
 * who rated.
 *
 * @param event {@code shareHeld}, {@code shareTooShort}, {@code contentOnTime}, {@code contentLate},
 *     {@code contentMissed}, {@code rated}, {@code reused}, or {@code ratedTogether}: several shares of which one alone
 *     has too few ratings to show its mean
 * @param shareId null for several shares, as is {@code title}
 * @param at when the share starts, the first of several
 * @param minutes as reported, for a share held
 * @param count how many ratings or reuses
 * @param mean of the ratings, two decimals
 * @param component which of the four parts of the score it belongs to
 * @param points what it adds to the score, two decimals
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TraceEntry(
        String event,
        @Nullable String shareId,
        @Nullable String title,
        Instant at,
        @Nullable Integer minutes,
        @Nullable Integer count,
        @Nullable BigDecimal mean,
        String component,
        BigDecimal points) {}
