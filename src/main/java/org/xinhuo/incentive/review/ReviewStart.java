package org.xinhuo.incentive.review;

import java.time.YearMonth;

/** Starts the review of a month, as Tasklist and the engine's REST interface do. */
public interface ReviewStart {

    /**
     * Whoever is logged in starts it; HR is asked to confirm once it is computed. One that is under way goes on.
     *
     * @throws org.xinhuo.base.Refusal for who is neither HR nor an administrator, and for a month to come
     */
    void start(YearMonth period);
}
