package org.xinhuo.promotion;

import java.util.List;

/** Which roles there is a promotion to: those that the latest {@code promotion-eligibility} names. */
public interface PromotionRoles {

    /** The roles in the order of the table; also such as it only refuses. */
    List<String> named();
}
