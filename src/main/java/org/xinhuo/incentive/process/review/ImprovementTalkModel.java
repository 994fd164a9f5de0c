package org.xinhuo.incentive.process.review;

/** The names that code and the model {@code improvement-talk} share. */
final class ImprovementTalkModel {

    static final String KEY = "improvement-talk";

    static final String HOLD_IMPROVEMENT_TALK = "holdImprovementTalk";

    /** The improvement notice; the business key says the same. */
    static final String NOTICE_ID = "noticeId";

    /** The message that a correction has taken away what the notice was about. */
    static final String NOTICE_WITHDRAWN = "improvement.noticeWithdrawn";

    private ImprovementTalkModel() {}
}
