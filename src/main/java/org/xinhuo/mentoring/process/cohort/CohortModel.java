package org.xinhuo.mentoring.process.cohort;

/** What the code and the model "cohort" agree on; a test compares both. */
final class CohortModel {

    static final String PROCESS = "cohort";

    static final String OPEN_COHORT = "openCohort";
    static final String MAKE_SHORTLISTS = "makeShortlists";
    static final String START_MENTORSHIPS = "startMentorships";
    static final String ASSIGN_MENTORS = "assignMentors";
    static final String CHOICE_DUE = "choiceDue";
    static final String TELL_MATCHINGS = "tellMatchings";

    /** The process that takes a cohort back, under the same business key. */
    static final String WITHDRAWAL = "cohort-withdrawal";

    static final String OPEN_WITHDRAWAL = "openWithdrawal";
    static final String STOP_COHORT = "stopCohort";
    static final String WITHDRAW_MENTORSHIPS = "withdrawMentorships";
    static final String CLOSE_WITHDRAWAL = "closeWithdrawal";

    /** Messages to the cohort. */
    static final String WITHDRAWN_MESSAGE = "cohort.withdrawn";

    static final String EVERYBODY_ANSWERED_MESSAGE = "cohort.everybodyAnswered";

    /** Message to the matching of each mentee of the assignment. */
    static final String ASSIGNMENT_MADE_MESSAGE = "matching.assignmentMade";

    static final String MORE_TO_START = "moreToStart";
    static final String EVERYBODY_ANSWERED = "everybodyAnswered";
    static final String MORE_TO_TELL = "moreToTell";
    static final String MORE_TO_WITHDRAW = "moreToWithdraw";

    private CohortModel() {}
}
