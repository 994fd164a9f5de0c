package org.xinhuo.incentive.review;

import java.time.YearMonth;
import java.util.Optional;

/** Starts the review of a month, as Tasklist and the engine's REST interface do. */
public interface ReviewStart {

    /**
     * Whoever is logged in starts it; HR is asked to confirm once it is computed. One that is under way goes on, and
     * one whose instance is gone is taken up where it stands.
     *
     * @throws org.xinhuo.base.Refusal for who is neither HR nor an administrator, and for a month to come
     */
    void start(YearMonth period);

    /** The task in which this person may confirm the results of this month: open, and nobody else's. */
    Optional<String> confirmationFor(YearMonth period, String person);

    /** Whether the review of this month has a way to go and nothing carries it on; a start takes it up again. */
    boolean isLost(YearMonth period);
}
