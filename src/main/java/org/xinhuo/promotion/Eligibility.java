package org.xinhuo.promotion;

import java.util.List;

/**
 * What the decision {@code promotion-eligibility} says of a person and a role.
 *
 * @param lecturerMonths confirmed lecturer months of the person
 * @param excellentMonths the excellent ones of the last six of them
 * @param missing every condition that is not met; empty for who qualifies
 * @param decisionVersion the version of the decision
 */
record Eligibility(int lecturerMonths, int excellentMonths, List<Missing> missing, int decisionVersion) {

    static final String TARGET_ROLE = "targetRole";

    static final String LECTURER_MONTHS = "lecturerMonths";

    static final String EXCELLENT_MONTHS = "excellentMonths";

    /**
     * One condition that is not met.
     *
     * @param condition {@code targetRole}, {@code lecturerMonths} or {@code excellentMonths}
     * @param required the figure that is asked for
     */
    record Missing(String condition, int required) {}
}
