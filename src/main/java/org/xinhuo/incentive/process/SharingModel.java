package org.xinhuo.incentive.process;

/** The names in the model {@code sharing} that code relies on; a test compares them with the model. */
final class SharingModel {

    static final String PROCESS = "sharing";

    static final String SUBMIT_CONTENT = "submitContent";
    static final String REPORT_SHARE = "reportShare";

    static final String ALL_RATED = "sharing.allRated";
    static final String MOVED = "sharing.moved";
    static final String CANCELLED = "sharing.cancelled";
    static final String SWAPPED = "sharing.swapped";

    /** Who gives the share: a start variable, and the assignee of both tasks. */
    static final String LECTURER_ID = "lecturerId";

    /** A start variable, afterwards the instant when content can no longer be submitted. */
    static final String STARTS_AT = "startsAt";

    static final String CONTENT_REMINDER_AT = "contentReminderAt";
    static final String CONTENT_DUE_AT = "contentDueAt";
    static final String ENDS_AT = "endsAt";
    static final String REPORT_REMINDER_AT = "reportReminderAt";
    static final String REPORT_DUE_AT = "reportDueAt";
    static final String REPORT_GIVEN_UP_AT = "reportGivenUpAt";
    static final String RATING_CLOSES_AT = "ratingClosesAt";

    /** Both are the answer of the gateway {@code isHeld}. */
    static final String HELD = "held";

    static final String RATING_GOES_ON = "ratingGoesOn";

    private SharingModel() {}
}
