package org.xinhuo.incentive.process.opportunity;

/** What the code and the model {@code lecturer-mentoring} agree on; a test compares both. */
final class LecturerMentoringModel {

    static final String KEY = "lecturer-mentoring";

    static final String OPEN_MENTORING_OFFER = "openMentoringOffer";
    static final String ACCEPT_MENTORING_OFFER = "acceptMentoringOffer";
    static final String REMIND_OF_MENTORING_OFFER = "remindOfMentoringOffer";
    static final String LAPSE_MENTORING_OFFER = "lapseMentoringOffer";
    static final String TAKE_BACK_MENTORING_OFFER = "takeBackMentoringOffer";
    static final String CONFIRM_MERIT_RIGHT = "confirmMeritRight";
    static final String MENTOR_LECTURER = "mentorLecturer";

    static final String OFFER_TAKEN_BACK = "mentoring.offerTakenBack";

    static final String MENTEE_ID = "menteeId";
    /** At the start alone. */
    static final String WORDS = "words";

    static final String DUE_AT = "dueAt";
    static final String REMIND_AT = "remindAt";
    static final String ACCEPTED = "accepted";
    static final String REASON = "reason";
    static final String ENTITLED = "entitled";

    private LecturerMentoringModel() {}
}
