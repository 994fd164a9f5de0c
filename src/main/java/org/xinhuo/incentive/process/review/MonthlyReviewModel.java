package org.xinhuo.incentive.process.review;

/** The names that code and the model {@code monthly-review} share. */
final class MonthlyReviewModel {

    static final String KEY = "monthly-review";

    static final String CONFIRM_RESULTS = "confirmResults";

    /** The month, yyyy-MM. */
    static final String PERIOD = "period";

    /** What the start came upon: {@link #OPENED}, {@link #UNDER_WAY}, {@link #UNFINISHED} or {@link #CONFIRMED}. */
    static final String REVIEW_STATE = "reviewState";

    static final String OPENED = "opened";
    static final String UNDER_WAY = "underWay";
    static final String UNFINISHED = "unfinished";
    static final String CONFIRMED = "confirmed";

    private MonthlyReviewModel() {}
}
