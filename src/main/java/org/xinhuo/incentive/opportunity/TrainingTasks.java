package org.xinhuo.incentive.opportunity;

import org.jspecify.annotations.Nullable;

/** The process of an offer, from the side of the application. */
public interface TrainingTasks {

    /**
     * Starts it as whoever is logged in; its first step checks what was typed, and publishes the offer.
     *
     * @param applyUntil ISO 8601, with an offset or in the company's time zone
     * @param startsOn an ISO 8601 day, or null
     * @return the id of the offer
     * @throws org.xinhuo.base.Refusal where a value is missing or wrong, or the person may not
     */
    String publish(
            @Nullable String title,
            @Nullable String places,
            @Nullable String applyUntil,
            @Nullable String startsOn,
            @Nullable String description);

    /** Completes this lecturer's own task where one is open. @return whether there was one */
    boolean apply(String offerId, String lecturerId, String reason);

    /** Somebody has withdrawn: the next may move up. */
    void freed(String offerId);

    /** Ends it as whoever is logged in. @param why for its last step alone */
    void callOff(String offerId, String why);
}
