package org.xinhuo.incentive.process.correction;

/** The names that code and the model {@code month-correction} share. */
final class MonthCorrectionModel {

    static final String KEY = "month-correction";

    static final String CONFIRM_CORRECTION = "confirmCorrection";

    /** The month, yyyy-MM. */
    static final String PERIOD = "period";

    /** Only at the start: why, and by which tables: a code of {@code MonthCorrection.Rules}. */
    static final String REASON = "reason";

    static final String RULES = "rules";

    /** Whether the correction was confirmed before it was taken up again. */
    static final String CONFIRMED_BEFORE = "confirmedBefore";

    /** Whether anybody's result, or reward, would be another. */
    static final String CHANGED = "changed";

    static final String CONFIRMED = "confirmed";

    private MonthCorrectionModel() {}
}
