package org.xinhuo.incentive.process.conversion;

import org.xinhuo.incentive.conversion.DecideCase;

/** What the code and the model "application-case" agree on; a test compares both. */
final class ApplicationCaseModel {

    static final String KEY = "application-case";

    static final String OPEN_CASE = "openCase";
    static final String CONFIRM_CASE = "confirmCase";
    static final String CONFIRM_CASE_AS_HR = DecideCase.BY_HR;
    static final String REMIND_OF_CASE = "remindOfCase";
    static final String ESCALATE_CASE = "escalateCase";
    static final String REMIND_HR_OF_CASE = "remindHrOfCase";
    static final String SETTLE_CASE = "settleCase";

    static final String WITHDRAWN = "case.withdrawn";

    static final String LECTURER_ID = "lecturerId";
    /** The answer of the gateway {@code isConfirmed}. */
    static final String CONFIRMED = "confirmed";

    static final String REMARK = "remark";

    static final String DUE_AT = "dueAt";
    static final String REMIND_AT = "remindAt";
    static final String ESCALATE_AT = "escalateAt";
    static final String HR_DUE_AT = "hrDueAt";
    static final String HR_REMIND_AT = "hrRemindAt";

    private ApplicationCaseModel() {}
}
