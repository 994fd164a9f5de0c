package org.xinhuo.promotion;

import org.jspecify.annotations.Nullable;

/** How the application starts a promotion, as whoever is logged in. */
public interface StartPromotion {

    /**
     * Starts {@code promotion}, whose first step asks the gate.
     *
     * @param employeeId who wants to be promoted, or null for who is logged in
     * @return the id of the application
     * @throws org.xinhuo.base.Refusal as the gate says; nothing is stored then
     */
    String apply(@Nullable String employeeId, String targetRole);
}
