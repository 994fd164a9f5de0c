package org.xinhuo.incentive.opportunity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An excellent lecturer's offer to mentor a new one.
 *
 * @param id also that of the mentorship, once it is accepted
 * @param words of who offers, or null
 * @param answer of who was asked, or null
 */
public record MentoringOffer(
        String id,
        String mentorId,
        String mentorName,
        String menteeId,
        String menteeName,
        @Nullable String words,
        State state,
        Instant madeAt,
        Instant dueAt,
        Instant remindAt,
        @Nullable String answer) {

    /** What became of it. */
    public enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        LAPSED,
        TAKEN_BACK,
        /** It was accepted when the result of who had made it opened this no longer. */
        RIGHT_ENDED
    }

    /** Where both read it. */
    public static final String PAGE = "/offers/mentoring";
}
