package org.xinhuo.mentoring.process.matching;

/** What the code and the model "matching" agree on; a test compares both. */
final class MatchingModel {

    static final String PROCESS = "matching";

    static final String RECOMMEND_MENTORS = "recommendMentors";
    static final String CHOOSE_MENTOR = "chooseMentor";
    static final String CHOOSE_BEST = "chooseBest";
    static final String ASK_MENTOR = "askMentor";
    static final String ACCEPT_MENTEE = "acceptMentee";
    static final String COUNT_SILENCE = "countSilence";
    static final String PAIR_MENTOR = "pairMentor";
    static final String ASSIGN_MENTOR = "assignMentor";

    static final String MENTEE_ID = "menteeId";
    static final String MENTOR_ID = "mentorId";
    static final String ANY_MENTOR = "anyMentor";
    static final String MENTOR_AGREED = "mentorAgreed";
    static final String AWAITS_COHORT = "awaitsCohort";
    static final String ACCEPTED = "accepted";
    static final String PAIRED = "paired";
    static final String HR_REMINDERS = "hrReminders";
    static final String REMIND_HR_AGAIN = "remindHrAgain";

    static final String CHOICE = "choice";
    static final String REASON = "reason";
    static final String HAND_OVER = "handOver";

    private MatchingModel() {}
}
