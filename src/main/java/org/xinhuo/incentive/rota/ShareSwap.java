package org.xinhuo.incentive.rota;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One lecturer's question to another.
 *
 * @param shareId what {@code askedBy} gives away
 * @param otherShareId what {@code askedOf} gives in return, or null
 * @param dueAt silence until then is a no
 */
public record ShareSwap(
        String id,
        String shareId,
        @Nullable String otherShareId,
        String askedBy,
        String askedOf,
        State state,
        @Nullable String note,
        @Nullable String remark,
        Instant askedAt,
        Instant dueAt,
        Instant remindAt) {

    /** What became of it. */
    public enum State {
        ASKED,
        AGREED,
        DECLINED,
        /** No answer in time. */
        LAPSED,
        /** Taken back, or one of the shares has changed meanwhile. */
        WITHDRAWN
    }
}
