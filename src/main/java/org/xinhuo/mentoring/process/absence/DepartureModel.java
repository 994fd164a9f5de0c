package org.xinhuo.mentoring.process.absence;

/** The names that code and the model {@code departure} share. */
final class DepartureModel {

    static final String KEY = "departure";

    static final String TAKEN_BACK = "departure.takenBack";

    /** Why an instance that still waited for its day was ended. */
    static final String RETURNED = "departure.returned";

    static final String ON = "on";
    static final String LEAVES_AT = "leavesAt";
    static final String LEFT_ALREADY = "leftAlready";

    private DepartureModel() {}
}
