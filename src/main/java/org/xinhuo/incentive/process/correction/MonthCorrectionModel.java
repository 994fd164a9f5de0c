package org.xinhuo.incentive.process.correction;

/** The names that code and the model {@code month-correction} share. */
final class MonthCorrectionModel {

    static final String KEY = "month-correction";

    static final String CONFIRM_CORRECTION = "confirmCorrection";

    /** The month, yyyy-MM. */
    static final String PERIOD = "period";

    /** Only at the start: why, and by which tables: {@link #AS_CONFIRMED} or {@link #CURRENT}. */
    static final String REASON = "reason";

    static final String RULES = "rules";
    static final String AS_CONFIRMED = "confirmed";
    static final String CURRENT = "current";

    /** Whether anybody's result would be another. */
    static final String CHANGED = "changed";

    static final String CONFIRMED = "confirmed";

    private MonthCorrectionModel() {}
}
