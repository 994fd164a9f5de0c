package org.xinhuo.incentive.opportunity;

import org.jspecify.annotations.Nullable;

/** The process of an offer to mentor, from the side of the application. */
public interface MentoringTasks {

    /** Starts it as whoever is logged in; its first step checks what was typed. @return the id of the offer */
    String offer(@Nullable String menteeId, @Nullable String words);

    /** Completes the task of who was asked. */
    void answer(String offerId, String menteeId, boolean accepted, @Nullable String reason);

    /** Ends it before the answer. */
    void takeBack(String offerId);
}
