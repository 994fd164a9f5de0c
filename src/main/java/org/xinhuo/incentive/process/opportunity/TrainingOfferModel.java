package org.xinhuo.incentive.process.opportunity;

/** What the code and the model {@code training-offer} agree on; a test compares both. */
final class TrainingOfferModel {

    static final String KEY = "training-offer";

    static final String PUBLISH_OFFER = "publishOffer";
    static final String ASKING = "asking";
    static final String APPLY_FOR_TRAINING = "applyForTraining";
    static final String DEADLINE_PASSED = "deadlinePassed";
    static final String NOTE_DEADLINE = "noteDeadline";
    static final String REMIND_CANDIDATES = "remindCandidates";
    static final String RANK_APPLICANTS = "rankApplicants";
    static final String CONFIRM_PLACES = "confirmPlaces";
    static final String REMIND_HR_OF_PLACES = "remindHrOfPlaces";
    static final String CLOSE_OFFER = "closeOffer";
    static final String FILL_PLACES = "fillPlaces";
    static final String RELEASE_LEAVERS = "releaseLeavers";
    static final String CALL_OFF_TRAINING = "callOffTraining";
    static final String END_ASKING = "endAsking";

    static final String PLACE_FREED = "training.placeFreed";
    static final String CALLED_OFF = "training.calledOff";

    /** At the start alone. */
    static final String TITLE = "title";

    static final String PLACES = "places";
    static final String STARTS_ON = "startsOn";
    static final String DESCRIPTION = "description";

    /** At the start a text, from then on an instant. */
    static final String APPLY_UNTIL = "applyUntil";

    static final String REMIND_AT = "remindAt";
    static final String CONFIRM_BY = "confirmBy";
    static final String CLOSE_AT = "closeAt";

    /** The answer of the gateway {@code isAnybodyIn}. */
    static final String ANYBODY_APPLIED = "anybodyApplied";

    /** The answer of the gateway {@code isStillOffered}. */
    static final String CALLED_OFF_ANSWER = "calledOff";

    /** The answer of the gateway {@code hasDeadlineCome}. */
    static final String DEADLINE_CAME = "deadlineCame";

    /** The number of a portion of those who are asked. */
    static final String PORTION = "portion";

    static final String LECTURER_ID = "lecturerId";
    static final String REASON = "reason";

    private TrainingOfferModel() {}
}
